package io.ghirbal.nlp.topic.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import de.bwaldvogel.liblinear.Feature;
import io.ghirbal.nlp.topic.Features;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class TfIdfTest {
    private static Features article(int[] words, int... counts) {
        return new Features(words, counts, new float[Features.LEXICON_FEATURES], words.length, "ar");
    }

    @Test
    void weighsAWordTheMoreTheFewerArticlesHaveIt() {
        float[] idf = TfIdf.of(List.of(article(new int[] {0, 1}, 1, 9), article(new int[] {0}, 1)), 3)
                .idf();

        assertThat(idf[0]).isEqualTo(1);
        assertThat(idf[1]).isEqualTo((float) (Math.log(3.0 / 2) + 1));
        assertThat(idf[2]).isZero();
    }

    @Test
    void givesTheWordsOfAnArticleTogetherLengthOne() {
        TfIdf tfIdf = new TfIdf(new float[] {1, 2, 5});

        Feature[] row = tfIdf.row(article(new int[] {0, 1}, 3, 1));

        double first = 1 + Math.log(3);
        double length = Math.sqrt(first * first + 4);
        assertThat(row[0].getValue()).isEqualTo(first / length, within(1e-6));
        assertThat(row[1].getValue()).isEqualTo(2 / length, within(1e-6));
        assertThat(Arrays.stream(row)
                        .limit(2)
                        .mapToDouble(cell -> cell.getValue() * cell.getValue())
                        .sum())
                .isEqualTo(1, within(1e-6));
    }

    @Test
    void putsTheLexiconBehindTheWordsAsItIs() {
        float[] lexicon = new float[Features.LEXICON_FEATURES];
        lexicon[1] = 0.75f;

        Feature[] row = new TfIdf(new float[] {1, 1}).row(new Features(new int[0], new int[0], lexicon, 0, "ar"));

        assertThat(row).hasSize(Features.LEXICON_FEATURES);
        assertThat(row[1].getIndex()).isEqualTo(2 + 1 + 1);
        assertThat(row[1].getValue()).isEqualTo(0.75);
    }
}

package io.ghirbal.nlp.topic;

import static org.assertj.core.api.Assertions.assertThat;

import io.ghirbal.nlp.GoldSets;
import io.ghirbal.nlp.topic.training.TopicEvaluation;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class StandardModelTest {
    /**
     * Falls when words or the lexicon are read otherwise than when the model was trained: then it has to be trained again. The articles are
     * part of the training data: this is no measure of quality, see docs/topics.md for that.
     */
    @Test
    void readsArticlesAsItDidWhenItWasTrained() throws IOException {
        Path trainedOn = GoldSets.file("topics/iptc.jsonl");
        TopicEvaluation.Figures figures = TopicEvaluation.of(TopicClassifier.standard(), List.of(trainedOn))
                .named()
                .orElseThrow();
        assertThat(figures.articles()).isEqualTo(320);
        assertThat(figures.accuracy()).isGreaterThan(0.85);
        assertThat(figures.microF1()).isGreaterThan(0.92);
        assertThat(figures.calibrationError()).isLessThan(0.03);
    }

    /** 1.15 MB, says docs/topics.md: one byte a weight, and no word that is in fewer than 21 articles. */
    @Test
    void isSmall() throws IOException {
        try (InputStream model = TopicClassifier.class.getResourceAsStream("iptc.model")) {
            assertThat(model).isNotNull();
            assertThat(model.readAllBytes()).hasSizeLessThan(1_200_000);
        }
    }

    @Test
    void saysOfWhichReleaseItsTopicsAreAndWhatItWasTrainedOn() {
        assertThat(TopicClassifier.standard().origin())
                .startsWith("IPTC Media Topics of 2026-07-02, ")
                .contains("3866 with named topics");
    }
}

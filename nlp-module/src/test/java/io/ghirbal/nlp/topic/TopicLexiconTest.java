package io.ghirbal.nlp.topic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TopicLexiconTest {
    private static final int SPORT = 14;
    private static final int RELIGION = 11;

    @Test
    void findsWordsAndPhrasesInAnyForm() {
        assertThat(found("لاعبو كرة قدم")).contains("كرة قدم");
        assertThat(sums("والمباريات", false)[SPORT]).isPositive();
    }

    @Test
    void findsPhrasesOfFourWords() {
        assertThat(found("قال النبي صلى الله عليه وسلم إن")).contains("صلى الله عليه وسلم");
    }

    @Test
    void doesNotJoinHeadlineAndText() {
        TopicLexicon.Reading reading = TopicLexicon.standard().reading();
        reading.begin(true);
        read(reading, "رضي");
        reading.begin(false);
        float before = reading.sums()[RELIGION];
        read(reading, "الله عنه");
        assertThat(reading.sums()[RELIGION] - before).isLessThan(3);
    }

    @Test
    void countsTheHeadlineTwiceAndARepetitionHalf() {
        float once = sums("مباراة", false)[SPORT];
        assertThat(sums("مباراة", true)[SPORT]).isEqualTo(2 * once);
        assertThat(sums("مباراة مباراة", false)[SPORT]).isEqualTo(1.5f * once);
    }

    private static float[] sums(String text, boolean title) {
        TopicLexicon.Reading reading = TopicLexicon.standard().reading();
        reading.begin(title);
        read(reading, text);
        return reading.sums();
    }

    private static void read(TopicLexicon.Reading reading, String text) {
        WordScanner scanner = new WordScanner(text, text.length());
        while (scanner.next()) {
            reading.read(scanner.stem(), null);
        }
    }

    private static List<String> found(String text) {
        List<String> found = new ArrayList<>();
        List<Integer> starts = new ArrayList<>();
        TopicLexicon.Reading reading = TopicLexicon.standard().reading();
        reading.begin(false);
        WordScanner scanner = new WordScanner(text, text.length());
        while (scanner.next()) {
            starts.add(scanner.start());
            reading.read(
                    scanner.stem(),
                    (topic, words, weight) ->
                            found.add(text.substring(starts.get(starts.size() - words), scanner.end())));
        }
        return found;
    }
}

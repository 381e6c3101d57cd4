package io.ghirbal.nlp.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DayIndexTest {
    @Test
    void findsWhatATextHasInCommonWithEachOther() {
        List<StoryText> texts = new ArrayList<>();
        new GeneratedNews(3, 1).nextDay(200).forEach(article -> texts.add(article.text()));
        DayIndex index = new DayIndex(texts);
        for (int number = 0; number < texts.size(); number++) {
            FoundTexts found = new FoundTexts(texts.size() + 7);
            index.find(texts.get(number).text(), number, found, 7);
            Map<Integer, Float> expected = new HashMap<>();
            for (int other = 0; other < number; other++) {
                float shared = shared(texts.get(number).text(), texts.get(other).text());
                if (shared >= 9) {
                    expected.put(other + 7, shared);
                }
            }
            int[] best = found.takeBest(9, 1_000);
            assertThat(best).isSorted();
            assertThat(best)
                    .containsExactlyInAnyOrder(expected.keySet().stream()
                            .mapToInt(Integer::intValue)
                            .toArray());
        }
    }

    @Test
    void findsNothingInADayWithoutTexts() {
        FoundTexts found = new FoundTexts(0);
        new DayIndex(List.of()).find(WrittenArticles.FERRY.text(), Integer.MAX_VALUE, found, 0);
        assertThat(found.takeBest(0, 10)).isEmpty();
    }

    @Test
    void takesTheHighestScoresAndOfEqualOnesTheSmallerNumbers() {
        FoundTexts found = new FoundTexts(1_000);
        for (int number = 999; number >= 0; number--) {
            found.add(number, 1 + number % 10);
            found.add(number, 10);
        }
        assertThat(found.takeBest(12, 5)).containsExactly(9, 19, 29, 39, 49);
        assertThat(found.takeBest(0, 5)).isEmpty();
        found.add(3, 5);
        found.add(1, 8);
        found.add(2, 4.9f);
        assertThat(found.takeBest(5, 5)).containsExactly(1, 3);
    }

    /** What two texts have in common, counted without an index. */
    private static float shared(ComparableText a, ComparableText b) {
        float sum = 0;
        for (int i = 0; i < a.opening().keys().length; i++) {
            for (int key : b.opening().keys()) {
                sum += key == a.opening().keys()[i] && a.opening().rarities()[i] >= 4.6f
                        ? a.opening().rarities()[i]
                        : 0;
            }
        }
        for (int trigram : a.trigrams()) {
            for (int other : b.trigrams()) {
                sum += trigram == other && trigram % 8 == 0 ? 3 : 0;
            }
        }
        return sum;
    }
}

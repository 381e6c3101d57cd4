package io.ghirbal.nlp.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoryWindowTest {
    private static final long DAY = 17_600;

    @Test
    void placesACopyARetellingAndAReaction() {
        List<Placement> placements = window(1)
                .place(
                        DAY,
                        List.of(
                                WrittenArticles.FERRY.on(DAY, "a", "الشاطئ"),
                                WrittenArticles.FERRY_COPIED.on(DAY, "b", "الميناء"),
                                WrittenArticles.FERRY_RETOLD.on(DAY, "c", "المرفأ"),
                                WrittenArticles.FERRY_REACTION.on(DAY, "d", "الميناء"),
                                WrittenArticles.RATES.on(DAY, "e", "الشاطئ")));
        assertThat(placements).extracting(Placement::story).containsExactly("a", "a", "a", "d", "e");
        assertThat(placements)
                .extracting(Placement::role)
                .containsExactly(StoryRole.FIRST, StoryRole.COPY, StoryRole.RETOLD, StoryRole.FIRST, StoryRole.FIRST);
        assertThat(placements.get(1).of()).isEqualTo("a");
        assertThat(placements.get(0).of()).isNull();
        assertThat(placements.get(0).likelihood()).isOne();
    }

    @Test
    void joinsATextWithAStoryOfSevenDaysBeforeAndOfNoMore() {
        for (int days = 1; days <= StoryWindow.DAYS + 2; days++) {
            StoryWindow window = window(1);
            window.place(DAY, List.of(WrittenArticles.FERRY.on(DAY, "a", "الشاطئ")));
            List<Placement> placements =
                    window.place(DAY + days, List.of(WrittenArticles.FERRY.on(DAY + days, "b", "الميناء")));
            assertThat(placements.get(0).story())
                    .as("%d days later", days)
                    .isEqualTo(days <= StoryWindow.DAYS ? "a" : "b");
        }
    }

    @Test
    void keepsTheIdOfAStoryWhoseFirstTextHasLeftTheWindow() {
        StoryWindow window = window(1);
        for (int day = 0; day <= 20; day += 5) {
            List<Placement> placements = window.place(
                    DAY + day, List.of(WrittenArticles.FERRY.on(DAY + day, "day-" + day, "الميناء" + day)));
            assertThat(placements.get(0).story()).isEqualTo("day-0");
            assertThat(placements.get(0).role()).isEqualTo(day == 0 ? StoryRole.FIRST : StoryRole.COPY);
        }
    }

    @Test
    void neverJoinsTwoStoriesOfFormerDays() {
        StoryWindow window = window(1);
        StoryText ferry = WrittenArticles.FERRY.on(DAY, "ferry", "الشاطئ");
        StoryText rates = WrittenArticles.RATES.on(DAY, "rates", "الشاطئ");
        assertThat(window.place(DAY, List.of(ferry, rates)))
                .extracting(Placement::story)
                .containsExactly("ferry", "rates");
        StoryText both = new StoryText(
                "both",
                "الميناء",
                DAY,
                ComparableText.of(
                        WrittenArticles.FERRY.title() + " | " + WrittenArticles.RATES.title(),
                        WrittenArticles.FERRY.body() + WrittenArticles.RATES.body()));
        StoryText ratesAgain = WrittenArticles.RATES.on(DAY + 1, "rates-again", "المرفأ");
        StoryText ferryAgain = WrittenArticles.FERRY.on(DAY + 1, "ferry-again", "المرفأ");
        List<String> stories = window.place(DAY + 1, List.of(both, ratesAgain, ferryAgain)).stream()
                .map(Placement::story)
                .toList();
        assertThat(stories.get(0)).isIn("ferry", "rates", "both");
        assertThat(stories.subList(1, 3)).isEqualTo(List.of("rates", "ferry"));
    }

    @Test
    void placesADayWithoutTexts() {
        StoryWindow window = window(2);
        assertThat(window.place(DAY, List.of())).isEmpty();
        window.reopen(DAY + 1, List.of(), List.of());
        assertThat(window.place(DAY + 2, List.of(WrittenArticles.FERRY.on(DAY + 2, "a", "الشاطئ"))))
                .extracting(Placement::story)
                .containsExactly("a");
    }

    @Test
    void placesTextsWithoutWordsOrOutlet() {
        StoryText empty = new StoryText("empty", null, DAY, ComparableText.of(null, ""));
        StoryText alsoEmpty = new StoryText("also-empty", null, DAY, ComparableText.of("", "…"));
        StoryText known = new StoryText("known", null, DAY, WrittenArticles.FERRY.text());
        StoryText copy = new StoryText("copy", null, DAY, WrittenArticles.FERRY_COPIED.text());
        assertThat(window(1).place(DAY, List.of(empty, alsoEmpty, known, copy)))
                .extracting(Placement::story)
                .containsExactly("empty", "also-empty", "known", "known");
    }

    @Test
    void placesTheSameWithOneThreadAndWithFour() {
        GeneratedNews news = new GeneratedNews(11, DAY);
        StoryWindow one = window(1);
        StoryWindow four = window(4);
        for (long day = DAY; day < DAY + 4; day++) {
            List<StoryText> texts = texts(news, 300);
            assertThat(four.place(day, texts)).isEqualTo(one.place(day, texts));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void placesTheSameWhenEachDayIsPlacedInAFreshWindow(long seed) {
        GeneratedNews news = new GeneratedNews(seed, DAY);
        StoryWindow inOneGo = window(1);
        List<List<StoryText>> days = new ArrayList<>();
        List<List<String>> stories = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            // a day without news, and one that the window is not told of
            List<StoryText> texts = i == 6 ? List.of() : texts(news, 20 + i);
            if (i == 12) {
                days.add(List.of());
                stories.add(List.of());
                continue;
            }
            List<Placement> expected = inOneGo.place(DAY + i, texts);
            StoryWindow fresh = window(2);
            for (int before = Math.max(0, i - StoryWindow.DAYS); before < i; before++) {
                fresh.reopen(DAY + before, days.get(before), stories.get(before));
            }
            assertThat(fresh.place(DAY + i, texts)).isEqualTo(expected);
            days.add(texts);
            stories.add(expected.stream().map(Placement::story).toList());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 5})
    void makesStoriesThatHoldTogether(long seed) {
        GeneratedNews news = new GeneratedNews(seed, DAY);
        StoryWindow window = window(1);
        Map<@Nullable String, String> storyOf = new HashMap<>();
        Map<String, Long> lastDay = new HashMap<>();
        Set<StoryRole> roles = new HashSet<>();
        for (long day = DAY; day < DAY + 20; day++) {
            List<StoryText> texts = texts(news, 25);
            List<Placement> placements = window.place(day, texts);
            assertThat(placements).extracting(Placement::text).isEqualTo(texts);
            Set<String> seen = new HashSet<>();
            for (Placement placement : placements) {
                String id = placement.text().id();
                boolean first = placement.role() == StoryRole.FIRST;
                assertThat(first).isEqualTo(placement.story().equals(id));
                assertThat(placement.likelihood()).isBetween(0.0, 1.0);
                assertThat(placement.containment()).isBetween(0.0, 1.0);
                if (first) {
                    assertThat(placement.of()).isNull();
                } else {
                    // its story was there before it, not more than a window ago, and what it is like is in it and
                    // earlier
                    assertThat(storyOf.containsKey(placement.story()) || seen.contains(placement.story()))
                            .isTrue();
                    assertThat(day - lastDay.getOrDefault(placement.story(), day))
                            .isBetween(0L, (long) StoryWindow.DAYS);
                    assertThat(placement.of()).isNotNull();
                    assertThat(storyOf.get(placement.of())).isEqualTo(placement.story());
                }
                seen.add(placement.story());
                storyOf.put(id, placement.story());
                lastDay.put(placement.story(), day);
                roles.add(placement.role());
            }
        }
        assertThat(roles).containsExactlyInAnyOrder(StoryRole.values());
        assertThat(lastDay.size()).isLessThan(storyOf.size());
    }

    private static StoryWindow window(int threads) {
        return new StoryWindow(PairModel.standard(), threads);
    }

    private static List<StoryText> texts(GeneratedNews news, int count) {
        return news.nextDay(count).stream().map(GeneratedNews.Article::text).toList();
    }
}

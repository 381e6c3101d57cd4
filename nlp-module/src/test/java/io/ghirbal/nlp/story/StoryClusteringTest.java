package io.ghirbal.nlp.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StoryClusteringTest {
    private static final ComparableText TEXT = ComparableText.of(null, "نص");

    @Test
    void joinsTheClosestTwoFirst() {
        assertThat(stories(4, List.of(), told(1, 0, 0.6), told(2, 1, 0.9), told(3, 2, 0.5)))
                .containsExactly("0", "1", "1", "3");
    }

    @Test
    void takesEqualLinksInTheOrderOfTheirTexts() {
        // whichever pair is joined, the average to the third is below what joins
        assertThat(stories(3, List.of(), told(1, 0, 0.7), told(2, 1, 0.7))).containsExactly("0", "0", "2");
        assertThat(stories(3, List.of(), told(2, 1, 0.7), told(1, 0, 0.7))).containsExactly("0", "0", "2");
        assertThat(stories(3, List.of(), told(2, 0, 0.7), told(2, 1, 0.7))).containsExactly("0", "1", "0");
    }

    @Test
    void joinsByTheAverageOverAllPairs() {
        assertThat(stories(3, List.of(), told(1, 0, 0.9), told(2, 1, 0.8), told(2, 0, 0.6)))
                .containsExactly("0", "0", "0");
        assertThat(stories(3, List.of(), told(1, 0, 0.9), told(2, 1, 0.7), told(2, 0, 0.1)))
                .containsExactly("0", "0", "2");
    }

    @Test
    void joinsACopyHoweverFarTheOthersAre() {
        assertThat(stories(3, List.of("x", "x"), copied(2, 1, 0.8))).containsExactly("x");
    }

    @Test
    void addsATextToTheStoryItIsCloserTo() {
        assertThat(stories(3, List.of("x", "y"), told(2, 0, 0.6), told(2, 1, 0.8)))
                .containsExactly("y");
        assertThat(stories(3, List.of("x", "y"), told(2, 0, 0.8), told(2, 1, 0.8)))
                .containsExactly("x");
        assertThat(stories(3, List.of("x", "y"), told(2, 0, 0.9), copied(2, 1, 0.6)))
                .containsExactly("y");
    }

    @Test
    void keepsTwoFormerStoriesApartThoughOneTextIsACopyOfBoth() {
        List<Placement> placements =
                placements(4, List.of("x", "y"), copied(2, 0, 0.6), copied(2, 1, 0.9), copied(3, 0, 0.7));
        assertThat(placements).extracting(Placement::story).containsExactly("y", "x");
        assertThat(placements.get(0).of()).isEqualTo("1");
    }

    @Test
    void comparesATextWithAllTextsOfAStory() {
        // four texts of one story of which one is alike: the average is too low
        assertThat(stories(5, List.of("x", "x", "x", "x"), told(4, 0, 0.9))).containsExactly("4");
        assertThat(stories(3, List.of("x", "x"), told(2, 0, 0.95), told(2, 1, 0.5)))
                .containsExactly("x");
    }

    @Test
    void demandsMoreOfAStoryThatGoesOnAndOfALargeOne() {
        Likeness alike = told(1, 0, 0.72);
        assertThat(placedAfter(0, alike)).isEqualTo("0");
        assertThat(placedAfter(1, alike)).isEqualTo("0");
        assertThat(placedAfter(3, alike)).isEqualTo("1");

        List<String> former = List.of("x", "x", "x", "x", "x", "x", "x");
        Likeness[] toEach = IntStream.range(0, 7)
                .mapToObj(earlier -> told(7, earlier, 0.72))
                .toArray(Likeness[]::new);
        assertThat(stories(8, former, toEach)).containsExactly("7");
    }

    /** Where a text goes that comes so many days after the one it is like. */
    private static String placedAfter(long days, Likeness alike) {
        List<StoryText> texts = List.of(new StoryText("0", null, 10, TEXT), new StoryText("1", null, 10 + days, TEXT));
        return new StoryClustering(texts, List.of("0"), List.of(alike))
                .placements()
                .get(0)
                .story();
    }

    @Test
    void callsATextACopyOfTheEarliestItIsACopyOf() {
        List<Placement> placements = placements(3, List.of(), copied(1, 0, 0.7), copied(2, 1, 0.99), copied(2, 0, 0.6));
        assertThat(placements.get(2).role()).isEqualTo(StoryRole.COPY);
        assertThat(placements.get(2).of()).isEqualTo("0");
    }

    @Test
    void saysOfARetellingWhatItIsMostLikeAndOfEqualsTheEarlier() {
        List<Placement> placements = placements(3, List.of(), told(1, 0, 0.7), told(2, 0, 0.8), told(2, 1, 0.9));
        assertThat(placements.get(2).of()).isEqualTo("1");
        assertThat(placements.get(2).likelihood()).isEqualTo(0.9);
        placements = placements(3, List.of(), told(1, 0, 0.7), told(2, 1, 0.9), told(2, 0, 0.9));
        assertThat(placements.get(2).of()).isEqualTo("0");
    }

    @Test
    void saysThatATextIsLikeTheFirstWhenOnlyALaterOneLinksThem() {
        List<Likeness> alike = new ArrayList<>();
        for (int later = 2; later < 5; later++) {
            for (int earlier = 0; earlier < later; earlier++) {
                alike.add(told(later, earlier, 0.99));
            }
        }
        List<Placement> placements = placements(5, List.of(), alike.toArray(Likeness[]::new));
        assertThat(placements).extracting(Placement::story).containsOnly("0");
        assertThat(placements.get(1).role()).isEqualTo(StoryRole.RETOLD);
        assertThat(placements.get(1).of()).isEqualTo("0");
        assertThat(placements.get(1).likelihood()).isZero();
    }

    private static Likeness told(int later, int earlier, double likelihood) {
        return new Likeness(later, earlier, new PairModel.Verdict(likelihood, 0, 0));
    }

    private static Likeness copied(int later, int earlier, double copy) {
        return new Likeness(later, earlier, new PairModel.Verdict(0.9, copy, 0.8));
    }

    /** The stories of the texts behind those that have one. */
    private static List<String> stories(int texts, List<String> former, Likeness... alike) {
        return placements(texts, former, alike).stream().map(Placement::story).toList();
    }

    private static List<Placement> placements(int count, List<String> former, Likeness... alike) {
        List<StoryText> texts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            texts.add(new StoryText(String.valueOf(i), null, i < former.size() ? 1 : 2, TEXT));
        }
        return new StoryClustering(texts, former, List.of(alike)).placements();
    }
}

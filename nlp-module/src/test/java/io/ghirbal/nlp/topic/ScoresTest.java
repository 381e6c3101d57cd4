package io.ghirbal.nlp.topic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ScoresTest {
    private static final float[] HALF = {0.5f, 0.5f, 0.5f};
    private static final int NO_SECTION = -1;

    @Test
    void givesTheBestEvenBelowItsThreshold() {
        assertThat(given(NO_SECTION, 0.1, 0.3, 0.2)).containsExactly(1);
    }

    @Test
    void givesAllThatReachTheirThresholdsBestFirst() {
        assertThat(given(NO_SECTION, 0.5, 0.3, 0.9)).containsExactly(2, 0);
    }

    @Test
    void givesACompanionOnlyBesideItsLeader() {
        List<Companion> companions = List.of(new Companion(2, 0, 0.1f));
        assertThat(new Scores(new double[] {0.2, 0.3, 0.9}, NO_SECTION, false).given(HALF, companions))
                .containsExactly(2, 0);
        assertThat(new Scores(new double[] {0.2, 0.9, 0.3}, NO_SECTION, false).given(HALF, companions))
                .containsExactly(1);
        assertThat(new Scores(new double[] {0.05, 0.3, 0.9}, NO_SECTION, false).given(HALF, companions))
                .containsExactly(2);
    }

    @Test
    void givesTheSectionFarBelowItsThreshold() {
        assertThat(given(1, 0.2, 0.3, 0.9)).containsExactly(2, 1);
        assertThat(given(1, 0.02, 0.03, 0.9)).containsExactly(2);
    }

    @Test
    void raisesTheSectionAboveItsRivalsAndLowersNone() {
        double[] sums = {2, 1, 3, 0.1, 0.2};
        Scores scores = Scores.of(sums, new int[] {0, 1});
        assertThat(scores.section()).isEqualTo(1);
        assertThat(scores.raised()).isTrue();
        assertThat(scores.probabilities()[0]).isEqualTo(Scores.probability(2));
        assertThat(scores.probabilities()[1]).isGreaterThan(Scores.probability(2));
        assertThat(scores.given(HALF, List.of())).containsExactly(2, 1, 0);
    }

    @Test
    void leavesASectionAloneThatIsAboveItsRivals() {
        Scores scores = Scores.of(new double[] {1, 2, 3, 0.1, 0.2}, new int[] {0, 1});
        assertThat(scores.raised()).isFalse();
        assertThat(scores.probabilities()[1]).isEqualTo(Scores.probability(2));
    }

    @Test
    void takesTheFirstOfEqualTopics() {
        assertThat(Scores.best(new double[] {0.4, 0.4, 0.1})).isZero();
    }

    private static List<Integer> given(int section, double... probabilities) {
        return new Scores(probabilities, section, false).given(HALF, List.of());
    }
}

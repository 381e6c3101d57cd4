package io.ghirbal.nlp.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class ScoresTest {
    private static final float[] HALF = {0.5f, 0.5f, 0.5f};
    private static final double[] NOWHERE = {0, 0, 0};

    @Test
    void givesTheBestEvenBelowItsThreshold() {
        assertThat(given(0.1, 0.3, 0.2)).containsExactly(1);
    }

    @Test
    void givesAllThatReachTheirThresholdsBestFirst() {
        assertThat(given(0.5, 0.3, 0.9)).containsExactly(2, 0);
    }

    @Test
    void givesACompanionOnlyBesideItsLeader() {
        List<Companion> companions = List.of(new Companion(2, 0, 0.1f));
        assertThat(new Scores(new double[] {0.2, 0.3, 0.9}, NOWHERE).given(HALF, companions))
                .containsExactly(2, 0);
        assertThat(new Scores(new double[] {0.2, 0.9, 0.3}, NOWHERE).given(HALF, companions))
                .containsExactly(1);
        assertThat(new Scores(new double[] {0.05, 0.3, 0.9}, NOWHERE).given(HALF, companions))
                .containsExactly(2);
    }

    @Test
    void saysWhereAnOutletWouldFileTheArticleApartFromItsTopics() {
        Scores scores = Scores.of(new double[] {2, 1, 3, 0.1, 0.2}, new int[] {0, 1});
        assertThat(scores.section()).isEqualTo(1);
        assertThat(scores.filing()[1]).isEqualTo(Scores.probability(0.2 - 0.1), within(1e-12));
        assertThat(scores.filing()[0] + scores.filing()[1]).isEqualTo(1, within(1e-12));
        assertThat(scores.filing()[2]).isZero();
        assertThat(scores.given(new float[] {0.9f, 0.9f, 0.9f}, List.of())).containsExactly(2);
    }

    @Test
    void filesNowhereWhenTheModelKnowsOfNoSections() {
        assertThat(Scores.of(new double[] {2, 1}, new int[0]).section()).isEqualTo(Scores.NO_SECTION);
    }

    @Test
    void takesTheFirstOfEqualTopics() {
        assertThat(Scores.best(new double[] {0.4, 0.4, 0.1})).isZero();
    }

    private static List<Integer> given(double... probabilities) {
        return new Scores(probabilities, NOWHERE).given(HALF, List.of());
    }
}

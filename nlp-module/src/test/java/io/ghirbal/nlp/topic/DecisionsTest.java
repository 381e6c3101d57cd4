package io.ghirbal.nlp.topic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DecisionsTest {
    private static final float[] HALF = {0.5f, 0.5f, 0.5f};
    private static final boolean[] NO_SECTIONS = new boolean[3];

    @Test
    void givesTheBestEvenBelowItsThreshold() {
        assertThat(Decisions.given(new double[] {0.1, 0.3, 0.2}, HALF, List.of(), NO_SECTIONS))
                .containsExactly(1);
    }

    @Test
    void givesAllThatReachTheirThresholdsBestFirst() {
        assertThat(Decisions.given(new double[] {0.5, 0.3, 0.9}, HALF, List.of(), NO_SECTIONS))
                .containsExactly(2, 0);
    }

    @Test
    void givesACompanionOnlyBesideItsLeader() {
        List<TopicModel.Companion> companions = List.of(new TopicModel.Companion(2, 0, 0.1f));
        assertThat(Decisions.given(new double[] {0.2, 0.3, 0.9}, HALF, companions, NO_SECTIONS))
                .containsExactly(2, 0);
        assertThat(Decisions.given(new double[] {0.2, 0.9, 0.3}, HALF, companions, NO_SECTIONS))
                .containsExactly(1);
        assertThat(Decisions.given(new double[] {0.05, 0.3, 0.9}, HALF, companions, NO_SECTIONS))
                .containsExactly(2);
    }

    @Test
    void givesTheBestSectionWhenNoOtherIsGiven() {
        boolean[] sections = {true, true, false};
        assertThat(Decisions.given(new double[] {0.2, 0.3, 0.9}, HALF, List.of(), sections))
                .containsExactly(2, 1);
        assertThat(Decisions.given(new double[] {0.2, 0.6, 0.9}, HALF, List.of(), sections))
                .containsExactly(2, 1);
        assertThat(Decisions.given(new double[] {0.01, 0.02, 0.9}, HALF, List.of(), sections))
                .containsExactly(2);
    }

    @Test
    void takesTheFirstOfEqualTopics() {
        assertThat(Decisions.best(new double[] {0.4, 0.4, 0.1})).isZero();
    }

    @Test
    void findsThresholdsThatSeparateWhatScoresSeparate() {
        List<double[]> scores = new ArrayList<>();
        List<int[]> truths = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            boolean both = i % 2 == 0;
            scores.add(new double[] {3, both ? 0.5 : -2});
            truths.add(both ? new int[] {0, 1} : new int[] {0});
        }
        Decisions decisions = Decisions.fit(scores, truths, 2);
        assertThat(Decisions.given(
                        decisions.probabilities(new double[] {3, 0.5}),
                        decisions.thresholds(),
                        List.of(),
                        new boolean[2]))
                .containsExactly(0, 1);
        assertThat(Decisions.given(
                        decisions.probabilities(new double[] {3, -2}),
                        decisions.thresholds(),
                        List.of(),
                        new boolean[2]))
                .containsExactly(0);
    }
}

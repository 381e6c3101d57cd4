package io.ghirbal.nlp.topic.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.ghirbal.nlp.topic.Scores;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CalibratedThresholdsTest {
    @Test
    void findsThresholdsThatSeparateWhatScoresSeparate() {
        List<double[]> scores = new ArrayList<>();
        List<int[]> truths = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            boolean both = i % 2 == 0;
            scores.add(new double[] {3, both ? 0.5 : -2});
            truths.add(both ? new int[] {0, 1} : new int[] {0});
        }
        CalibratedThresholds decisions = CalibratedThresholds.fit(scores, truths, 2, new int[0]);
        assertThat(given(decisions, 3, 0.5)).containsExactly(0, 1);
        assertThat(given(decisions, 3, -2)).containsExactly(0);
    }

    private static List<Integer> given(CalibratedThresholds decisions, double... scores) {
        return Scores.of(decisions.scaling().logOdds(scores, scores.length), new int[0])
                .given(decisions.thresholds(), List.of());
    }
}

package io.ghirbal.nlp.topic.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ghirbal.nlp.topic.Scores;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
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
        CalibratedThresholds decisions = CalibratedThresholds.fit(scores, truths, 2);
        assertThat(given(decisions, 3, 0.5)).containsExactly(0, 1);
        assertThat(given(decisions, 3, -2)).containsExactly(0);
    }

    /**
     * The first topic is always right, nobody has the last. The second is mostly right at a score of -0.5, which sets the common threshold;
     * the third and the fourth are right only at 1, and the fourth is rare.
     */
    @Test
    void drawsTheThresholdOfARareTopicToTheCommonOne() {
        List<double[]> scores = new ArrayList<>();
        List<int[]> truths = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            boolean right = i % 8 < 4;
            double second = i % 8 < 6 ? -0.5 : -4;
            double third = i % 4 == 0 ? 1 : i % 4 == 1 ? -0.5 : -4;
            double fourth = i % 100 == 0 ? 1 : i % 100 == 1 ? -0.5 : -4;
            scores.add(new double[] {3, second, third, fourth, -5});
            truths.add(IntStream.range(0, 4)
                    .filter(topic -> topic == 0 || (topic == 1 ? right : topic == 2 ? third == 1 : fourth == 1))
                    .toArray());
        }

        float[] thresholds = CalibratedThresholds.fit(scores, truths, 5).thresholds();

        float common = thresholds[4];
        assertThat(thresholds[2]).isGreaterThan(thresholds[3]);
        assertThat(thresholds[3]).isGreaterThan(common);
        // 100 articles have the third topic and 4 the fourth; the common threshold counts as 30
        assertThat((double) (thresholds[2] - common) / (thresholds[3] - common))
                .isEqualTo((100 / 130.0) / (4 / 34.0), within(0.01));
    }

    private static List<Integer> given(CalibratedThresholds decisions, double... scores) {
        return Scores.of(decisions.scaling().logOdds(scores, scores.length), new int[0])
                .given(decisions.thresholds(), List.of());
    }
}

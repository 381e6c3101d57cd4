package io.ghirbal.nlp.topic.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ghirbal.nlp.topic.Scores;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PlattScalingTest {
    @Test
    void recoversTheProbabilitiesThatMadeTheData() {
        SplittableRandom random = new SplittableRandom(3);
        double[] scores = new double[20_000];
        boolean[] truths = new boolean[scores.length];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = random.nextDouble(-6, 6);
            truths[i] = random.nextDouble() < Scores.probability(0.5 * scores[i] - 1);
        }
        PlattScaling scaling = PlattScaling.fit(scores, truths);
        assertThat(scaling.slope()).isEqualTo(0.5, within(0.05));
        assertThat(scaling.offset()).isEqualTo(-1, within(0.1));
    }

    @Test
    void staysFiniteWhenScoresSeparateTheTruthPerfectly() {
        PlattScaling scaling = PlattScaling.fit(new double[] {-2, -1, 1, 2}, new boolean[] {false, false, true, true});
        assertThat(scaling.slope()).isPositive().isFinite();
        assertThat(Scores.probability(scaling.logOdds(2))).isBetween(0.5, 1.0);
        assertThat(Scores.probability(scaling.logOdds(-2))).isBetween(0.0, 0.5);
    }

    @Test
    void leavesScoresAloneWhenThereIsNothingToFit() {
        assertThat(PlattScaling.fit(new double[] {1, 2}, new boolean[] {true, true}))
                .isEqualTo(PlattScaling.NONE);
        assertThat(PlattScaling.fit(new double[0], new boolean[0])).isEqualTo(PlattScaling.NONE);
    }
}

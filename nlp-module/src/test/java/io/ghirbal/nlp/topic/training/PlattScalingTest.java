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

    /** The negative log-likelihood with Platt's targets, and the pull of the slope to 1: no step from the fit makes it less. */
    @Test
    void fitsWhereNoStepHelps() {
        double[] scores = {-3, -1, -0.5, 0.2, 0.4, 1, 2, 2.5};
        boolean[] truths = {false, false, true, false, true, true, false, true};
        PlattScaling fit = PlattScaling.fit(scores, truths);
        double lowest = loss(fit, scores, truths);

        for (double step : new double[] {-1e-3, 1e-3}) {
            assertThat(loss(new PlattScaling(fit.slope() + step, fit.offset()), scores, truths))
                    .isGreaterThan(lowest);
            assertThat(loss(new PlattScaling(fit.slope(), fit.offset() + step), scores, truths))
                    .isGreaterThan(lowest);
        }
    }

    private static double loss(PlattScaling scaling, double[] scores, boolean[] truths) {
        double high = (4 + 1.0) / (4 + 2.0);
        double low = 1.0 / (4 + 2.0);
        double loss = (scaling.slope() - 1) * (scaling.slope() - 1) / 2;
        for (int i = 0; i < scores.length; i++) {
            double probability = Scores.probability(scaling.logOdds(scores[i]));
            double target = truths[i] ? high : low;
            loss -= target * Math.log(probability) + (1 - target) * Math.log(1 - probability);
        }
        return loss;
    }

    @Test
    void leavesWhatStandsBehindTheTopicsAsItIs() {
        assertThat(new PlattScaling(2, 1).logOdds(new double[] {1, 2, 3}, 2)).containsExactly(3, 5, 3);
    }
}

package io.ghirbal.nlp.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CalibrationTest {
    @Test
    void recoversTheProbabilitiesThatMadeTheData() {
        SplittableRandom random = new SplittableRandom(3);
        double[] scores = new double[20_000];
        boolean[] truths = new boolean[scores.length];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = random.nextDouble(-6, 6);
            truths[i] = random.nextDouble() < Calibration.probability(0.5 * scores[i] - 1);
        }
        Calibration calibration = Calibration.fit(scores, truths);
        assertThat(calibration.slope()).isEqualTo(0.5, within(0.05));
        assertThat(calibration.offset()).isEqualTo(-1, within(0.1));
    }

    @Test
    void staysFiniteWhenScoresSeparateTheTruthPerfectly() {
        Calibration calibration =
                Calibration.fit(new double[] {-2, -1, 1, 2}, new boolean[] {false, false, true, true});
        assertThat(calibration.slope()).isPositive().isFinite();
        assertThat(calibration.apply(2)).isBetween(0.5, 1.0);
        assertThat(calibration.apply(-2)).isBetween(0.0, 0.5);
    }

    @Test
    void leavesScoresAloneWhenThereIsNothingToFit() {
        assertThat(Calibration.fit(new double[] {1, 2}, new boolean[] {true, true}))
                .isEqualTo(Calibration.NONE);
        assertThat(Calibration.fit(new double[0], new boolean[0])).isEqualTo(Calibration.NONE);
    }
}

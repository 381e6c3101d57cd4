package io.ghirbal.nlp.topic.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import de.bwaldvogel.liblinear.Feature;
import io.ghirbal.nlp.topic.training.LogisticRegression.Label;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LogisticRegressionTest {
    private static final int FEATURES = 6;
    private static final double C = 2;

    private static final List<Feature[]> ROWS = new ArrayList<>();
    private static final Label[] LABELS = new Label[60];
    private static final int[] ONCE = new int[60];

    // the first feature speaks for yes, the second for no, with exceptions; the others say nothing
    static {
        SplittableRandom random = new SplittableRandom(9);
        for (int i = 0; i < LABELS.length; i++) {
            boolean yes = i % 3 == 0;
            float[] values = new float[FEATURES];
            for (int f = 0; f < FEATURES; f++) {
                values[f] = (float) random.nextDouble(-0.5, 0.5);
            }
            values[yes == (i % 10 != 0) ? 0 : 1] += 1;
            ROWS.add(LogisticRegression.row(new int[] {0, 1, 2, 3, 4, 5}, values));
            LABELS[i] = yes ? Label.YES : Label.NO;
            ONCE[i] = 1;
        }
    }

    /** Half the squared length of the weights and C times the negative log-likelihood; the bias is a weight too. */
    private static double objective(double[] weights) {
        double value = 0;
        for (double weight : weights) {
            value += weight * weight / 2;
        }
        for (int i = 0; i < LABELS.length; i++) {
            double score = LogisticRegression.score(weights, ROWS.get(i));
            value += C * Math.log1p(Math.exp(LABELS[i] == Label.YES ? -score : score));
        }
        return value;
    }

    @Test
    void endsWhereTheObjectiveIsFlat() {
        double[] weights = LogisticRegression.fit(ROWS, LABELS, ONCE, FEATURES, C);

        double steepestAtZero = steepest(new double[FEATURES + 1]);
        assertThat(weights).hasSize(FEATURES + 1);
        assertThat(steepest(weights)).isLessThan(0.02 * steepestAtZero);
        assertThat(weights[0]).isGreaterThan(1);
        assertThat(weights[1]).isLessThan(-1);
    }

    /** The largest slope of the objective in any direction of the weights, by central differences. */
    private static double steepest(double[] weights) {
        double steepest = 0;
        for (int f = 0; f < weights.length; f++) {
            double[] up = weights.clone();
            double[] down = weights.clone();
            up[f] += 1e-5;
            down[f] -= 1e-5;
            steepest = Math.max(steepest, Math.abs(objective(up) - objective(down)) / 2e-5);
        }
        return steepest;
    }

    @Test
    void countsAnArticleAsOftenAsItIsToCount() {
        int[] twice = ONCE.clone();
        twice[0] = 2;
        List<Feature[]> rows = new ArrayList<>(ROWS);
        rows.add(1, ROWS.get(0));
        Label[] labels = new Label[rows.size()];
        labels[0] = LABELS[0];
        System.arraycopy(LABELS, 0, labels, 1, LABELS.length);
        int[] once = new int[labels.length];
        Arrays.fill(once, 1);

        assertThat(LogisticRegression.fit(ROWS, LABELS, twice, FEATURES, C))
                .isEqualTo(LogisticRegression.fit(rows, labels, once, FEATURES, C))
                .isNotEqualTo(LogisticRegression.fit(ROWS, LABELS, ONCE, FEATURES, C));
    }

    @Test
    void learnsNothingFromWhatIsUnknown() {
        Label[] labels = LABELS.clone();
        Arrays.fill(labels, 30, 60, Label.UNKNOWN);

        assertThat(LogisticRegression.fit(ROWS, labels, ONCE, FEATURES, C))
                .isEqualTo(LogisticRegression.fit(
                        ROWS.subList(0, 30), Arrays.copyOf(LABELS, 30), Arrays.copyOf(ONCE, 30), FEATURES, C));
    }

    /** liblinear takes the label that it meets first for the positive one. */
    @Test
    void givesLogOddsOfYesWhicheverLabelComesFirst() {
        Label[] opposite = Arrays.stream(LABELS)
                .map(label -> label == Label.YES ? Label.NO : Label.YES)
                .toArray(Label[]::new);
        double[] weights = LogisticRegression.fit(ROWS, LABELS, ONCE, FEATURES, C);
        double[] turned = LogisticRegression.fit(ROWS, opposite, ONCE, FEATURES, C);

        for (int f = 0; f <= FEATURES; f++) {
            assertThat(turned[f]).isEqualTo(-weights[f], within(0.01));
        }
    }

    @Test
    void givesTheSameWeightsEachTime() {
        assertThat(LogisticRegression.fit(ROWS, LABELS, ONCE, FEATURES, C))
                .isEqualTo(LogisticRegression.fit(ROWS, LABELS, ONCE, FEATURES, C));
    }
}

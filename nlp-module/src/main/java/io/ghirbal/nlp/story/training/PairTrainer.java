package io.ghirbal.nlp.story.training;

import io.ghirbal.nlp.clean.training.Lbfgs;
import io.ghirbal.nlp.story.PairFeature;
import io.ghirbal.nlp.story.PairModel;
import java.util.List;
import java.util.function.Predicate;

/** Fits a {@link PairModel} to labelled pairs: two logistic regressions with a Gaussian prior, found by L-BFGS. */
final class PairTrainer {
    /** The width of the prior, over features that are scaled to a standard deviation of 1. */
    private static final double PRIOR_VARIANCE = 0.5;

    private static final int ITERATIONS = 500;

    private PairTrainer() {}

    static PairModel train(List<LabelledPair> pairs) {
        double[] stories = weights(values(pairs), labels(pairs, PairLabel::isOneStory));
        List<LabelledPair> judged =
                pairs.stream().filter(pair -> pair.label().tellsCopies()).toList();
        double[][] values = values(judged);
        for (double[] row : values) {
            for (PairFeature feature : PairFeature.values()) {
                if (!feature.tellsCopies()) {
                    row[feature.index()] = 0;
                }
            }
        }
        return new PairModel(stories, weights(values, labels(judged, label -> label == PairLabel.DUPLICATE)));
    }

    private static double[][] values(List<LabelledPair> pairs) {
        return pairs.stream()
                .map(pair -> PairModel.values(pair.a().text(), pair.b().text(), pair.sameOutlet(), pair.daysApart()))
                .toArray(double[][]::new);
    }

    private static boolean[] labels(List<LabelledPair> pairs, Predicate<PairLabel> positive) {
        boolean[] labels = new boolean[pairs.size()];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = positive.test(pairs.get(i).label());
        }
        return labels;
    }

    private static double[] scale(double[][] values) {
        double[] scale = new double[PairFeature.values().length];
        for (int k = 0; k < scale.length; k++) {
            double sum = 0;
            double squares = 0;
            for (double[] row : values) {
                sum += row[k];
                squares += row[k] * row[k];
            }
            double mean = sum / values.length;
            double deviation = Math.sqrt(Math.max(0, squares / values.length - mean * mean));
            scale[k] = deviation < 1e-9 ? 1 : deviation;
        }
        return scale;
    }

    private static double[] weights(double[][] values, boolean[] labels) {
        double[] scale = scale(values);
        double[] weights = new double[scale.length];
        Lbfgs.minimize((x, gradient) -> loss(values, scale, labels, x, gradient), weights, ITERATIONS);
        for (int k = 0; k < weights.length; k++) {
            weights[k] /= scale[k];
        }
        return weights;
    }

    private static double loss(double[][] values, double[] scale, boolean[] labels, double[] x, double[] gradient) {
        double loss = 0;
        for (int k = 0; k < x.length; k++) {
            boolean free = k == PairFeature.BIAS.index();
            gradient[k] = free ? 0 : x[k] / PRIOR_VARIANCE;
            loss += free ? 0 : x[k] * x[k] / (2 * PRIOR_VARIANCE);
        }
        for (int i = 0; i < values.length; i++) {
            double sum = 0;
            for (int k = 0; k < x.length; k++) {
                sum += x[k] * values[i][k] / scale[k];
            }
            double signed = labels[i] ? sum : -sum;
            loss += signed > 0
                    ? StrictMath.log1p(StrictMath.exp(-signed))
                    : -signed + StrictMath.log1p(StrictMath.exp(signed));
            double error = 1 / (1 + StrictMath.exp(-sum)) - (labels[i] ? 1 : 0);
            for (int k = 0; k < x.length; k++) {
                gradient[k] += error * values[i][k] / scale[k];
            }
        }
        return loss;
    }
}

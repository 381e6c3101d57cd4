package io.ghirbal.nlp.topic.training;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Logistic regression of one topic against the rest by liblinear's dual coordinate descent.
 *
 * @see <a href="https://www.csie.ntu.edu.tw/~cjlin/papers/logistic_dual.pdf">Yu, Huang and Lin (2011)</a>
 */
final class LogisticRegression {
    private static final double EPSILON = 0.02;
    private static final int ITERATIONS = 300;
    private static final int SEED = 1;

    static {
        Linear.disableDebugOutput();
    }

    private LogisticRegression() {}

    /** What is known of an article and a topic. */
    enum Label {
        YES,
        NO,
        UNKNOWN
    }

    /** The features of articles that are not zero, as liblinear wants them: numbered from 1, ascending. */
    static Feature[] row(int[] numbers, float[] values) {
        Feature[] row = new Feature[numbers.length];
        for (int i = 0; i < row.length; i++) {
            row[i] = new FeatureNode(numbers[i] + 1, values[i]);
        }
        return row;
    }

    /** The log-odds that {@code weights}, which {@link #fit} found, give to an article. */
    static double score(double[] weights, Feature[] article) {
        double score = weights[weights.length - 1];
        for (Feature feature : article) {
            score += weights[feature.getIndex() - 1] * feature.getValue();
        }
        return score;
    }

    /**
     * Finds weights.
     *
     * @param articles the features of each article
     * @param labels what is known of each; both {@code YES} and {@code NO} must occur
     * @param times how often each counts; liblinear has no weights of articles, so that one is listed that often
     * @param featureCount how many features there are
     * @param c liblinear's C: how much an error costs beside large weights
     * @return a weight for each feature, and the bias last
     */
    static double[] fit(List<Feature[]> articles, Label[] labels, int[] times, int featureCount, double c) {
        List<Feature[]> rows = new ArrayList<>();
        List<Double> truths = new ArrayList<>();
        Feature bias = new FeatureNode(featureCount + 1, 1);
        for (int i = 0; i < labels.length; i++) {
            if (labels[i] != Label.UNKNOWN) {
                Feature[] row = java.util.Arrays.copyOf(articles.get(i), articles.get(i).length + 1);
                row[row.length - 1] = bias;
                for (int time = 0; time < times[i]; time++) {
                    rows.add(row);
                    truths.add(labels[i] == Label.YES ? 1.0 : -1.0);
                }
            }
        }
        Problem problem = new Problem();
        problem.l = rows.size();
        problem.n = featureCount + 1;
        problem.x = rows.toArray(Feature[][]::new);
        problem.y = truths.stream().mapToDouble(Double::doubleValue).toArray();
        Parameter parameter = new Parameter(SolverType.L2R_LR_DUAL, c, EPSILON, ITERATIONS);
        parameter.setRandom(new Random(SEED));
        Model model = Linear.train(problem, parameter);
        double sign = model.getLabels()[0] == 1 ? 1 : -1;
        double[] weights = model.getFeatureWeights();
        for (int i = 0; i < weights.length; i++) {
            weights[i] *= sign;
        }
        return weights;
    }
}

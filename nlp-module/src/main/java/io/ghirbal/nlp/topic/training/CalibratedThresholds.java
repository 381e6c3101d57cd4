package io.ghirbal.nlp.topic.training;

import io.ghirbal.nlp.topic.Scores;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How scores become topics: a calibration, and a threshold for each topic.
 *
 * <p>One calibration serves all topics. One for each, fitted to the few articles that have a topic, cost one to two points of accuracy, of
 * the main topic.
 *
 * @param scaling of the score of any topic
 * @param thresholds by topic: the probability from which it is given
 */
@SuppressWarnings("ArrayRecordComponent") // kept to this package, never compared
record CalibratedThresholds(PlattScaling scaling, float[] thresholds) {
    /** How much the threshold that is best for all topics counts beside a topic's own, in articles that have the topic. */
    private static final double COMMON_WEIGHT = 30;

    private static final double LOWEST = 0.15;
    private static final double HIGHEST = 0.65;
    private static final double STEP = 0.01;

    /**
     * Fits both.
     *
     * @param sums for each article the score of each topic; what follows them is not looked at
     * @param truths for each article the numbers of its topics
     */
    static CalibratedThresholds fit(List<double[]> sums, List<int[]> truths, int topicCount) {
        boolean[][] has = new boolean[topicCount][sums.size()];
        for (int i = 0; i < sums.size(); i++) {
            for (int topic : truths.get(i)) {
                has[topic][i] = true;
            }
        }
        double[] pairs = new double[sums.size() * topicCount];
        boolean[] pairTruths = new boolean[pairs.length];
        for (int i = 0; i < pairs.length; i++) {
            pairs[i] = sums.get(i / topicCount)[i % topicCount];
            pairTruths[i] = has[i % topicCount][i / topicCount];
        }
        PlattScaling scaling = PlattScaling.fit(pairs, pairTruths);
        List<Scores> scores = sums.stream()
                .map(some -> Scores.of(scaling.logOdds(Arrays.copyOf(some, topicCount), topicCount), new int[0]))
                .toList();
        return new CalibratedThresholds(scaling, thresholds(scores, has));
    }

    /** One threshold for all that makes the micro-F1 best, then each topic's own, drawn to the common one where it has few articles. */
    private static float[] thresholds(List<Scores> scores, boolean[][] has) {
        int topicCount = has.length;
        double common = LOWEST;
        double best = -1;
        for (double threshold = LOWEST; threshold <= HIGHEST; threshold += STEP) {
            Counts counts = new Counts(0, 0, 0);
            for (int t = 0; t < topicCount; t++) {
                counts = counts.plus(count(scores, has[t], t, threshold));
            }
            if (counts.f1() > best) {
                best = counts.f1();
                common = threshold;
            }
        }
        Counts all = new Counts(0, 0, 0);
        for (int t = 0; t < topicCount; t++) {
            all = all.plus(count(scores, has[t], t, common));
        }
        float[] thresholds = new float[topicCount];
        for (int t = 0; t < topicCount; t++) {
            thresholds[t] = (float) own(scores, has[t], t, common, all);
        }
        return thresholds;
    }

    private static double own(List<Scores> scores, boolean[] has, int topic, double common, Counts all) {
        Counts others = all.minus(count(scores, has, topic, common));
        double own = common;
        double best = all.f1();
        for (double threshold = LOWEST; threshold <= HIGHEST; threshold += STEP) {
            double f1 = others.plus(count(scores, has, topic, threshold)).f1();
            if (f1 > best) {
                best = f1;
                own = threshold;
            }
        }
        long positives = IntStream.range(0, has.length).filter(i -> has[i]).count();
        return (positives * own + COMMON_WEIGHT * common) / (positives + COMMON_WEIGHT);
    }

    private record Counts(int right, int given, int wanted) {
        Counts plus(Counts other) {
            return new Counts(right + other.right, given + other.given, wanted + other.wanted);
        }

        Counts minus(Counts other) {
            return new Counts(right - other.right, given - other.given, wanted - other.wanted);
        }

        double f1() {
            return given + wanted == 0 ? 0 : 2.0 * right / (given + wanted);
        }
    }

    private static Counts count(List<Scores> scores, boolean[] has, int topic, double threshold) {
        int right = 0;
        int given = 0;
        int wanted = 0;
        for (int i = 0; i < has.length; i++) {
            boolean gives = scores.get(i).gives(topic, threshold);
            given += gives ? 1 : 0;
            wanted += has[i] ? 1 : 0;
            right += gives && has[i] ? 1 : 0;
        }
        return new Counts(right, given, wanted);
    }
}

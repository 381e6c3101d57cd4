package io.ghirbal.nlp.topic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How scores become topics: a calibration, and a threshold for each topic.
 *
 * <p>One calibration serves all topics. One for each, fitted to the few articles that have a topic, cost one to two points of accuracy, of
 * the main topic and of the section.
 *
 * @param calibration of the score of any topic
 * @param thresholds by topic: the probability from which it is given
 */
@SuppressWarnings("ArrayRecordComponent") // kept to this package, never compared
record Decisions(Calibration calibration, float[] thresholds) {
    /** How much the threshold that is best for all topics counts beside a topic's own, in articles that have the topic. */
    private static final double COMMON_WEIGHT = 30;

    /** From what probability the best of the topics that are sections is given when no other of them is. */
    private static final double SECTION_THRESHOLD = 0.2;

    private static final double LOWEST = 0.15;
    private static final double HIGHEST = 0.65;
    private static final double STEP = 0.01;

    /**
     * Fits both.
     *
     * @param scores for each article the score of each topic
     * @param truths for each article the numbers of its topics
     */
    static Decisions fit(List<double[]> scores, List<int[]> truths, int topicCount) {
        boolean[][] has = new boolean[topicCount][scores.size()];
        for (int i = 0; i < scores.size(); i++) {
            for (int topic : truths.get(i)) {
                has[topic][i] = true;
            }
        }
        double[] pairs = new double[scores.size() * topicCount];
        boolean[] pairTruths = new boolean[pairs.length];
        for (int i = 0; i < pairs.length; i++) {
            pairs[i] = scores.get(i / topicCount)[i % topicCount];
            pairTruths[i] = has[i % topicCount][i / topicCount];
        }
        Calibration calibration = Calibration.fit(pairs, pairTruths);
        double[][] probabilities =
                scores.stream().map(score -> probabilities(calibration, score)).toArray(double[][]::new);
        return new Decisions(calibration, thresholds(probabilities, has));
    }

    /** The probability of each topic. */
    double[] probabilities(double[] scores) {
        return probabilities(calibration, scores);
    }

    private static double[] probabilities(Calibration calibration, double[] scores) {
        return Arrays.stream(scores).map(calibration::apply).toArray();
    }

    /** One threshold for all that makes the micro-F1 best, then each topic's own, drawn to the common one where it has few articles. */
    private static float[] thresholds(double[][] probabilities, boolean[][] has) {
        int topicCount = has.length;
        double common = LOWEST;
        double best = -1;
        for (double threshold = LOWEST; threshold <= HIGHEST; threshold += STEP) {
            Counts counts = new Counts(0, 0, 0);
            for (int t = 0; t < topicCount; t++) {
                counts = counts.plus(count(probabilities, has[t], t, threshold));
            }
            if (counts.f1() > best) {
                best = counts.f1();
                common = threshold;
            }
        }
        Counts all = new Counts(0, 0, 0);
        for (int t = 0; t < topicCount; t++) {
            all = all.plus(count(probabilities, has[t], t, common));
        }
        float[] thresholds = new float[topicCount];
        for (int t = 0; t < topicCount; t++) {
            thresholds[t] = (float) own(probabilities, has[t], t, common, all);
        }
        return thresholds;
    }

    private static double own(double[][] probabilities, boolean[] has, int topic, double common, Counts all) {
        Counts others = all.minus(count(probabilities, has, topic, common));
        double own = common;
        double best = all.f1();
        for (double threshold = LOWEST; threshold <= HIGHEST; threshold += STEP) {
            double f1 = others.plus(count(probabilities, has, topic, threshold)).f1();
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

    private static Counts count(double[][] probabilities, boolean[] has, int topic, double threshold) {
        int right = 0;
        int given = 0;
        int wanted = 0;
        for (int i = 0; i < has.length; i++) {
            boolean gives = probabilities[i][topic] >= threshold || best(probabilities[i]) == topic;
            given += gives ? 1 : 0;
            wanted += has[i] ? 1 : 0;
            right += gives && has[i] ? 1 : 0;
        }
        return new Counts(right, given, wanted);
    }

    /** The number of the highest probability; the first of several. */
    static int best(double[] probabilities) {
        int best = 0;
        for (int t = 1; t < probabilities.length; t++) {
            if (probabilities[t] > probabilities[best]) {
                best = t;
            }
        }
        return best;
    }

    /** The best of the topics that are sections; -1 when there are none. */
    private static int bestSection(double[] probabilities, boolean[] sections) {
        int best = -1;
        for (int t = 0; t < probabilities.length; t++) {
            if (sections[t] && (best < 0 || probabilities[t] > probabilities[best])) {
                best = t;
            }
        }
        return best;
    }

    /**
     * The topics to give, best first: the best, those that reach their thresholds, what comes with the best, and the best of those that
     * outlets file under: who looks for an article by its section finds it, whatever else it is about.
     */
    static List<Integer> given(
            double[] probabilities, float[] thresholds, List<TopicModel.Companion> companions, boolean[] sections) {
        int best = best(probabilities);
        List<Integer> given = new ArrayList<>();
        for (int t = 0; t < probabilities.length; t++) {
            double threshold = thresholds[t];
            for (TopicModel.Companion companion : companions) {
                if (companion.leader() == best && companion.companion() == t) {
                    threshold = Math.min(threshold, companion.threshold());
                }
            }
            if (t == best || probabilities[t] >= threshold) {
                given.add(t);
            }
        }
        int section = bestSection(probabilities, sections);
        if (section >= 0
                && probabilities[section] >= SECTION_THRESHOLD
                && given.stream().noneMatch(t -> sections[t])) {
            given.add(section);
        }
        given.sort((a, b) -> Double.compare(probabilities[b], probabilities[a]));
        return given;
    }
}

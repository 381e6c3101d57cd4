package io.ghirbal.nlp.topic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a model makes of an article.
 *
 * <p>Two sets of weights answer two questions. The first says what the article is about, each topic for itself. The second says where an
 * outlet would file it: under one of the few topics that outlets have sections for. The answers differ where outlets have no section for
 * what an article is about: accidents, crimes and wars are filed under politics. Neither answer changes the other.
 *
 * <p>Public for {@code io.ghirbal.nlp.topic.training} alone.
 *
 * @param probabilities by topic: that it is one of the article's
 * @param filing by topic: that an outlet would file the article there, all together 1; 0 for a topic that outlets have no section for, and
 *     for all topics when the model knows of no sections
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Scores(double[] probabilities, double[] filing) {
    /** The topic of an article that nobody would file. */
    public static final int NO_SECTION = -1;

    /**
     * Reads the sums of a model's columns.
     *
     * @param sums of each topic, its log-odds; then of each section, how well it fits beside the others
     * @param sections the numbers of the topics that are sections, in the order of their sums
     */
    public static Scores of(double[] sums, int[] sections) {
        int topicCount = sums.length - sections.length;
        double[] probabilities =
                Arrays.stream(sums, 0, topicCount).map(Scores::probability).toArray();
        return new Scores(probabilities, filing(sums, topicCount, sections));
    }

    /** The sections exclude each other: their sums become probabilities by the softmax function. */
    private static double[] filing(double[] sums, int topicCount, int[] sections) {
        double[] filing = new double[topicCount];
        double largest = Arrays.stream(sums, topicCount, sums.length).max().orElse(0);
        double all = 0;
        for (int i = 0; i < sections.length; i++) {
            double share = StrictMath.exp(sums[topicCount + i] - largest);
            filing[sections[i]] = share;
            all += share;
        }
        for (int section : sections) {
            filing[section] /= all;
        }
        return filing;
    }

    /** The probability that has these log-odds: the logistic function. */
    public static double probability(double logOdds) {
        return 1 / (1 + StrictMath.exp(-logOdds));
    }

    /** The topic that an outlet would most likely file the article under; {@link #NO_SECTION} when the model knows of no sections. */
    public int section() {
        int best = best(filing);
        return filing[best] == 0 ? NO_SECTION : best;
    }

    /**
     * The topics to give, best first: the best, those that reach their thresholds, and what comes with the best.
     *
     * @param thresholds by topic: from what probability it is given
     */
    public List<Integer> given(float[] thresholds, List<Companion> companions) {
        int best = best(probabilities);
        List<Integer> given = new ArrayList<>();
        for (int t = 0; t < probabilities.length; t++) {
            double threshold = thresholds[t];
            for (Companion companion : companions) {
                if (companion.leader() == best && companion.companion() == t) {
                    threshold = Math.min(threshold, companion.threshold());
                }
            }
            if (gives(t, threshold)) {
                given.add(t);
            }
        }
        given.sort((a, b) -> Double.compare(probabilities[b], probabilities[a]));
        return given;
    }

    /** Whether a topic is given: the best is, whatever the threshold. */
    public boolean gives(int topic, double threshold) {
        return probabilities[topic] >= threshold || topic == best(probabilities);
    }

    /** The number of the highest probability; the first of several. */
    public static int best(double[] probabilities) {
        int best = 0;
        for (int t = 1; t < probabilities.length; t++) {
            if (probabilities[t] > probabilities[best]) {
                best = t;
            }
        }
        return best;
    }
}

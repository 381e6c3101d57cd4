package io.ghirbal.nlp.topic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a model makes of an article.
 *
 * <p>Two sets of weights speak. One says what the article is about, each topic for itself. The other says where an outlet would file it,
 * one topic of the few that outlets file under; who looks for an article by its section finds it there, whatever else it is about.
 * Where they differ, the section is raised above its rivals and nothing is lowered: accidents, crimes and wars stay first, and both
 * sections are given when both are likely.
 *
 * <p>Public for {@code io.ghirbal.nlp.topic.training} alone.
 *
 * @param probabilities by topic: that it is one of the article's
 * @param section the topic that an outlet would file the article under; -1 when the model knows of no sections
 * @param raised whether it was raised above another section
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Scores(double[] probabilities, int section, boolean raised) {
    /** From what probability the section is given. */
    private static final double SECTION_THRESHOLD = 0.12;

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
        int best = -1;
        for (int i = 0; i < sections.length; i++) {
            if (best < 0 || sums[topicCount + i] > sums[topicCount + best]) {
                best = i;
            }
        }
        if (best < 0) {
            return new Scores(probabilities, -1, false);
        }
        int section = sections[best];
        boolean raised = false;
        for (int rival : sections) {
            if (rival != section && probabilities[rival] >= probabilities[section]) {
                probabilities[section] = Math.nextUp(probabilities[rival]);
                raised = true;
            }
        }
        return new Scores(probabilities, section, raised);
    }

    /** The probability that has these log-odds: the logistic function. */
    public static double probability(double logOdds) {
        return 1 / (1 + StrictMath.exp(-logOdds));
    }

    /**
     * The topics to give, best first: the best, those that reach their thresholds, what comes with the best, and the section.
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

    /** Whether a topic is given: the best and the section are, whatever the threshold. */
    public boolean gives(int topic, double threshold) {
        return probabilities[topic] >= (topic == section ? Math.min(threshold, SECTION_THRESHOLD) : threshold)
                || topic == best(probabilities);
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

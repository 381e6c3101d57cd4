package io.ghirbal.nlp.story;

import io.ghirbal.nlp.text.ResourceLines;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Tells by a linear model over {@link PairFeature} whether two articles tell one happening, and by another whether one is a copy of the
 * other. Immutable and thread-safe.
 */
public final class PairModel {
    private static final PairModel STANDARD = parse(ResourceLines.of(PairModel.class, "pair-weights.txt"));

    private final double[] story;
    private final double[] copy;

    /**
     * A model of these weights, each for the feature of its place.
     *
     * @throws IllegalArgumentException when there is not one for each feature
     */
    @SuppressWarnings("ArrayParameter") // copied
    public PairModel(double[] story, double[] copy) {
        int features = PairFeature.values().length;
        if (story.length != features || copy.length != features) {
            throw new IllegalArgumentException(
                    "%d and %d weights, not %d".formatted(story.length, copy.length, features));
        }
        this.story = story.clone();
        this.copy = copy.clone();
    }

    /** The model of {@code pair-weights.txt}. */
    public static PairModel standard() {
        return STANDARD;
    }

    /**
     * What the model sees of two articles, in the order of {@link PairFeature}; the same for both orders of the articles.
     *
     * @param sameOutlet whether one outlet published both
     * @param daysApart days between them, from 0
     */
    public static double[] values(ComparableText a, ComparableText b, boolean sameOutlet, long daysApart) {
        return PairFeatures.of(a, b, sameOutlet, daysApart);
    }

    /**
     * What the model says of two articles.
     *
     * @param story how likely it is that they tell one happening, from 0 to 1
     * @param copy how likely it is that one is a copy of the other, from 0 to 1
     * @param containment how much of the shorter one's 3-grams the longer has, from 0 to 1
     */
    public record Verdict(double story, double copy, double containment) {
        /** Whether the one is a copy of the other. */
        public boolean isCopy() {
            return copy >= 0.5;
        }

        /** Whether both tell one happening. */
        public boolean isOneStory() {
            return story >= StoryClustering.LEAST_LINK || isCopy();
        }
    }

    /**
     * Compares two articles; the order of the two has no influence.
     *
     * @param sameOutlet whether one outlet published both
     * @param daysApart days between them, from 0
     */
    public Verdict compare(ComparableText a, ComparableText b, boolean sameOutlet, long daysApart) {
        double[] values = PairFeatures.of(a, b, sameOutlet, daysApart);
        double copied = PairFeatures.isFormFilledInAgain(a, b, sameOutlet, daysApart) ? 0 : probability(copy, values);
        return new Verdict(probability(story, values), copied, values[PairFeature.CONTAINMENT.index()]);
    }

    private static double probability(double[] weights, double[] values) {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * values[i];
        }
        return probability(sum);
    }

    /** The probability of these log-odds. */
    static double probability(double sum) {
        return 1 / (1 + StrictMath.exp(-sum));
    }

    /** What one unit of {@code feature} adds to the log-odds of one story. */
    double storyWeight(PairFeature feature) {
        return story[feature.index()];
    }

    /** What one unit of {@code feature} adds to the log-odds of a copy. */
    double copyWeight(PairFeature feature) {
        return copy[feature.index()];
    }

    /** The weights as lines that {@link #parse} reads: the feature, its weight for a story and for a copy. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (PairFeature feature : PairFeature.values()) {
            lines.add(String.format(
                    Locale.ROOT, "%-26s %9.4f %9.4f", feature, story[feature.index()], copy[feature.index()]));
        }
        return lines;
    }

    private static PairModel parse(List<String> lines) {
        int features = PairFeature.values().length;
        double[] story = new double[features];
        double[] copy = new double[features];
        for (String line : lines) {
            String[] parts = line.split("\\s+", -1);
            int feature = PairFeature.valueOf(parts[0]).index();
            story[feature] = Double.parseDouble(parts[1]);
            copy[feature] = Double.parseDouble(parts[2]);
        }
        return new PairModel(story, copy);
    }
}

package io.ghirbal.report.explain;

import io.ghirbal.nlp.story.PairExplanation;

/**
 * Two articles with what they share.
 *
 * @param first called A where it is shown
 * @param second called B
 */
public record ExplainedPair(PairedArticle first, PairedArticle second, PairExplanation explanation) {
    /** Compares both. */
    public static ExplainedPair of(PairedArticle first, PairedArticle second) {
        return new ExplainedPair(first, second, PairExplanation.of(first.compared(), second.compared()));
    }

    /** Whether a run placed both in stories. */
    public boolean isPlaced() {
        return first.story() != null && second.story() != null;
    }

    /** Whether a run placed both in the same story. */
    public boolean isPlacedTogether() {
        return first.story() != null && first.story().equals(second.story());
    }
}

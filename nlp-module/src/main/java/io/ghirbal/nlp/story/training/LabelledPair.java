package io.ghirbal.nlp.story.training;

/** Two articles and what a reader says of them. */
record LabelledPair(StoryArticle a, StoryArticle b, PairLabel label) {
    boolean sameOutlet() {
        return a.outlet().equals(b.outlet());
    }

    /** Days between them; 0 when either is unknown. */
    long daysApart() {
        return a.day() == Long.MIN_VALUE || b.day() == Long.MIN_VALUE ? 0 : Math.abs(a.day() - b.day());
    }

    boolean has(String outlet) {
        return a.outlet().equals(outlet) || b.outlet().equals(outlet);
    }
}

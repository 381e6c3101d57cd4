package io.ghirbal.report.retention;

import java.time.Instant;

/**
 * What is to be purged.
 *
 * @param storedBefore the articles that runs stored which began before this time
 * @param what how much of them
 */
public record Purge(Instant storedBefore, What what) {
    /** How much of an article is purged. */
    public enum What {
        /** Its raw text, and the text of what was removed from it; what was made of it stays. */
        TEXTS,
        /** All of it. */
        ARTICLES
    }

    /**
     * What was purged.
     *
     * @param articles how many articles
     * @param characters length of their raw texts, in UTF-16 code units
     */
    public record Outcome(long articles, long characters) {}
}

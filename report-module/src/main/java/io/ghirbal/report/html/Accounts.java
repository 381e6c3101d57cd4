package io.ghirbal.report.html;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether what went in comes out: how many documents were read, and what became of them.
 *
 * @param read documents met
 * @param stored stored as new articles
 * @param duplicate whose text was stored already
 * @param rejected that could not be read
 */
record Accounts(long read, long stored, long duplicate, long rejected) {

    /** Documents that are read but nowhere; 0 when all is in order. */
    long difference() {
        return read - stored - duplicate - rejected;
    }

    boolean balanced() {
        return difference() == 0;
    }

    /**
     * A run.
     *
     * @param finished null while it runs and after it was killed
     */
    record Run(
            long id,
            String status,
            String version,
            String inputs,
            Instant started,
            @Nullable Instant finished,
            Accounts accounts) {}

    /**
     * All runs and what they left.
     *
     * @param runs how many there were
     * @param accounts their sum
     * @param articles rows of the article table
     * @param superseded of these, old versions; they are in none of the figures below
     * @param analyses rows of the analysis table
     * @param analysed articles the report is about: current ones with an analysis, of its slice
     * @param empty of these, articles of which nothing was kept
     * @param unreadable of these, articles of which a part cannot be read
     * @param withoutTopic of these, articles without a topic
     * @param keptLines lines kept, blank ones not counted
     * @param removedLines lines removed, blank ones not counted
     * @param keptCharacters characters kept
     * @param removedCharacters characters removed
     */
    record Base(
            long runs,
            Accounts accounts,
            long articles,
            long superseded,
            long analyses,
            long analysed,
            long empty,
            long unreadable,
            long withoutTopic,
            long keptLines,
            long removedLines,
            long keptCharacters,
            long removedCharacters) {

        long pending() {
            return articles - analyses;
        }

        long characters() {
            return keptCharacters + removedCharacters;
        }
    }
}

package io.ghirbal.report.job;

import io.ghirbal.ingest.source.RejectionCause;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a run did, in numbers.
 *
 * @param read documents met in the inputs = stored + duplicates + rejected
 * @param stored documents stored as new articles
 * @param duplicates documents whose text was stored already
 * @param rejected documents that could not be read
 * @param rejections the rejected documents by their causes, the most frequent first
 * @param analysed articles cleaned and classified by the run
 * @param failed articles that the analysis failed at, each listed in {@code failed_article}
 * @param firstFailure the first of them by its id, with what it failed with; null when there is none
 * @param lines lines of these articles, blank ones not counted
 * @param removedLines lines removed from them
 * @param characters characters of these articles
 * @param removedCharacters characters removed from them
 * @param topics topics of these articles, the most frequent first
 * @param otherModel articles of earlier runs that were classified by another topic model: their topics do not compare with these
 */
public record RunTotals(
        long read,
        long stored,
        long duplicates,
        long rejected,
        List<CauseCount> rejections,
        long analysed,
        long failed,
        @Nullable String firstFailure,
        long lines,
        long removedLines,
        long characters,
        long removedCharacters,
        List<TopicCount> topics,
        long otherModel) {
    public RunTotals {
        rejections = List.copyOf(rejections);
        topics = List.copyOf(topics);
    }

    /** Whether there were documents, but all were rejected. */
    public boolean nothingCouldBeStored() {
        return read > 0 && rejected == read;
    }

    /** Whether there were files, but none in a format that is read. */
    public boolean nothingWasSupported() {
        return nothingCouldBeStored()
                && rejections.stream()
                        .allMatch(rejection -> rejection.cause().equals(RejectionCause.UNSUPPORTED.name()));
    }

    /**
     * How many documents were turned away for one cause.
     *
     * @param cause a code, such as NO_TEXT
     * @param documents how many
     * @param source file of the first of them
     * @param record which document of that file it is, from 1
     * @param message what was said of it
     */
    public record CauseCount(String cause, long documents, String source, long record, String message) {}

    /**
     * How many articles have a topic.
     *
     * @param name English name of the topic
     * @param articles articles with the topic
     */
    public record TopicCount(String name, long articles) {}
}

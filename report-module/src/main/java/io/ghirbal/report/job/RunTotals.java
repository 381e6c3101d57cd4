package io.ghirbal.report.job;

import java.util.List;

/**
 * What a run did, in numbers.
 *
 * @param read documents met in the inputs = stored + duplicates + rejected
 * @param stored documents stored as new articles
 * @param duplicates documents whose text was stored already
 * @param rejected documents that could not be read
 * @param analysed articles cleaned and classified by the run
 * @param lines lines of these articles, blank ones not counted
 * @param removedLines lines removed from them
 * @param characters characters of these articles
 * @param removedCharacters characters removed from them
 * @param topics topics of these articles, the most frequent first
 */
public record RunTotals(
        long read,
        long stored,
        long duplicates,
        long rejected,
        long analysed,
        long lines,
        long removedLines,
        long characters,
        long removedCharacters,
        List<TopicCount> topics) {
    public RunTotals {
        topics = List.copyOf(topics);
    }

    /**
     * How many articles have a topic.
     *
     * @param name English name of the topic
     * @param articles articles with the topic
     */
    public record TopicCount(String name, long articles) {}
}

package io.ghirbal.nlp.step;

import io.ghirbal.ingest.RowInserts;
import io.ghirbal.nlp.TextAnalysis;
import io.ghirbal.nlp.clean.RemovedBlock;
import io.ghirbal.nlp.clean.RemovedBlocks;
import io.ghirbal.nlp.story.TextDigest;
import io.ghirbal.nlp.topic.ScoredTopic;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An analysis as rows of the database, in the order of the columns that {@link AnalysisWriter} names. All of it is computed when this is
 * made, so that an article that the analysis fails at fails here and not among the statements of others.
 *
 * @param analysis the row of {@code article_analysis}
 * @param blocks the rows of {@code removed_block}
 * @param topics the rows of {@code article_topic}
 */
record AnalysisRows(
        String articleId,
        List<@Nullable Object> analysis,
        List<List<@Nullable Object>> blocks,
        List<List<@Nullable Object>> topics)
        implements AnalysisOutcome {
    /**
     * The rows of what was found in {@code article}.
     *
     * @param run the run that analyses
     * @param template the digest of the template of the outlet that was used; null when there was none
     */
    static AnalysisRows of(StoredText article, long run, @Nullable String template, TextAnalysis analysis) {
        ScoredTopic section = analysis.classification().section();
        return new AnalysisRows(
                article.id(),
                RowInserts.row(
                        article.id(),
                        run,
                        analysis.metadata().title(),
                        analysis.metadata().publishedOn(article.published()),
                        analysis.metadata().attribution(),
                        analysis.metadata().author(),
                        analysis.body(),
                        analysis.language(),
                        analysis.classification().note(),
                        analysis.keptLines(),
                        analysis.removedLines(),
                        analysis.keptCharacters(),
                        analysis.removedCharacters(),
                        analysis.textNote(),
                        template,
                        section == null ? null : section.topic().code(),
                        section == null ? null : section.score(),
                        TextDigest.of(analysis.body(), article.id())),
                blockRows(article.id(), analysis.removed()),
                topicRows(article.id(), analysis.topics()));
    }

    private static List<List<@Nullable Object>> blockRows(String articleId, RemovedBlocks removed) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (RemovedBlock block : removed.all()) {
            RemovedBlock.Columns columns = block.columns();
            rows.add(RowInserts.row(
                    articleId,
                    rows.size(),
                    block.first(),
                    block.last(),
                    columns == null ? null : columns.start(),
                    columns == null ? null : columns.end(),
                    block.kind().name(),
                    block.reason(),
                    block.confidence(),
                    removed.linesOf(block),
                    removed.charactersOf(block),
                    removed.textOf(block)));
        }
        return rows;
    }

    private static List<List<@Nullable Object>> topicRows(String articleId, List<ScoredTopic> topics) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (ScoredTopic scored : topics) {
            rows.add(RowInserts.row(articleId, rows.size(), scored.topic().code(), scored.score()));
        }
        return rows;
    }
}

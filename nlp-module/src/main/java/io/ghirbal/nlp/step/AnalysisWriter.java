package io.ghirbal.nlp.step;

import io.ghirbal.ingest.RowInserts;
import io.ghirbal.ingest.RowInserts.Table;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Stores analyses and failures, in place of earlier ones of the same articles: an article has an analysis, or it has failed. By JDBC: an
 * article has tens of rows. {@link ArticleAnalysis} reads them.
 */
class AnalysisWriter implements ItemWriter<List<AnalysisOutcome>> {
    private static final Table<List<@Nullable Object>> ANALYSES =
            new Table<>("article_analysis", """
            article_id, run_id, title, published_on, attribution, author, body, language,
            topic_note, kept_lines, removed_lines, kept_characters, removed_characters,
            text_note, template_digest, section, section_score, text_digest""", Function.identity());
    private static final Table<List<@Nullable Object>> BLOCKS = new Table<>("removed_block", """
            article_id, ordinal, first_line, last_line, start_column, end_column, kind, reason,
            confidence, lines, characters, text""", Function.identity());
    private static final Table<List<@Nullable Object>> TOPICS =
            new Table<>("article_topic", "article_id, ordinal, code, score", Function.identity());

    private static final Table<AnalysisOutcome> UNPLACED = new Table<>(
            "unplaced_article", "article_id, analysed", outcome -> RowInserts.row(outcome.articleId(), true));

    private final JdbcTemplate jdbc;
    private final RowInserts inserts;
    private final long run;
    private final boolean replace;

    /**
     * @param run the run that analyses
     * @param replace whether the articles may have an analysis already
     */
    AnalysisWriter(JdbcTemplate jdbc, RowInserts inserts, long run, boolean replace) {
        this.jdbc = jdbc;
        this.inserts = inserts;
        this.run = run;
        this.replace = replace;
    }

    @Override
    public void write(Chunk<? extends List<AnalysisOutcome>> batches) {
        batches.forEach(this::write);
    }

    private void write(List<AnalysisOutcome> outcomes) {
        List<List<@Nullable Object>> analyses = new ArrayList<>();
        List<List<@Nullable Object>> blocks = new ArrayList<>();
        List<List<@Nullable Object>> topics = new ArrayList<>();
        List<FailedArticle> failed = new ArrayList<>();
        for (AnalysisOutcome outcome : outcomes) {
            if (outcome instanceof AnalysisRows rows) {
                analyses.add(rows.analysis());
                blocks.addAll(rows.blocks());
                topics.addAll(rows.topics());
            } else {
                failed.add((FailedArticle) outcome);
            }
        }
        if (replace) {
            delete("article_analysis", outcomes);
        }
        delete("failed_article", outcomes);
        inserts.insert(ANALYSES, analyses);
        inserts.insert(BLOCKS, blocks);
        inserts.insert(TOPICS, topics);
        delete("unplaced_article", outcomes);
        inserts.insert(UNPLACED, outcomes);
        for (FailedArticle article : failed) {
            jdbc.update(
                    "insert into failed_article (article_id, run_id, version, message) select ?, id, version, ? from run where id = ?",
                    article.articleId(),
                    article.message(),
                    run);
        }
    }

    private void delete(String table, List<AnalysisOutcome> outcomes) {
        jdbc.update(
                "delete from %s where article_id in (%s)"
                        .formatted(table, String.join(", ", Collections.nCopies(outcomes.size(), "?"))),
                outcomes.stream().map(AnalysisOutcome::articleId).toArray());
    }
}

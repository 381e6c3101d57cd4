package io.ghirbal.nlp.step;

import io.ghirbal.ingest.RowInserts;
import io.ghirbal.ingest.RowInserts.Table;
import io.ghirbal.nlp.TextAnalysis;
import io.ghirbal.nlp.clean.RemovedBlock;
import io.ghirbal.nlp.clean.RemovedBlocks;
import io.ghirbal.nlp.topic.ScoredTopic;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Stores analyses, in place of earlier ones of the same articles. By JDBC: an article has tens of rows. {@link ArticleAnalysis} reads them.
 */
class AnalysisWriter implements ItemWriter<List<AnalysedArticle>> {
    private static final Table<List<@Nullable Object>> ANALYSES =
            new Table<>("article_analysis", """
            article_id, run_id, title, published_on, attribution, author, body, language,
            topic_note, kept_lines, removed_lines, kept_characters, removed_characters,
            text_note, template_digest, section, section_score""", Function.identity());
    private static final Table<List<@Nullable Object>> BLOCKS = new Table<>("removed_block", """
            article_id, ordinal, first_line, last_line, start_column, end_column, kind, reason,
            confidence, lines, characters, text""", Function.identity());
    private static final Table<List<@Nullable Object>> TOPICS =
            new Table<>("article_topic", "article_id, ordinal, code, score", Function.identity());

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
    public void write(Chunk<? extends List<AnalysedArticle>> batches) {
        batches.forEach(this::write);
    }

    private void write(List<AnalysedArticle> articles) {
        List<List<@Nullable Object>> analyses = new ArrayList<>();
        List<List<@Nullable Object>> blocks = new ArrayList<>();
        List<List<@Nullable Object>> topics = new ArrayList<>();
        for (AnalysedArticle article : articles) {
            analyses.add(analysisRow(article));
            addBlockRows(article, blocks);
            addTopicRows(article, topics);
        }
        if (replace) {
            jdbc.batchUpdate(
                    "delete from article_analysis where article_id = ?",
                    articles,
                    articles.size(),
                    (statement, article) -> statement.setString(1, article.id()));
        }
        inserts.insert(ANALYSES, analyses);
        inserts.insert(BLOCKS, blocks);
        inserts.insert(TOPICS, topics);
    }

    private List<@Nullable Object> analysisRow(AnalysedArticle article) {
        TextAnalysis analysis = article.analysis();
        ScoredTopic section = analysis.classification().section();
        return RowInserts.row(
                article.id(),
                run,
                analysis.metadata().title(),
                article.publishedOn(),
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
                article.template(),
                section == null ? null : section.topic().code(),
                section == null ? null : section.score());
    }

    private static void addBlockRows(AnalysedArticle article, List<List<@Nullable Object>> rows) {
        RemovedBlocks removed = article.analysis().removed();
        int ordinal = 0;
        for (RemovedBlock block : removed.all()) {
            RemovedBlock.Columns columns = block.columns();
            rows.add(RowInserts.row(
                    article.id(),
                    ordinal++,
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
    }

    private static void addTopicRows(AnalysedArticle article, List<List<@Nullable Object>> rows) {
        int ordinal = 0;
        for (ScoredTopic scored : article.analysis().topics()) {
            rows.add(RowInserts.row(article.id(), ordinal++, scored.topic().code(), scored.score()));
        }
    }
}

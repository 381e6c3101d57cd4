package io.ghirbal.nlp.step;

import io.ghirbal.ingest.RowInserts;
import io.ghirbal.ingest.RowInserts.Table;
import java.util.ArrayList;
import java.util.List;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;
import org.springframework.jdbc.core.JdbcTemplate;

/** Stores analyses, in place of earlier ones of the same articles. Not by entities: an article has tens of rows. */
class AnalysisWriter implements ItemWriter<List<ArticleAnalysis>> {
    private static final Table<ArticleAnalysis> ANALYSES = new Table<>(
            "article_analysis",
            """
            article_id, run_id, title, published_on, attribution, author, body, language,
            topic_note, kept_lines, removed_lines, kept_characters, removed_characters""",
            analysis -> RowInserts.row(
                    analysis.getArticleId(),
                    analysis.getRunId(),
                    analysis.getTitle(),
                    analysis.getPublishedOn(),
                    analysis.getAttribution(),
                    analysis.getAuthor(),
                    analysis.getBody(),
                    analysis.getLanguage(),
                    analysis.getTopicNote(),
                    analysis.getKeptLines(),
                    analysis.getRemovedLines(),
                    analysis.getKeptCharacters(),
                    analysis.getRemovedCharacters()));
    private static final Table<Removed> BLOCKS = new Table<>(
            "removed_block",
            """
            article_id, ordinal, first_line, last_line, start_column, end_column, kind, reason,
            confidence, lines, characters, text""",
            block -> RowInserts.row(
                    block.articleId(),
                    block.ordinal(),
                    block.text().firstLine(),
                    block.text().lastLine(),
                    block.text().startColumn(),
                    block.text().endColumn(),
                    block.text().kind().name(),
                    block.text().reason(),
                    block.text().confidence(),
                    block.text().lines(),
                    block.text().characters(),
                    block.text().text()));
    private static final Table<Topic> TOPICS = new Table<>(
            "article_topic",
            "article_id, ordinal, code, score",
            topic -> RowInserts.row(
                    topic.articleId(),
                    topic.ordinal(),
                    topic.topic().code(),
                    topic.topic().score()));

    private final JdbcTemplate jdbc;
    private final RowInserts inserts;
    private final boolean replace;

    /** A row of {@code removed_block}. */
    private record Removed(String articleId, int ordinal, RemovedText text) {}

    /** A row of {@code article_topic}. */
    private record Topic(String articleId, int ordinal, AssignedTopic topic) {}

    /** @param replace whether the articles may have an analysis already */
    AnalysisWriter(JdbcTemplate jdbc, RowInserts inserts, boolean replace) {
        this.jdbc = jdbc;
        this.inserts = inserts;
        this.replace = replace;
    }

    @Override
    public void write(Chunk<? extends List<ArticleAnalysis>> batches) {
        batches.forEach(this::write);
    }

    private void write(List<ArticleAnalysis> analyses) {
        List<Removed> blocks = new ArrayList<>();
        List<Topic> topics = new ArrayList<>();
        for (ArticleAnalysis analysis : analyses) {
            int ordinal = 0;
            for (RemovedText removed : analysis.getRemoved()) {
                blocks.add(new Removed(analysis.getArticleId(), ordinal++, removed));
            }
            ordinal = 0;
            for (AssignedTopic topic : analysis.getTopics()) {
                topics.add(new Topic(analysis.getArticleId(), ordinal++, topic));
            }
        }
        if (replace) {
            jdbc.batchUpdate(
                    "delete from article_analysis where article_id = ?",
                    analyses,
                    analyses.size(),
                    (statement, analysis) -> statement.setString(1, analysis.getArticleId()));
        }
        inserts.insert(ANALYSES, analyses);
        inserts.insert(BLOCKS, blocks);
        inserts.insert(TOPICS, topics);
    }
}

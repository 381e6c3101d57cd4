package io.ghirbal.nlp;

import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.ParameterizedPreparedStatementSetter;

/** Stores analyses, in place of earlier ones of the same articles. By JDBC batches: an article has tens of rows. */
class AnalysisWriter implements ItemWriter<ArticleAnalysis> {
    private final JdbcTemplate jdbc;
    private final boolean replace;

    /** A row of {@code removed_block}. */
    private record Removed(String articleId, int ordinal, RemovedText text) {}

    /** A row of {@code article_topic}. */
    private record Topic(String articleId, int ordinal, AssignedTopic topic) {}

    /** @param replace whether the articles may have an analysis already */
    AnalysisWriter(JdbcTemplate jdbc, boolean replace) {
        this.jdbc = jdbc;
        this.replace = replace;
    }

    @Override
    public void write(Chunk<? extends ArticleAnalysis> chunk) {
        List<ArticleAnalysis> analyses = new ArrayList<>(chunk.getItems());
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
            each(
                    "delete from article_analysis where article_id = ?",
                    analyses,
                    (statement, analysis) -> statement.setString(1, analysis.getArticleId()));
        }
        insertAnalyses(analyses);
        insertBlocks(blocks);
        insertTopics(topics);
    }

    private void insertAnalyses(List<ArticleAnalysis> analyses) {
        each("""
                insert into article_analysis (article_id, run_id, title, published_on, attribution, author, body, language,
                    topic_note, kept_lines, removed_lines, kept_characters, removed_characters)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, analyses, (statement, analysis) -> {
            statement.setString(1, analysis.getArticleId());
            statement.setLong(2, analysis.getRunId());
            statement.setString(3, analysis.getTitle());
            statement.setObject(4, analysis.getPublishedOn(), Types.DATE);
            statement.setString(5, analysis.getAttribution());
            statement.setString(6, analysis.getAuthor());
            statement.setString(7, analysis.getBody());
            statement.setString(8, analysis.getLanguage());
            statement.setString(9, analysis.getTopicNote());
            statement.setInt(10, analysis.getKeptLines());
            statement.setInt(11, analysis.getRemovedLines());
            statement.setInt(12, analysis.getKeptCharacters());
            statement.setInt(13, analysis.getRemovedCharacters());
        });
    }

    private void insertBlocks(List<Removed> blocks) {
        each("""
                insert into removed_block (article_id, ordinal, first_line, last_line, start_column, end_column, kind, reason,
                    confidence, lines, characters, text)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, blocks, (statement, block) -> {
            RemovedText text = block.text();
            statement.setString(1, block.articleId());
            statement.setInt(2, block.ordinal());
            statement.setInt(3, text.firstLine());
            statement.setInt(4, text.lastLine());
            statement.setObject(5, text.startColumn(), Types.INTEGER);
            statement.setObject(6, text.endColumn(), Types.INTEGER);
            statement.setString(7, text.kind().name());
            statement.setString(8, text.reason());
            statement.setDouble(9, text.confidence());
            statement.setInt(10, text.lines());
            statement.setInt(11, text.characters());
            statement.setString(12, text.text());
        });
    }

    private void insertTopics(List<Topic> topics) {
        each(
                "insert into article_topic (article_id, ordinal, code, score) values (?, ?, ?, ?)",
                topics,
                (statement, topic) -> {
                    statement.setString(1, topic.articleId());
                    statement.setInt(2, topic.ordinal());
                    statement.setString(3, topic.topic().code());
                    statement.setDouble(4, topic.topic().score());
                });
    }

    private <T> void each(String sql, List<T> rows, ParameterizedPreparedStatementSetter<T> values) {
        if (!rows.isEmpty()) {
            jdbc.batchUpdate(sql, rows, rows.size(), values);
        }
    }
}

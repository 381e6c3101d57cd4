package io.ghirbal.nlp;

import java.util.ArrayList;
import java.util.List;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SimplePropertySqlParameterSource;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;

/** Stores analyses in place of earlier ones of the same articles. By JDBC batches: an article has tens of rows. */
class AnalysisWriter implements ItemWriter<ArticleAnalysis> {
    private static final String DELETE = "delete from article_analysis where article_id = :articleId";
    private static final String INSERT_ANALYSIS = """
            insert into article_analysis (article_id, run_id, title, published_on, attribution, author, body, language, topic_note,
                kept_lines, removed_lines, kept_characters, removed_characters)
            values (:articleId, :runId, :title, :publishedOn, :attribution, :author, :body, :language, :topicNote,
                :keptLines, :removedLines, :keptCharacters, :removedCharacters)
            """;
    private static final String INSERT_BLOCK = """
            insert into removed_block (article_id, ordinal, first_line, last_line, start_column, end_column, kind, reason,
                confidence, lines, characters, text)
            values (:articleId, :ordinal, :firstLine, :lastLine, :startColumn, :endColumn, :kind, :reason,
                :confidence, :lines, :characters, :text)
            """;
    private static final String INSERT_TOPIC =
            "insert into article_topic (article_id, ordinal, code, score) values (:articleId, :ordinal, :code, :score)";

    private final NamedParameterJdbcTemplate database;

    AnalysisWriter(NamedParameterJdbcTemplate database) {
        this.database = database;
    }

    @Override
    public void write(Chunk<? extends ArticleAnalysis> chunk) {
        List<SqlParameterSource> analyses = new ArrayList<>();
        List<SqlParameterSource> blocks = new ArrayList<>();
        List<SqlParameterSource> topics = new ArrayList<>();
        for (ArticleAnalysis analysis : chunk) {
            analyses.add(new SimplePropertySqlParameterSource(analysis));
            int ordinal = 0;
            for (RemovedText removed : analysis.getRemoved()) {
                blocks.add(row(analysis.getArticleId(), ordinal++, removed));
            }
            ordinal = 0;
            for (AssignedTopic topic : analysis.getTopics()) {
                topics.add(row(analysis.getArticleId(), ordinal++, topic));
            }
        }
        execute(DELETE, analyses);
        execute(INSERT_ANALYSIS, analyses);
        execute(INSERT_BLOCK, blocks);
        execute(INSERT_TOPIC, topics);
    }

    private static SqlParameterSource row(String articleId, int ordinal, RemovedText removed) {
        return new MapSqlParameterSource("articleId", articleId)
                .addValue("ordinal", ordinal)
                .addValue("firstLine", removed.firstLine())
                .addValue("lastLine", removed.lastLine())
                .addValue("startColumn", removed.startColumn())
                .addValue("endColumn", removed.endColumn())
                .addValue("kind", removed.kind().name())
                .addValue("reason", removed.reason())
                .addValue("confidence", removed.confidence())
                .addValue("lines", removed.lines())
                .addValue("characters", removed.characters())
                .addValue("text", removed.text());
    }

    private static SqlParameterSource row(String articleId, int ordinal, AssignedTopic topic) {
        return new MapSqlParameterSource("articleId", articleId)
                .addValue("ordinal", ordinal)
                .addValue("code", topic.code())
                .addValue("score", topic.score());
    }

    private void execute(String sql, List<SqlParameterSource> rows) {
        if (!rows.isEmpty()) {
            database.batchUpdate(sql, rows.toArray(SqlParameterSource[]::new));
        }
    }
}

package io.ghirbal.report.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * Writes {@code articles.jsonl}: one JSON object a line for every analysed article that is not superseded, in the order of source, record
 * and id, with what was kept of it, what was removed and why, and its topics. UTF-8 without a byte order mark; a missing value is null, never an empty string;
 * scores are rounded to four decimals. The same rows give the same bytes on every database. Memory does not grow with the articles.
 */
public final class ArticlesExport {
    /** Name of the file. */
    public static final String FILE = "articles.jsonl";

    private static final int ARTICLES_PER_PAGE = 500;
    private static final int SCORE_DECIMALS = 4;

    private static final String REMOVED = """
            select article_id, first_line, last_line, start_column, kind, reason, text
            from removed_block where article_id in (:ids) order by article_id, ordinal
            """;
    private static final String TOPICS = """
            select x.article_id, x.code, t.name, x.score
            from article_topic x join topic t on t.code = x.code
            where x.article_id in (:ids) order by x.article_id, x.ordinal
            """;

    private final DataSource source;
    private final int articlesPerPage;
    // The writer belongs to OutputFile, which encodes lone surrogates that Jackson's own UTF-8 encoder refuses.
    private final JsonFactory json = JsonFactory.builder()
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .disable(StreamWriteFeature.FLUSH_PASSED_TO_STREAM)
            .build();

    /** @param source the database; {@link #write} takes a connection of its own from it */
    public ArticlesExport(DataSource source) {
        this(source, ARTICLES_PER_PAGE);
    }

    ArticlesExport(DataSource source, int articlesPerPage) {
        this.source = source;
        this.articlesPerPage = articlesPerPage;
    }

    /**
     * Writes the file into {@code outDir}, in place of an earlier one.
     *
     * @return the file
     * @throws UncheckedIOException when it cannot be written
     */
    public Path write(Path outDir) {
        try (ReadSnapshot snapshot = ReadSnapshot.of(source)) {
            return OutputFile.write(outDir.resolve(FILE), out -> writeAll(snapshot.database(), out));
        }
    }

    private void writeAll(JdbcClient database, Writer out) throws IOException {
        ArticlePages pages = new ArticlePages(database, articlesPerPage);
        for (List<ExportedArticle> page = pages.next(); !page.isEmpty(); page = pages.next()) {
            List<String> ids = page.stream().map(ExportedArticle::id).toList();
            Map<String, List<Removed>> removed = byArticle(database, REMOVED, ids, Removed::of);
            Map<String, List<Topic>> topics = byArticle(database, TOPICS, ids, Topic::of);
            for (ExportedArticle article : page) {
                try (JsonGenerator line = json.createGenerator(ObjectWriteContext.empty(), out)) {
                    writeArticle(
                            line,
                            article,
                            removed.getOrDefault(article.id(), List.of()),
                            topics.getOrDefault(article.id(), List.of()));
                }
                out.write('\n');
            }
        }
    }

    private static <T> Map<String, List<T>> byArticle(
            JdbcClient database, String sql, List<String> ids, RowReader<T> reader) {
        Map<String, List<T>> rows = new HashMap<>();
        database.sql(sql).param("ids", ids).query(row -> {
            rows.computeIfAbsent(row.getString("article_id"), id -> new ArrayList<>())
                    .add(reader.read(row));
        });
        return rows;
    }

    private static void writeArticle(
            JsonGenerator line, ExportedArticle article, List<Removed> removed, List<Topic> topics) {
        line.writeStartObject();
        line.writeStringProperty("id", article.id());
        line.writeStringProperty("source", article.source());
        line.writeNumberProperty("record", article.record());
        writeText(line, "outlet", article.outlet());
        writeText(line, "title", article.title());
        writeText(
                line,
                "publishedOn",
                article.publishedOn() == null ? null : article.publishedOn().toString());
        writeText(line, "attribution", article.attribution());
        writeText(line, "author", article.author());
        writeText(line, "body", article.body());
        line.writeArrayPropertyStart("removed");
        removed.stream().filter(block -> !block.inline()).forEach(block -> {
            line.writeStartObject();
            line.writeNumberProperty("first", block.first());
            line.writeNumberProperty("last", block.last());
            line.writeStringProperty("kind", block.kind());
            writeText(line, "reason", block.reason());
            line.writeEndObject();
        });
        line.writeEndArray();
        line.writeArrayPropertyStart("inline");
        removed.stream().filter(Removed::inline).forEach(span -> {
            line.writeStartObject();
            line.writeNumberProperty("line", span.first());
            writeText(line, "text", span.text());
            line.writeStringProperty("kind", span.kind());
            line.writeEndObject();
        });
        line.writeEndArray();
        line.writeArrayPropertyStart("topics");
        topics.forEach(topic -> {
            line.writeStartObject();
            line.writeStringProperty("code", topic.code());
            writeText(line, "name", topic.name());
            line.writeNumberProperty("score", rounded(topic.score()));
            line.writeEndObject();
        });
        line.writeEndArray();
        line.writeEndObject();
    }

    private static void writeText(JsonGenerator line, String field, @Nullable String value) {
        if (value == null || value.isEmpty()) {
            line.writeNullProperty(field);
        } else {
            line.writeStringProperty(field, value);
        }
    }

    private static BigDecimal rounded(double score) {
        BigDecimal rounded = BigDecimal.valueOf(score)
                .setScale(SCORE_DECIMALS, RoundingMode.HALF_UP)
                .stripTrailingZeros();
        return rounded.scale() < 1 ? rounded.setScale(1) : rounded;
    }

    @FunctionalInterface
    private interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    private record Removed(int first, int last, boolean inline, String kind, String reason, String text) {
        static Removed of(ResultSet row) throws SQLException {
            return new Removed(
                    row.getInt("first_line"),
                    row.getInt("last_line"),
                    row.getObject("start_column") != null,
                    row.getString("kind"),
                    row.getString("reason"),
                    row.getString("text"));
        }
    }

    private record Topic(String code, String name, double score) {
        static Topic of(ResultSet row) throws SQLException {
            return new Topic(row.getString("code"), row.getString("name"), row.getDouble("score"));
        }
    }
}

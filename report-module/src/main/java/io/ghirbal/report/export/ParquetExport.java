package io.ghirbal.report.export;

import io.ghirbal.report.export.ExportedArticle.Lines;
import io.ghirbal.report.export.ExportedArticle.Span;
import io.ghirbal.report.export.ExportedArticle.Topic;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Writes Parquet files for data tools: {@code articles.parquet} with what {@code articles.jsonl} says, and {@code tables/*.parquet} with
 * the rows of {@code tables/*.csv}, text unchanged. Days are dates, counts 64-bit integers, fractions and scores doubles rounded as there.
 * The same rows give the same bytes on every database. Memory does not grow with the rows.
 */
public final class ParquetExport {
    /** Name of the file with the articles. */
    public static final String FILE = "articles.parquet";

    private static final MessageType ARTICLE = MessageTypeParser.parseMessageType("""
            message article {
                required binary id (STRING);
                required binary source (STRING);
                required int64 record;
                optional binary outlet (STRING);
                optional binary title (STRING);
                optional int32 published_on (DATE);
                optional binary attribution (STRING);
                optional binary author (STRING);
                optional binary body (STRING);
                required group removed (LIST) { repeated group list { required group element {
                    required int32 first;
                    required int32 last;
                    required binary kind (STRING);
                    optional binary reason (STRING);
                } } }
                required group inline (LIST) { repeated group list { required group element {
                    required int32 line;
                    optional binary text (STRING);
                    required binary kind (STRING);
                } } }
                required group topics (LIST) { repeated group list { required group element {
                    required binary code (STRING);
                    optional binary name (STRING);
                    required double score;
                } } }
            }
            """);
    /** Columns of which nearly every value is another, and long. */
    private static final Set<String> UNIQUE = Set.of("id", "title", "body");

    private final DataSource source;
    private final int articlesPerPage;

    /** @param source the database; {@link #write} takes a connection of its own from it */
    public ParquetExport(DataSource source) {
        this(source, ArticlesExport.ARTICLES_PER_PAGE);
    }

    ParquetExport(DataSource source, int articlesPerPage) {
        this.source = source;
        this.articlesPerPage = articlesPerPage;
    }

    /**
     * Writes the files into {@code outDir} and the folder {@code tables} in it, in place of earlier ones.
     *
     * @return the files, that of the articles first
     * @throws UncheckedIOException when one cannot be written
     */
    public List<Path> write(Path outDir) {
        List<Path> files = new ArrayList<>();
        try (ReadSnapshot snapshot = ReadSnapshot.of(source)) {
            JdbcClient database = snapshot.database();
            files.add(OutputFile.make(outDir.resolve(FILE), unfinished -> writeArticles(database, unfinished)));
            for (SummaryTable table : SummaryTable.values()) {
                Path file = outDir.resolve(TableExport.FOLDER).resolve(table.tableName() + ".parquet");
                files.add(OutputFile.make(
                        file,
                        unfinished -> table.read(database, rows -> writeTable(rows, table.tableName(), unfinished))));
            }
        }
        return files;
    }

    private void writeArticles(JdbcClient database, Path file) throws IOException {
        ArticlePages pages = new ArticlePages(database, articlesPerPage);
        try (ParquetWriter<ExportedArticle> out =
                ParquetFile.create(file, ARTICLE, UNIQUE, ParquetExport::writeArticle)) {
            for (List<ExportedArticle> page = pages.next(); !page.isEmpty(); page = pages.next()) {
                for (ExportedArticle article : page) {
                    out.write(article);
                }
            }
        }
    }

    private static void writeArticle(ExportedArticle article, ParquetRecord record) {
        record.text(article.id())
                .text(article.source())
                .integer(article.record())
                .text(article.outlet())
                .text(article.title())
                .day(article.publishedOn())
                .text(article.attribution())
                .text(article.author())
                .text(article.body())
                .list(article.removed(), ParquetExport::writeLines)
                .list(article.inline(), ParquetExport::writeSpan)
                .list(article.topics(), ParquetExport::writeTopic);
    }

    private static void writeLines(Lines lines, ParquetRecord record) {
        record.integer(lines.first()).integer(lines.last()).text(lines.kind()).text(lines.reason());
    }

    private static void writeSpan(Span span, ParquetRecord record) {
        record.integer(span.line()).text(span.text()).text(span.kind());
    }

    private static void writeTopic(Topic topic, ParquetRecord record) {
        record.text(topic.code()).text(topic.name()).number(topic.score().doubleValue());
    }

    private static void writeTable(TableRows rows, String name, Path file) throws SQLException {
        MessageType schema = new MessageType(
                name, rows.columns().stream().map(ParquetExport::type).toList());
        try (ParquetWriter<TableRows> out = ParquetFile.create(file, schema, Set.of(), ParquetExport::writeRow)) {
            while (rows.next()) {
                out.write(rows);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Type type(TableRows.Column column) {
        return switch (column.kind()) {
            case TEXT ->
                Types.optional(PrimitiveTypeName.BINARY)
                        .as(LogicalTypeAnnotation.stringType())
                        .named(column.name());
            case COUNT -> Types.optional(PrimitiveTypeName.INT64).named(column.name());
            case FRACTION -> Types.optional(PrimitiveTypeName.DOUBLE).named(column.name());
            case DAY ->
                Types.optional(PrimitiveTypeName.INT32)
                        .as(LogicalTypeAnnotation.dateType())
                        .named(column.name());
        };
    }

    private static void writeRow(TableRows rows, ParquetRecord record) throws SQLException {
        for (TableRows.Column column : rows.columns()) {
            switch (column.kind()) {
                case TEXT -> record.text(rows.text(column));
                case COUNT -> record.integer(rows.count(column));
                case FRACTION -> {
                    BigDecimal fraction = rows.fraction(column);
                    record.number(fraction == null ? null : fraction.doubleValue());
                }
                case DAY -> record.day(rows.day(column));
            }
        }
    }
}

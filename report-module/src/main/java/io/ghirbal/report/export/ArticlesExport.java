package io.ghirbal.report.export;

import io.ghirbal.report.summary.Slice;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.apache.parquet.hadoop.ParquetWriter;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * Writes {@code articles.jsonl}: one JSON object a line for every analysed article that is not superseded, in the order of source, record
 * and id, with what was kept of it, what was removed and why, and its topics. UTF-8 without a byte order mark; a missing value is null,
 * never an empty string; scores are rounded to four decimals. Beside it {@code articles.parquet}, which says the same to data tools. The
 * same rows give the same bytes on every database. Memory does not grow with the articles.
 */
public final class ArticlesExport {
    /** Name of the file of JSON Lines. */
    public static final String FILE = "articles.jsonl";

    /** Name of the file for data tools. */
    public static final String PARQUET_FILE = "articles.parquet";

    private static final int ARTICLES_PER_PAGE = 500;

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
     * Writes both files into {@code outDir}, in place of earlier ones; together, as reading the articles takes nearly all of the time.
     *
     * @param slice the articles to write about
     * @return the file of JSON Lines
     * @throws UncheckedIOException when one cannot be written
     */
    public Path write(Path outDir, Slice slice) {
        try (ReadSnapshot snapshot = ReadSnapshot.of(source);
                PagesAhead pages = new PagesAhead(new ArticlePages(snapshot.database(), slice, articlesPerPage))) {
            return OutputFile.write(
                    outDir.resolve(FILE),
                    lines -> OutputFile.make(
                            outDir.resolve(PARQUET_FILE), unfinished -> writeAll(pages, lines, unfinished)));
        }
    }

    private void writeAll(PagesAhead pages, Writer lines, Path parquetFile) throws IOException {
        try (ParquetWriter<ExportedArticle> parquet = ArticlesParquet.create(parquetFile);
                Alongside columns = new Alongside("articles-parquet")) {
            for (List<ExportedArticle> page = pages.next(); !page.isEmpty(); page = pages.next()) {
                List<ExportedArticle> articles = page;
                Future<?> written = columns.begin(() -> {
                    for (ExportedArticle article : articles) {
                        parquet.write(article);
                    }
                    return articles;
                });
                for (ExportedArticle article : articles) {
                    try (JsonGenerator line = json.createGenerator(ObjectWriteContext.empty(), lines)) {
                        writeArticle(line, article);
                    }
                    lines.write('\n');
                }
                Alongside.await(written);
            }
        }
    }

    private static void writeArticle(JsonGenerator line, ExportedArticle article) {
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
        article.wholeLines().forEach(block -> {
            line.writeStartObject();
            line.writeNumberProperty("first", block.firstLine());
            line.writeNumberProperty("last", block.lastLine());
            line.writeStringProperty("kind", block.kind());
            writeText(line, "reason", ExportedArticle.filled(block.reason()));
            line.writeEndObject();
        });
        line.writeEndArray();
        line.writeArrayPropertyStart("inline");
        article.inline().forEach(span -> {
            line.writeStartObject();
            line.writeNumberProperty("line", span.firstLine());
            writeText(line, "text", ExportedArticle.filled(span.text()));
            line.writeStringProperty("kind", span.kind());
            line.writeEndObject();
        });
        line.writeEndArray();
        line.writeArrayPropertyStart("topics");
        article.topics().forEach(topic -> {
            line.writeStartObject();
            line.writeStringProperty("code", topic.code());
            writeText(line, "name", topic.name());
            line.writeNumberProperty("score", shortest(topic.score()));
            line.writeEndObject();
        });
        line.writeEndArray();
        line.writeEndObject();
    }

    private static void writeText(JsonGenerator line, String field, @Nullable String value) {
        if (value == null) {
            line.writeNullProperty(field);
        } else {
            line.writeStringProperty(field, value);
        }
    }

    private static BigDecimal shortest(BigDecimal score) {
        BigDecimal shortest = score.stripTrailingZeros();
        return shortest.scale() < 1 ? shortest.setScale(1) : shortest;
    }
}

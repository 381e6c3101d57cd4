package io.ghirbal.report.export;

import io.ghirbal.report.summary.Slice;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Writes every analysed article that is not superseded, in the order of source, record and id: as {@code articles.jsonl} and {@code
 * articles.parquet} with all that is known of it, as {@code articles.csv} and a sheet of {@code tables.xlsx} for people. All in one pass, as
 * reading the articles takes nearly all of the time. The same rows give the same bytes on every database. Memory does not grow with the
 * articles.
 */
public final class ArticlesExport {
    static final int ARTICLES_PER_PAGE = 500;

    private final DataSource source;
    private final int articlesPerPage;
    private final int rowsPerSheet;

    /** @param source the database; {@link #write} takes a connection of its own from it */
    public ArticlesExport(DataSource source) {
        this(source, ARTICLES_PER_PAGE, Worksheet.MAX_ROWS);
    }

    /** @param rowsPerSheet with the header, above 1 */
    ArticlesExport(DataSource source, int articlesPerPage, int rowsPerSheet) {
        this.source = source;
        this.articlesPerPage = articlesPerPage;
        this.rowsPerSheet = rowsPerSheet;
    }

    /** A file that is written while the articles are read. */
    private record ArticleFile(Path path, Maker maker) {
        @FunctionalInterface
        private interface Maker {
            ArticleWriter create(Path unfinished) throws IOException;
        }
    }

    /** One that is open; it names its file when it cannot be written. */
    private record OpenFile(Path path, ArticleWriter writer) {
        void write(ExportedArticle article) {
            try {
                writer.write(article);
            } catch (IOException | RuntimeException e) {
                throw OutputFile.failure(path, e);
            }
        }
    }

    /**
     * Writes the files of {@code exports} into {@code outDir}, in place of earlier ones.
     *
     * @param slice the articles to write about
     * @return the files
     * @throws UncheckedIOException when one cannot be written
     */
    public List<Path> write(Path outDir, Slice slice, Set<Export> exports) {
        if (exports.isEmpty()) {
            return List.of();
        }
        try (ReadSnapshot snapshot = ReadSnapshot.of(source)) {
            JdbcClient database = snapshot.database();
            List<ArticleFile> files = exports.stream()
                    .sorted()
                    .map(export -> file(export, outDir, database, slice))
                    .toList();
            write(files, new ArrayList<>(), new ArticlePages(database, slice, articlesPerPage));
            return files.stream().map(ArticleFile::path).toList();
        }
    }

    private ArticleFile file(Export export, Path outDir, JdbcClient database, Slice slice) {
        return new ArticleFile(
                outDir.resolve(export.file()),
                switch (export) {
                    case JSONL -> ArticleLines::create;
                    case CSV -> ArticlesCsv::create;
                    case XLSX -> unfinished -> WorkbookExport.create(unfinished, database, slice, rowsPerSheet);
                    case PARQUET -> unfinished -> ArticlesParquet.create(unfinished, ArticleFields.STORED);
                });
    }

    /** Opens the next of {@code files}, and when all are open, writes the articles: each file is whole before it takes its place. */
    private static void write(List<ArticleFile> files, List<OpenFile> open, ArticlePages articles) {
        if (open.size() == files.size()) {
            try (PagesAhead pages = new PagesAhead(articles)) {
                writeAll(pages, open.get(0), open.subList(1, open.size()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return;
        }
        ArticleFile next = files.get(open.size());
        OutputFile.make(next.path(), unfinished -> {
            try (ArticleWriter writer = next.maker().create(unfinished)) {
                open.add(new OpenFile(next.path(), writer));
                write(files, open, articles);
            }
        });
    }

    /** The first file in this thread, the others in one beside it. */
    private static void writeAll(PagesAhead pages, OpenFile first, List<OpenFile> others) throws IOException {
        try (Alongside beside = new Alongside("articles-beside")) {
            for (List<ExportedArticle> page = pages.next(); !page.isEmpty(); page = pages.next()) {
                List<ExportedArticle> articles = page;
                Future<@Nullable Void> written = beside.begin(() -> {
                    for (ExportedArticle article : articles) {
                        others.forEach(other -> other.write(article));
                    }
                    return null;
                });
                for (ExportedArticle article : articles) {
                    first.write(article);
                }
                Alongside.await(written);
            }
        }
    }
}

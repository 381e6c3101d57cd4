package io.ghirbal.report.export;

import io.ghirbal.report.summary.Slice;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dhatim.fastexcel.Workbook;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * {@code tables.xlsx}: a sheet for each summary table and one for the list of articles, see {@link SheetTable}. The same rows give the same
 * bytes on every database.
 */
final class WorkbookExport implements ArticleWriter {
    /** Name of the sheet with the list of articles. */
    static final String ARTICLES = "articles";

    private static final String APPLICATION = "Ghirbal";

    private final Path file;
    private final Path dated;
    private final OutputStream out;
    private final Workbook workbook;
    private final SheetTable articles;

    private WorkbookExport(Path file, Path dated, OutputStream out, Workbook workbook, SheetTable articles) {
        this.file = file;
        this.dated = dated;
        this.out = out;
        this.workbook = workbook;
        this.articles = articles;
    }

    /**
     * Begins {@code file} and writes the summary tables into it.
     *
     * @param slice the articles to write about
     * @param rowsPerSheet with the header, above 1
     */
    static WorkbookExport create(Path file, JdbcClient database, Slice slice, int rowsPerSheet) throws IOException {
        Path dated = file.resolveSibling(file.getFileName() + ".dated");
        OutputStream out = new BufferedOutputStream(Files.newOutputStream(dated));
        Workbook workbook = new Workbook(out, APPLICATION, null);
        try {
            for (SummaryTable table : SummaryTable.values()) {
                table.read(database, slice, rows -> {
                    try (SheetTable sheet = new SheetTable(workbook, table.tableName(), rows.columns(), rowsPerSheet)) {
                        while (rows.next()) {
                            sheet.write(rows.values());
                        }
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
            }
            return new WorkbookExport(
                    file, dated, out, workbook, new SheetTable(workbook, ARTICLES, ArticleList.COLUMNS, rowsPerSheet));
        } catch (RuntimeException | Error e) {
            try (out) {
                Files.deleteIfExists(dated);
            } catch (IOException suppressed) {
                e.addSuppressed(suppressed);
            }
            throw e;
        }
    }

    @Override
    public void write(ExportedArticle article) throws IOException {
        articles.write(ArticleList.row(article));
    }

    @Override
    public void close() throws IOException {
        try {
            try (out;
                    workbook;
                    articles) {
                // each completes what it holds, the last one first
            }
            UndatedWorkbook.copy(dated, file);
        } finally {
            Files.deleteIfExists(dated);
        }
    }
}

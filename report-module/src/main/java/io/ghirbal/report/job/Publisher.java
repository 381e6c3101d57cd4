package io.ghirbal.report.job;

import io.ghirbal.report.export.ArticlesExport;
import io.ghirbal.report.export.ParquetExport;
import io.ghirbal.report.export.TableExport;
import io.ghirbal.report.export.WorkbookExport;
import io.ghirbal.report.html.HtmlReport;
import io.ghirbal.report.summary.Slice;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes everything that a run leaves for its readers. */
class Publisher {
    /** Names of the files and folders that it writes. */
    static final List<String> NAMES = List.of(
            HtmlReport.FILE, ArticlesExport.FILE, ArticlesExport.PARQUET_FILE, WorkbookExport.FILE, TableExport.FOLDER);

    private final ArticlesExport articles;
    private final TableExport tables;
    private final WorkbookExport workbook;
    private final ParquetExport parquet;
    private final HtmlReport report;

    Publisher(
            ArticlesExport articles,
            TableExport tables,
            WorkbookExport workbook,
            ParquetExport parquet,
            HtmlReport report) {
        this.articles = articles;
        this.tables = tables;
        this.workbook = workbook;
        this.parquet = parquet;
        this.report = report;
    }

    /**
     * @param slice the articles to write about
     * @param compared others to put beside them in the report; null for none
     */
    void publish(Path out, Slice slice, @Nullable Slice compared) {
        articles.write(out, slice);
        tables.write(out, slice);
        workbook.write(out, slice);
        parquet.write(out, slice);
        report.write(out, slice, compared);
    }
}

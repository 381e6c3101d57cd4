package io.ghirbal.report.job;

import io.ghirbal.report.export.ArticlesExport;
import io.ghirbal.report.export.Export;
import io.ghirbal.report.export.ParquetExport;
import io.ghirbal.report.export.TableExport;
import io.ghirbal.report.html.HtmlReport;
import io.ghirbal.report.summary.Slice;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes everything that a run leaves for its readers. */
class Publisher {
    /** Names of the files and folders that it writes. */
    static final List<String> NAMES = Stream.concat(
                    Stream.of(HtmlReport.FILE, HtmlReport.FOLDER, TableExport.FOLDER, NewsRuns.PARTS),
                    Stream.of(Export.values()).map(Export::file))
            .toList();

    private final ArticlesExport articles;
    private final TableExport tables;
    private final ParquetExport parquet;
    private final HtmlReport report;

    Publisher(ArticlesExport articles, TableExport tables, ParquetExport parquet, HtmlReport report) {
        this.articles = articles;
        this.tables = tables;
        this.parquet = parquet;
        this.report = report;
    }

    /**
     * @param slice the articles to write about
     * @param compared others to put beside them in the report; null for none
     * @param exports what to write beside the report
     */
    void publish(Path out, Slice slice, @Nullable Slice compared, Set<Export> exports) {
        articles.write(out, slice, exports);
        if (exports.contains(Export.CSV)) {
            tables.write(out, slice);
        }
        if (exports.contains(Export.PARQUET)) {
            parquet.write(out, slice);
        }
        report.write(out, slice, compared, exports);
    }
}

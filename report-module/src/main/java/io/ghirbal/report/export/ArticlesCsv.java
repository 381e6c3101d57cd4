package io.ghirbal.report.export;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;

/** The list of articles as a table for spreadsheets, see {@link ArticleList} and {@link CsvTable}. */
final class ArticlesCsv implements ArticleWriter {
    private final Writer out;
    private final CsvTable table;

    private ArticlesCsv(Writer out) {
        this.out = out;
        this.table = new CsvTable(out, ArticleList.COLUMNS);
    }

    /** Begins {@code file}. */
    static ArticlesCsv create(Path file) throws IOException {
        return new ArticlesCsv(OutputFile.writer(file));
    }

    @Override
    public void write(ExportedArticle article) {
        table.write(ArticleList.row(article));
    }

    @Override
    public void close() throws IOException {
        try (out) {
            table.flush();
        }
    }
}

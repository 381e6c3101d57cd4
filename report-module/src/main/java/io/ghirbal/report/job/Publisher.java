package io.ghirbal.report.job;

import io.ghirbal.report.export.ArticlesExport;
import io.ghirbal.report.export.TableExport;
import java.nio.file.Path;

/** Writes everything that a run leaves for its readers. */
class Publisher {
    private final ArticlesExport articles;
    private final TableExport tables;

    Publisher(ArticlesExport articles, TableExport tables) {
        this.articles = articles;
        this.tables = tables;
    }

    void publish(Path out) {
        articles.write(out);
        tables.write(out);
    }
}

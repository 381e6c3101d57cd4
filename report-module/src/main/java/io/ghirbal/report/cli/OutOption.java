package io.ghirbal.report.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Where the report and the exports go. */
final class OutOption {
    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "ghirbal-out",
            converter = Folder.class,
            description =
                    "Folder that receives report.html, articles.jsonl, articles.csv, articles.parquet, tables.xlsx, "
                            + "tables/*.csv and tables/*.parquet. Default: ${DEFAULT-VALUE}/")
    private Path dir = Path.of("");

    Path dir() {
        return dir;
    }

    /** Where to write. */
    static final class Folder extends PathType {
        Folder() {
            super("a folder");
        }
    }
}

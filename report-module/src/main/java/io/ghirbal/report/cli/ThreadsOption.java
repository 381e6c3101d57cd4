package io.ghirbal.report.cli;

import io.ghirbal.report.database.DatabaseUrl;
import io.ghirbal.report.job.NewsRuns;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How many articles are analysed at a time. */
final class ThreadsOption {
    /** Each has a connection, and a server of PostgreSQL takes 100 unless told otherwise. */
    private static final int MOST = 64;

    @Option(
            names = "--threads",
            paramLabel = "NUMBER",
            converter = Count.class,
            description =
                    "Articles cleaned and classified at a time. Default: as many as there are processors; 1 with HSQLDB.")
    private @Nullable Integer threads;

    /** The number given, or the usual one for the database. */
    int threads(DatabaseUrl database) {
        return threads == null ? NewsRuns.usualThreads(database) : threads;
    }

    /** How many may be worked on at a time. */
    static final class Count extends NumberType {
        Count() {
            super("a number", MOST);
        }
    }
}

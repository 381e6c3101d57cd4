package io.ghirbal.report.cli;

import io.ghirbal.report.database.DatabaseUrl;
import io.ghirbal.report.job.NewsRuns;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How many articles are analysed at a time. */
final class ThreadsOption {
    /** Each has a connection, and a server of PostgreSQL takes 100 unless told otherwise. */
    static final int MOST = 64;

    @Option(
            names = "--threads",
            paramLabel = "NUMBER",
            description =
                    "Articles cleaned and classified at a time. Default: as many as there are processors; 1 with HSQLDB.")
    private @Nullable Integer threads;

    /**
     * The number given, or the usual one for the database.
     *
     * @throws WrongUsageException when it is not from 1 to {@link #MOST}
     */
    int threads(DatabaseUrl database) {
        if (threads == null) {
            return NewsRuns.usualThreads(database);
        }
        if (threads < 1 || threads > MOST) {
            throw new WrongUsageException("--threads: from 1 to %d, not %d".formatted(MOST, threads));
        }
        return threads;
    }
}

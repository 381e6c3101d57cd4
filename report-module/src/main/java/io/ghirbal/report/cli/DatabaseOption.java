package io.ghirbal.report.cli;

import io.ghirbal.report.job.DatabaseUrl;
import picocli.CommandLine.Option;

/** Where the database is. */
final class DatabaseOption {
    @Option(
            names = "--db",
            paramLabel = "URL",
            defaultValue = "jdbc:hsqldb:file:ghirbal-data/news",
            description = {
                "Database: jdbc:hsqldb:file:PATH or jdbc:postgresql://HOST/DATABASE[?user=NAME].",
                "The environment variables GHIRBAL_DB_USER and GHIRBAL_DB_PASSWORD give what the address does not.",
                "Default: ${DEFAULT-VALUE}"
            })
    private String url = "";

    /**
     * @throws WrongUsageException when the address is not one of a known database
     */
    DatabaseUrl url() {
        try {
            return new DatabaseUrl(url, System.getenv("GHIRBAL_DB_USER"), System.getenv("GHIRBAL_DB_PASSWORD"));
        } catch (IllegalArgumentException e) {
            throw new WrongUsageException("--db: " + e.getMessage());
        }
    }

    /** {@code argument}, and where it holds the address, that without its settings. */
    String withoutSecrets(String argument) {
        return argument.replace(url, url().shown());
    }
}

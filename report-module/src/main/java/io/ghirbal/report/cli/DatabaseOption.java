package io.ghirbal.report.cli;

import io.ghirbal.report.database.DatabaseUrl;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the database is. */
final class DatabaseOption {
    @Option(
            names = ConfigFile.OPTION,
            paramLabel = "FILE",
            description = "YAML file with options, a key each, and inputs; see docs/configuration.md.")
    @SuppressWarnings("UnusedVariable") // was read before the command line was parsed, see ConfigFile.named
    private @Nullable Path configFile;

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

    /**
     * The address of a database that is there.
     *
     * @throws WrongUsageException when there is no such file, or the address is not one of a known database
     */
    DatabaseUrl existing() {
        DatabaseUrl address = url();
        address.findFile()
                .filter(file -> !Files.exists(Path.of(file + ".script")))
                .ifPresent(file -> {
                    throw new WrongUsageException(
                            "there is no database at %s: run the job first, or name it with --db".formatted(file));
                });
        return address;
    }

    /** {@code argument}, and where it holds the address, that without its settings. */
    String withoutSecrets(String argument) {
        return argument.replace(url, url().shown());
    }
}

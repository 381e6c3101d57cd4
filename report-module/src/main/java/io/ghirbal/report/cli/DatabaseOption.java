package io.ghirbal.report.cli;

import io.ghirbal.report.database.DatabaseUrl;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** Where the database is. */
final class DatabaseOption {
    @Option(
            names = "--db",
            paramLabel = "URL",
            defaultValue = "jdbc:hsqldb:file:ghirbal-data/news",
            converter = Address.class,
            description = {
                "Database: jdbc:hsqldb:file:PATH or jdbc:postgresql://HOST/DATABASE[?user=NAME].",
                "The environment variables GHIRBAL_DB_USER and GHIRBAL_DB_PASSWORD give what the address does not.",
                "Default: ${DEFAULT-VALUE}"
            })
    private String url = "";

    DatabaseUrl url() {
        return new DatabaseUrl(url, System.getenv("GHIRBAL_DB_USER"), System.getenv("GHIRBAL_DB_PASSWORD"));
    }

    /** The address of a database that is opened next, which takes seconds: it says so before anything is loaded for it. */
    DatabaseUrl opening(CommandLine command) {
        command.getOut().println("opening the database …");
        return url();
    }

    /**
     * As {@link #opening}, of a database that is there.
     *
     * @throws WrongUsageException when there is no such file
     */
    DatabaseUrl openingExisting(CommandLine command) {
        url().findFile()
                .filter(file -> !Files.exists(Path.of(file + ".script")))
                .ifPresent(file -> {
                    throw new WrongUsageException(
                            "there is no database at %s: run the job first, or name it with --db".formatted(file));
                });
        return opening(command);
    }

    /** {@code argument}, and where it holds the address, that without its settings. */
    String withoutSecrets(String argument) {
        return argument.replace(url, url().shown());
    }

    /** An address; kept as it was given, for that is how it stands among the arguments. */
    static final class Address extends OptionType<String> {
        private static final Pattern DRIVER = Pattern.compile("jdbc:[a-z]+");

        Address() {
            super("jdbc:hsqldb:file:PATH or jdbc:postgresql://HOST/DATABASE");
        }

        @Override
        String parse(String value) {
            var unused = new DatabaseUrl(value);
            return value;
        }

        @Override
        String shown(String value) {
            return "an address";
        }

        /** No more of it than cannot be a secret. */
        @Override
        String reason(String value, IllegalArgumentException refused) {
            Matcher driver = DRIVER.matcher(value);
            return driver.lookingAt() ? " (it begins with %s)".formatted(driver.group()) : "";
        }

        @Override
        boolean holdsPassword(String value) {
            return new DatabaseUrl(value).holdsPassword();
        }
    }
}

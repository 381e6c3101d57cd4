package io.ghirbal.report.cli;

import io.ghirbal.report.remote.Broker;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Over which broker a run and its workers find each other. */
final class BrokerOption {
    @Option(
            names = "--broker",
            paramLabel = "URL",
            description = {
                "Message broker (Artemis) over which a run has its articles analysed by workers: tcp://HOST:PORT.",
                "The environment variables GHIRBAL_BROKER_USER and GHIRBAL_BROKER_PASSWORD give role and password.",
                "It takes a database on PostgreSQL. See docs/scaling.md."
            })
    private @Nullable String url;

    /**
     * The broker; null when none is named.
     *
     * @throws WrongUsageException when the address is not one of a broker, or the database is not on PostgreSQL
     */
    @Nullable Broker broker(DatabaseOption database) {
        if (url == null) {
            return null;
        }
        Broker broker = address(url);
        if (!database.url().isPostgresql()) {
            throw new WrongUsageException(
                    "--broker needs a database that several processes can open, and %s is not one: name one on PostgreSQL with --db"
                            .formatted(database.url().shown()));
        }
        return broker;
    }

    private static Broker address(String url) {
        try {
            return new Broker(url, System.getenv("GHIRBAL_BROKER_USER"), System.getenv("GHIRBAL_BROKER_PASSWORD"));
        } catch (IllegalArgumentException e) {
            throw new WrongUsageException("--broker: " + e.getMessage());
        }
    }

    /** {@code argument}, and where it holds the address, that without its settings. */
    String withoutSecrets(String argument) {
        return url == null ? argument : argument.replace(url, address(url).shown());
    }
}

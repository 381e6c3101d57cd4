package io.ghirbal.report.cli;

import io.ghirbal.report.remote.Broker;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Over which broker a run and its workers find each other. */
final class BrokerOption {
    @Option(
            names = "--broker",
            paramLabel = "URL",
            converter = Address.class,
            description = {
                "Message broker (Artemis) over which a run has its articles analysed by workers: tcp://HOST:PORT.",
                "The environment variables GHIRBAL_BROKER_USER and GHIRBAL_BROKER_PASSWORD give role and password.",
                "It takes a database on PostgreSQL. See docs/scaling.md."
            })
    private @Nullable Broker broker;

    /**
     * The broker; null when none is named.
     *
     * @throws WrongUsageException when there is one and the database is not on PostgreSQL
     */
    @Nullable Broker broker(DatabaseOption database) {
        if (broker != null && !database.url().isPostgresql()) {
            throw new WrongUsageException(
                    "--broker needs a database that several processes can open, and %s is not one: name one on PostgreSQL with --db"
                            .formatted(database.url().shown()));
        }
        return broker;
    }

    /** {@code argument}, and where it holds the address, that without its settings. */
    String withoutSecrets(String argument) {
        return broker == null ? argument : argument.replace(broker.url(), broker.shown());
    }

    /** An address, with the role and password of the environment. */
    static final class Address extends OptionType<Broker> {
        Address() {
            super("tcp://HOST:PORT");
        }

        @Override
        Broker parse(String value) {
            return new Broker(value, System.getenv("GHIRBAL_BROKER_USER"), System.getenv("GHIRBAL_BROKER_PASSWORD"));
        }

        @Override
        String shown(String value) {
            return "an address";
        }

        @Override
        boolean holdsPassword(String value) {
            return parse(value).holdsPassword();
        }
    }
}

package io.ghirbal.ingest;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A PostgreSQL server that is started on first use and ends with the JVM. */
final class PostgresqlServer {
    private static final EmbeddedPostgres STARTED = start();

    private PostgresqlServer() {}

    private static EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Creates an empty database and returns its address. */
    static String createDatabase() {
        String name = "t" + UUID.randomUUID().toString().replace("-", "");
        JdbcClient.create(STARTED.getPostgresDatabase())
                .sql("create database " + name)
                .update();
        return STARTED.getJdbcUrl("postgres", name);
    }
}

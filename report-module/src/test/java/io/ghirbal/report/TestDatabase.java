package io.ghirbal.report;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Empty databases with the schema of all modules. */
public final class TestDatabase {
    private TestDatabase() {}

    /** A new HSQLDB in memory. */
    public static DataSource hsqldb() {
        return migrated(
                new DriverManagerDataSource("jdbc:hsqldb:mem:" + UUID.randomUUID() + ";hsqldb.tx=mvcc", "sa", ""),
                "hsqldb");
    }

    /** A new database on a PostgreSQL server that is started on first use and ends with the test run. */
    public static DataSource postgresql() {
        String name = "t" + UUID.randomUUID().toString().replace("-", "");
        Fixture.execute(Server.STARTED.getPostgresDatabase(), "create database " + name);
        return migrated(Server.STARTED.getDatabase("postgres", name), "postgresql");
    }

    private static DataSource migrated(DataSource database, String vendor) {
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration/" + vendor)
                .load()
                .migrate();
        return database;
    }

    private static final class Server {
        static final EmbeddedPostgres STARTED = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}

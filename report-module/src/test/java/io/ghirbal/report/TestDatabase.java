package io.ghirbal.report;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** New databases. Their tables are made by the migrations once in a JVM, and copied from then on. */
public final class TestDatabase {
    private TestDatabase() {}

    /** An HSQLDB in memory with the tables of all modules, but without the comments on columns of views, which HSQLDB does not write down. */
    public static DataSource hsqldb() {
        DataSource database = emptyHsqldb();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : HsqldbScript.TABLES) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return database;
    }

    /** An HSQLDB in memory whose tables the migrations themselves have made. */
    public static DataSource migratedHsqldb() {
        return migrated(emptyHsqldb(), "hsqldb");
    }

    private static DataSource emptyHsqldb() {
        return new DriverManagerDataSource("jdbc:hsqldb:mem:" + UUID.randomUUID() + ";hsqldb.tx=mvcc", "sa", "");
    }

    /** A database with the tables of all modules on a PostgreSQL server that is started on first use and ends with the JVM. */
    public static DataSource postgresql() {
        return PostgresqlServer.STARTED.getDatabase("postgres", PostgresqlServer.createMigrated());
    }

    /** Address of a database with the tables of all modules on the same server. */
    public static String postgresqlAddress() {
        return PostgresqlServer.STARTED.getJdbcUrl("postgres", PostgresqlServer.createMigrated());
    }

    /** Address of a database without tables on the same server. */
    public static String emptyPostgresql() {
        return PostgresqlServer.STARTED.getJdbcUrl("postgres", PostgresqlServer.createEmpty());
    }

    private static DataSource migrated(DataSource database, String vendor) {
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration/" + vendor)
                .load()
                .migrate();
        return database;
    }

    private static final class HsqldbScript {
        private static final Pattern OF_A_TABLE =
                Pattern.compile("CREATE (MEMORY TABLE|INDEX|VIEW)|ALTER TABLE|COMMENT|INSERT");

        static final List<String> TABLES =
                JdbcClient.create(migratedHsqldb()).sql("script").query(String.class).list().stream()
                        .filter(sql -> OF_A_TABLE.matcher(sql).lookingAt())
                        .toList();
    }

    private static final class PostgresqlServer {
        private static final String TEMPLATE = "migrated";

        static final EmbeddedPostgres STARTED = start();

        private static EmbeddedPostgres start() {
            try {
                EmbeddedPostgres server = EmbeddedPostgres.start();
                execute(server, "create database " + TEMPLATE);
                migrated(server.getDatabase("postgres", TEMPLATE), "postgresql");
                return server;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** Returns the name of a new database with tables. */
        static String createMigrated() {
            String name = createName();
            execute(STARTED, "create database %s template %s".formatted(name, TEMPLATE));
            return name;
        }

        /** Returns the name of a new database without tables. */
        static String createEmpty() {
            String name = createName();
            execute(STARTED, "create database " + name);
            return name;
        }

        private static String createName() {
            return "t" + UUID.randomUUID().toString().replace("-", "");
        }

        private static void execute(EmbeddedPostgres server, String sql) {
            JdbcClient.create(server.getPostgresDatabase()).sql(sql).update();
        }
    }
}

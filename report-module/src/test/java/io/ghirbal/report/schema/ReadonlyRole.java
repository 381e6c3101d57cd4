package io.ghirbal.report.schema;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What docs/readonly-role.sql makes. */
final class ReadonlyRole {
    private static final Path SCRIPT = Path.of("..", "docs", "readonly-role.sql");

    private ReadonlyRole() {}

    static void create(DataSource database) throws IOException {
        JdbcClient.create(database).sql(Files.readString(SCRIPT)).update();
    }

    /** The database as a new login that is a member of the role sees it. */
    static DataSource login(DataSource database, String name) throws SQLException {
        JdbcClient.create(database)
                .sql("create role \"" + name + "\" login in role ghirbal_reader")
                .update();
        try (Connection connection = database.getConnection()) {
            return new DriverManagerDataSource(connection.getMetaData().getURL(), name, "");
        }
    }
}

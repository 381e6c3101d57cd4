package io.ghirbal.ingest;

import java.sql.Connection;
import java.sql.SQLException;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/** Which database it is, for the few things that one of them does better in a way of its own. */
public enum Product {
    HSQLDB,
    POSTGRESQL;

    /** That of the database, which is asked. */
    public static Product of(JdbcTemplate jdbc) {
        String name = jdbc.execute((ConnectionCallback<String>) Product::name);
        return "PostgreSQL".equals(name) ? POSTGRESQL : HSQLDB;
    }

    private static String name(Connection connection) throws SQLException {
        return connection.getMetaData().getDatabaseProductName();
    }
}

package io.ghirbal.report.export;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * The database as it stands at one moment: every query through it sees the same rows, whatever others commit meanwhile. It reads over a
 * connection of its own, never the one of a surrounding transaction, in one read-only repeatable-read transaction; close it to give the
 * connection back.
 */
public final class ReadSnapshot implements AutoCloseable {
    /** Rows PostgreSQL sends at a time; outside a transaction, or without a fetch size, it would send all at once. */
    private static final int ROWS_PER_FETCH = 1000;

    private final Connection connection;
    private final JdbcClient database;

    private ReadSnapshot(Connection connection) {
        this.connection = connection;
        JdbcTemplate template = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
        template.setFetchSize(ROWS_PER_FETCH);
        this.database = JdbcClient.create(template);
    }

    /**
     * Takes a connection and begins.
     *
     * @throws IllegalStateException when the database gives no connection
     */
    public static ReadSnapshot of(DataSource source) {
        try {
            Connection connection = source.getConnection();
            try {
                connection.setReadOnly(true);
                connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
                connection.setAutoCommit(false);
                return new ReadSnapshot(connection);
            } catch (SQLException e) {
                connection.close();
                throw e;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot read the database: " + e.getMessage(), e);
        }
    }

    /** Queries of this snapshot. */
    public JdbcClient database() {
        return database;
    }

    @Override
    public void close() {
        try (connection) {
            connection.rollback();
            connection.setAutoCommit(true);
            connection.setReadOnly(false);
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot end reading the database: " + e.getMessage(), e);
        }
    }
}

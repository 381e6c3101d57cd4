package io.ghirbal.report.job;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Supplier;
import javax.sql.DataSource;

/**
 * Keeps two processes from running the job on one database. On PostgreSQL an advisory lock, held by a connection of its own: it goes when
 * the process goes, however it ends, so a lock is never stale. An HSQLDB file admits one process by itself.
 *
 * <p>Who holds the lock may take a run that the database calls running for one that was killed.
 */
final class RunLock {
    /** "ghirbal" in ASCII: any number will do that no other program uses on this database. */
    private static final long KEY = 0x67686972626164L;

    private RunLock() {}

    /**
     * Does {@code work} under the lock.
     *
     * @throws AnotherRunIsActiveException when another process holds it
     * @throws DatabaseUnavailableException when the database can't be asked
     */
    static <T> T holding(DatabaseUrl url, DataSource database, Supplier<T> work) {
        if (!url.isPostgresql()) {
            return work.get();
        }
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            if (!isTrue(statement, "select pg_try_advisory_lock(" + KEY + ")")) {
                throw new AnotherRunIsActiveException(url);
            }
            try {
                return work.get();
            } finally {
                unlock(statement);
            }
        } catch (SQLException e) {
            throw new DatabaseUnavailableException(url, e);
        }
    }

    /** The connection goes back to the pool, and the lock would stay with it. */
    private static void unlock(Statement statement) {
        try {
            statement.execute("select pg_advisory_unlock(" + KEY + ")");
        } catch (SQLException e) {
            // the session is gone, and the lock with it; what the work answered or threw stands
        }
    }

    private static boolean isTrue(Statement statement, String sql) throws SQLException {
        try (ResultSet answer = statement.executeQuery(sql)) {
            return answer.next() && answer.getBoolean(1);
        }
    }
}

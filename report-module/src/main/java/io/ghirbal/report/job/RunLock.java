package io.ghirbal.report.job;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Keeps two processes from running the job on one database. On PostgreSQL an advisory lock, held by a connection of its own: it goes when
 * the process goes, however it ends, so a lock is never stale. An HSQLDB file admits one process by itself, see {@link OwnerFile}.
 *
 * <p>Who holds the lock may take a run that the database calls running for one that was killed.
 */
final class RunLock {
    /** "ghirbal" in ASCII: any number will do that no other program uses on this database. */
    private static final long KEY = 0x67686972626164L;

    /** A process enters itself right after it has taken the lock; for who comes in between, a moment is enough. */
    private static final int ASK_AT_MOST = 20;

    private static final long ASK_EVERY_MILLIS = 100;

    private RunLock() {}

    /**
     * Does {@code work} under the lock.
     *
     * @param whenLost called, from another thread, when the lock is lost while the work is done: another run may begin
     * @throws AnotherRunIsActiveException when another process holds it
     * @throws DatabaseUnavailableException when the database can't be asked, or the connection that held the lock was lost meanwhile
     */
    static <T> T holding(DatabaseUrl url, DataSource database, Runnable whenLost, Supplier<T> work) {
        try (Connection connection = database.getConnection()) {
            return url.isPostgresql()
                    ? holdingOnPostgresql(url, connection, whenLost, work)
                    : owning(connection, null, whenLost, work);
        } catch (SQLException e) {
            throw new DatabaseUnavailableException(url, e);
        }
    }

    private static <T> T holdingOnPostgresql(
            DatabaseUrl url, Connection connection, Runnable whenLost, Supplier<T> work) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            dropDeadHosts(statement);
            if (!isTrue(statement, "select pg_try_advisory_lock(" + KEY + ")")) {
                throw new AnotherRunIsActiveException(url, findOwner(connection));
            }
            try {
                return owning(connection, session(statement), whenLost, work);
            } finally {
                unlock(statement);
            }
        }
    }

    /** Of a host that lost its power the server would hear nothing, and keep the lock for two hours. */
    private static void dropDeadHosts(Statement statement) throws SQLException {
        statement.execute(
                "set tcp_keepalives_idle = 20; set tcp_keepalives_interval = 5; set tcp_keepalives_count = 4");
    }

    private static <T> T owning(Connection connection, @Nullable Integer session, Runnable whenLost, Supplier<T> work)
            throws SQLException {
        try (RunOwner owner = RunOwner.enter(connection, session, whenLost)) {
            T answer = work.get();
            if (owner.isLost()) {
                throw new SQLException("the connection that keeps other runs away was lost");
            }
            return answer;
        }
    }

    private static @Nullable Owner findOwner(Connection connection) {
        Optional<Owner> owner = RunOwner.find(connection);
        for (int asked = 1; owner.isEmpty() && asked < ASK_AT_MOST; asked++) {
            try {
                TimeUnit.MILLISECONDS.sleep(ASK_EVERY_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return null;
            }
            owner = RunOwner.find(connection);
        }
        return owner.orElse(null);
    }

    /** The connection goes back to the pool, and the lock would stay with it. */
    private static void unlock(Statement statement) {
        try {
            statement.execute("select pg_advisory_unlock(" + KEY + ")");
        } catch (SQLException e) {
            // the session is gone, and the lock with it; what the work answered or threw stands
        }
    }

    private static int session(Statement statement) throws SQLException {
        try (ResultSet answer = statement.executeQuery("select pg_backend_pid()")) {
            answer.next();
            return answer.getInt(1);
        }
    }

    private static boolean isTrue(Statement statement, String sql) throws SQLException {
        try (ResultSet answer = statement.executeQuery(sql)) {
            return answer.next() && answer.getBoolean(1);
        }
    }
}

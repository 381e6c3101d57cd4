package io.ghirbal.report.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Keeps two processes from running the job on one database. On PostgreSQL an advisory lock, held by a connection of its own: it goes when
 * the process goes, however it ends, so a lock is never stale. An HSQLDB file admits one process by itself, see {@link OwnerFile}.
 *
 * <p>Who holds the lock may take a run that the database calls running for one that was killed.
 */
public final class RunLock {
    /** "ghirbal" in ASCII: any number will do that no other program uses on this database. */
    private static final long KEY = 0x67686972626164L;

    /** A process enters itself right after it has taken the lock; for who comes in between, a moment is enough. */
    private static final int ASK_AT_MOST = 20;

    private static final long ASK_EVERY_MILLIS = 100;

    private final DatabaseUrl url;
    private final DataSource database;

    RunLock(DatabaseUrl url, DataSource database) {
        this.url = url;
        this.database = database;
    }

    /** The lock while this process holds it. */
    public final class Held implements AutoCloseable {
        private final Connection connection;
        private final RunOwner owner;

        private Held(Connection connection, RunOwner owner) {
            this.connection = connection;
            this.owner = owner;
        }

        /**
         * Says at the end of the work that no other process can have been at it.
         *
         * @throws DatabaseUnavailableException when the connection that held the lock was lost meanwhile
         */
        public void check() {
            if (owner.isLost()) {
                throw new DatabaseUnavailableException(
                        url, new SQLException("the connection that keeps other runs away was lost"));
            }
        }

        /** Gives the lock back. */
        @Override
        public void close() {
            try (connection) {
                owner.close();
                unlock(connection);
            } catch (SQLException e) {
                throw new DatabaseUnavailableException(url, e);
            }
        }
    }

    /**
     * Takes the lock.
     *
     * @param whenLost called, from another thread, when the lock is lost while it is held: another run may begin
     * @throws AnotherRunIsActiveException when another process holds it
     * @throws DatabaseUnavailableException when the database can't be asked
     */
    public Held take(Runnable whenLost) {
        try {
            Connection connection = database.getConnection();
            try {
                return take(connection, whenLost);
            } catch (SQLException | RuntimeException e) {
                connection.close();
                throw e;
            }
        } catch (SQLException e) {
            throw new DatabaseUnavailableException(url, e);
        }
    }

    private Held take(Connection connection, Runnable whenLost) throws SQLException {
        Integer session = url.isPostgresql() ? lock(connection) : null;
        try {
            return new Held(connection, RunOwner.enter(connection, session, whenLost));
        } catch (RuntimeException e) {
            unlock(connection);
            throw e;
        }
    }

    /** Returns the server process behind the connection. */
    private int lock(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            dropDeadHosts(statement);
            int session = session(statement);
            if (!isTrue(statement, "select pg_try_advisory_lock(" + KEY + ")")) {
                throw new AnotherRunIsActiveException(url, findOwner(connection));
            }
            return session;
        }
    }

    /** Of a host that lost its power the server would hear nothing, and keep the lock for two hours. */
    private static void dropDeadHosts(Statement statement) throws SQLException {
        statement.execute(
                "set tcp_keepalives_idle = 20; set tcp_keepalives_interval = 5; set tcp_keepalives_count = 4");
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
    private void unlock(Connection connection) {
        if (!url.isPostgresql()) {
            return;
        }
        try (Statement statement = connection.createStatement()) {
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

package io.ghirbal.report.database;

import io.ghirbal.ingest.run.RunLog;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The row of {@code run_owner}: this process while it runs the job, with a sign of life every few seconds. It is there for people; that
 * no other process runs the job is the {@link RunLock}'s to know. The signs go over the connection that holds the lock: that keeps a
 * firewall from dropping it as idle, and when one can't be given the lock may be gone too.
 */
final class RunOwner implements AutoCloseable {
    private static final Duration SIGN_OF_LIFE_EVERY = Duration.ofSeconds(5);

    private final JdbcClient database;
    private final ScheduledExecutorService clock;
    private volatile boolean lost;

    private RunOwner(JdbcClient database, ScheduledExecutorService clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Enters this process in place of one that was killed, and adds to the runs that one left what it had worked on them.
     *
     * @param connection the one that holds the lock
     * @param session the server process behind the connection; null on HSQLDB
     * @param whenLost called once, from another thread, when the connection is lost
     */
    static RunOwner enter(Connection connection, @Nullable Integer session, Runnable whenLost) {
        SingleConnectionDataSource held = new SingleConnectionDataSource(connection, true);
        JdbcClient database = JdbcClient.create(held);
        new TransactionTemplate(new DataSourceTransactionManager(held)).executeWithoutResult(transaction -> {
            findIn(database, "select host, pid, since, alive_at from run_owner")
                    .ifPresent(dead -> new RunLog(database)
                            .addTimeOfKilled(dead.since(), Objects.requireNonNullElse(dead.aliveAt(), dead.since())));
            database.sql("delete from run_owner").update();
            Owner self = Owner.self();
            database.sql("insert into run_owner (host, pid, since, alive_at, session) values (?, ?, ?, ?, ?)")
                    .param(self.host())
                    .param(self.pid())
                    .param(utc(self.since()))
                    .param(utc(self.since()))
                    .param(session)
                    .update();
        });
        ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "sign of life");
            thread.setDaemon(true);
            return thread;
        });
        RunOwner owner = new RunOwner(database, clock);
        long every = SIGN_OF_LIFE_EVERY.toMillis();
        var unused =
                clock.scheduleWithFixedDelay(() -> owner.signOfLife(whenLost), every, every, TimeUnit.MILLISECONDS);
        return owner;
    }

    /** Who holds the lock on a PostgreSQL server; empty while that process has not entered itself yet. */
    static Optional<Owner> find(Connection connection) {
        return findIn(JdbcClient.create(new SingleConnectionDataSource(connection, true)), """
                select host, pid, since, alive_at from run_owner o
                where exists (select 1 from pg_locks l where l.locktype = 'advisory' and l.granted and l.pid = o.session)
                """);
    }

    private static Optional<Owner> findIn(JdbcClient database, String sql) {
        return database.sql(sql)
                .query((row, number) -> new Owner(
                        row.getString("host"),
                        row.getLong("pid"),
                        row.getObject("since", OffsetDateTime.class).toInstant(),
                        row.getObject("alive_at", OffsetDateTime.class).toInstant()))
                .optional();
    }

    private void signOfLife(Runnable whenLost) {
        try {
            database.sql("update run_owner set alive_at = ?")
                    .param(utc(Instant.now()))
                    .update();
        } catch (DataAccessException | TransactionException e) {
            lost = true;
            clock.shutdown();
            whenLost.run();
        }
    }

    /** Whether the connection, and with it the lock, was lost meanwhile. */
    boolean isLost() {
        return lost;
    }

    /** Takes the row back. */
    @Override
    public void close() {
        end(clock);
        try {
            database.sql("delete from run_owner").update();
        } catch (DataAccessException e) {
            // the connection is gone; the next run takes the row over
        }
    }

    /** The connection is not for two threads at a time. */
    private static void end(ExecutorService clock) {
        clock.shutdown();
        try {
            var unused = clock.awaitTermination(SIGN_OF_LIFE_EVERY.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}

package io.ghirbal.ingest.run;

import java.nio.file.Path;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;

/**
 * Writes the table {@code run}, as the only one. Each method is one statement for a run, in the transaction of its caller where there is
 * one: a process killed between two statements would leave a time or a count that is added twice, or never.
 */
public final class RunLog {
    /** Characters of a list of inputs, a line each, that the table has room for on HSQLDB. */
    public static final int LONGEST_INPUTS = 1 << 24;

    private final JdbcClient database;

    /** Writes over the connections of {@code database}. */
    public RunLog(JdbcClient database) {
        this.database = database;
    }

    /**
     * Enters a new run and returns its number.
     *
     * @param inputs files and folders to read, in this order; made absolute
     * @param outlet the outlet of documents that name none, at most 250 characters; null when it is unknown
     * @param arguments what was asked as it was typed, one argument a line, without secrets; null when it was not asked on a command line
     * @param process this process
     */
    public long begin(List<Path> inputs, @Nullable String outlet, @Nullable String arguments, RunProcess process) {
        GeneratedKeyHolder number = new GeneratedKeyHolder();
        by(process, arguments, database.sql("""
                        insert into run (status, inputs, outlet, started_at, version, arguments, rules, model, host, pid)
                        values ('RUNNING', :inputs, :outlet, :now, :version, :arguments, :rules, :model, :host, :pid)
                        """))
                .param("inputs", InputPaths.write(inputs))
                .param("outlet", outlet, Types.VARCHAR)
                .param("now", utc(Instant.now()))
                .update(number, "id");
        return Objects.requireNonNull(number.getKey()).longValue();
    }

    /** Enters that a run that failed, was stopped or killed goes on in this process; {@code arguments} as of {@link #begin}. */
    public void resume(long run, @Nullable String arguments, RunProcess process) {
        by(process, arguments, database.sql("""
                        update run set status = 'RUNNING', finished_at = null, version = :version, arguments = :arguments,
                            rules = :rules, model = :model, host = :host, pid = :pid
                        where id = :run
                        """)).param("run", run).update();
    }

    private static JdbcClient.StatementSpec by(
            RunProcess process, @Nullable String arguments, JdbcClient.StatementSpec statement) {
        return statement
                .param("version", process.version())
                .param("arguments", arguments, Types.VARCHAR)
                .param("rules", process.rules())
                .param("model", process.model())
                .param("host", process.host())
                .param("pid", process.pid());
    }

    /**
     * Counts documents; call it in the transaction that stores them.
     *
     * @param read documents met, duplicates included
     * @param stored those stored as new articles
     * @param rejected those turned away
     */
    public void count(long run, int read, int stored, int rejected) {
        database.sql("""
                        update run set documents_read = documents_read + ?, documents_stored = documents_stored + ?,
                            documents_duplicate = documents_duplicate + ?, documents_rejected = documents_rejected + ?
                        where id = ?
                        """)
                .params(read, stored, read - stored - rejected, rejected, run)
                .update();
    }

    /**
     * Enters how a run ended.
     *
     * @param worked time that this process worked on it
     */
    public void end(long run, RunStatus outcome, Duration worked) {
        database.sql("update run set status = ?, finished_at = ?, worked_millis = worked_millis + ? where id = ?")
                .params(outcome.name(), utc(Instant.now()), worked.toMillis(), run)
                .update();
    }

    /**
     * Adds to the runs that a killed process has left what it had worked on them. Call it in the transaction that takes down that process
     * as their owner, so that the time is added once.
     *
     * @param since when the process took the database
     * @param last its last sign of life
     */
    public void addTimeOfKilled(Instant since, Instant last) {
        database.sql("select id, started_at from run where status = 'RUNNING'").query(row -> {
            Instant started = row.getObject("started_at", OffsetDateTime.class).toInstant();
            Duration worked = Duration.between(started.isAfter(since) ? started : since, last);
            database.sql("update run set worked_millis = worked_millis + ? where id = ?")
                    .params(Math.max(0, worked.toMillis()), row.getLong("id"))
                    .update();
        });
    }

    /** Enters of every run still marked as running that it stopped. Call it when no process is at one. */
    public void stopKilled() {
        database.sql("update run set status = 'STOPPED', finished_at = ? where status = 'RUNNING'")
                .param(utc(Instant.now()))
                .update();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}

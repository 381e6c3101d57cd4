package io.ghirbal.report.job;

import io.ghirbal.ingest.article.Run;
import io.ghirbal.ingest.article.RunRepository;
import io.ghirbal.ingest.article.RunStatus;
import io.ghirbal.report.job.RunResult.Status;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code run}: what each run was given, how it ended and what it did. */
class RunLog {
    private static final int TOPICS = 5;

    private final RunRepository runs;
    private final JdbcClient database;
    private final String rules;
    private final String model;

    /**
     * @param rules SHA-256 of the rules of the cleaner
     * @param model the topic model, in words and by its SHA-256
     */
    RunLog(RunRepository runs, JdbcClient database, String rules, String model) {
        this.runs = runs;
        this.database = database;
        this.rules = rules;
        this.model = model;
    }

    /** Enters a new run and returns its number. */
    long begin(RunRequest request) {
        long run = runs.save(Run.begin(NewsRuns.version(), request.inputs(), request.outlet(), Instant.now()))
                .id();
        enterProcess(run, request);
        return run;
    }

    /** When the last run over the same inputs for the same outlet began; empty when there was none. */
    Optional<Instant> findLastStart(RunRequest request) {
        return runs.findLast(request.inputs(), request.outlet()).map(Run::startedAt);
    }

    /** The last run over the same inputs for the same outlet, if it did not come to its end. Call it under the {@link RunLock}. */
    Optional<Run> findUnfinished(RunRequest request) {
        return runs.findLast(request.inputs(), request.outlet()).filter(run -> run.status() != RunStatus.COMPLETED);
    }

    /** Enters of every run still marked as running that it stopped. Call it under the {@link RunLock}, when no run is. */
    void stopKilledRuns() {
        for (Run killed : runs.findByStatus(RunStatus.RUNNING)) {
            killed.finish(RunStatus.STOPPED, Instant.now());
            runs.save(killed);
        }
    }

    /** Enters that the run goes on, in this process. */
    void resume(long run, RunRequest request) {
        Run resumed = runs.findById(run).orElseThrow();
        resumed.resume();
        runs.save(resumed);
        enterProcess(run, request);
    }

    private void enterProcess(long run, RunRequest request) {
        Owner self = Owner.self();
        database.sql("""
                        update run set version = :version, arguments = :arguments, rules = :rules, model = :model, host = :host, pid = :pid
                        where id = :run
                        """)
                .param("version", NewsRuns.version())
                .param("arguments", request.arguments(), Types.VARCHAR)
                .param("rules", rules)
                .param("model", model)
                .param("host", self.host())
                .param("pid", self.pid())
                .param("run", run)
                .update();
    }

    /**
     * Enters how the run ended.
     *
     * @param worked time that this process worked on it
     */
    void end(long run, Status status, Duration worked) {
        // in one statement: a process killed between two would have its time counted twice
        database.sql("update run set status = ?, finished_at = ?, worked_millis = worked_millis + ? where id = ?")
                .params(
                        switch (status) {
                            case COMPLETED -> RunStatus.COMPLETED.name();
                            case FAILED -> RunStatus.FAILED.name();
                            case STOPPED -> RunStatus.STOPPED.name();
                        },
                        Instant.now().atOffset(ZoneOffset.UTC),
                        worked.toMillis(),
                        run)
                .update();
    }

    RunTotals totals(long run) {
        List<RunTotals.TopicCount> topics = database.sql("""
                        select p.name, count(*) as articles
                        from article_topic t
                            join article_analysis a on a.article_id = t.article_id
                            join topic p on p.code = t.code
                        where a.run_id = :run
                        group by p.name order by articles desc, p.name fetch first :topics rows only
                        """)
                .param("run", run)
                .param("topics", TOPICS)
                .query(RunTotals.TopicCount.class)
                .list();
        return database.sql("""
                        select r.documents_read, r.documents_stored, r.documents_duplicate, r.documents_rejected,
                            count(a.article_id) as analysed,
                            coalesce(sum(a.kept_lines + a.removed_lines), 0) as lines,
                            coalesce(sum(a.removed_lines), 0) as removed_lines,
                            coalesce(sum(a.kept_characters + a.removed_characters), 0) as characters,
                            coalesce(sum(a.removed_characters), 0) as removed_characters
                        from run r left join article_analysis a on a.run_id = r.id
                        where r.id = :run
                        group by r.documents_read, r.documents_stored, r.documents_duplicate, r.documents_rejected
                        """)
                .param("run", run)
                .query((row, number) -> new RunTotals(
                        row.getLong("documents_read"),
                        row.getLong("documents_stored"),
                        row.getLong("documents_duplicate"),
                        row.getLong("documents_rejected"),
                        row.getLong("analysed"),
                        row.getLong("lines"),
                        row.getLong("removed_lines"),
                        row.getLong("characters"),
                        row.getLong("removed_characters"),
                        topics))
                .single();
    }
}

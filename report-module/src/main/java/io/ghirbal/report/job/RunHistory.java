package io.ghirbal.report.job;

import io.ghirbal.ingest.run.NewsStep;
import io.ghirbal.ingest.run.Run;
import io.ghirbal.ingest.run.RunParameters;
import io.ghirbal.ingest.run.RunRepository;
import io.ghirbal.ingest.run.RunStatus;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What runs were asked to do, how far they came and what they did. */
class RunHistory {
    private static final int TOPICS = 5;

    private final RunRepository runs;
    private final JobRepository executions;
    private final JdbcClient database;

    RunHistory(RunRepository runs, JobRepository executions, JdbcClient database) {
        this.runs = runs;
        this.executions = executions;
        this.database = database;
    }

    /**
     * A run that did not come to its end.
     *
     * @param run as it stands in its table
     * @param reanalyse whether it was begun as one that analyses all articles again
     * @param hasReadItsInputs whether it had read its inputs to their end
     */
    record Unfinished(Run run, boolean reanalyse, boolean hasReadItsInputs) {}

    /** When the last run over the same inputs for the same outlet began; empty when there was none. */
    Optional<Instant> findLastStart(RunRequest request) {
        return findLast(request).map(Run::startedAt);
    }

    /** The last run over the same inputs for the same outlet, if it did not come to its end. Call it when no run is under way. */
    Optional<Unfinished> findUnfinished(RunRequest request) {
        return findLast(request)
                .filter(run -> run.status() != RunStatus.COMPLETED)
                .map(run -> {
                    Optional<JobExecution> last = findLastExecution(run.id());
                    return new Unfinished(
                            run,
                            last.flatMap(execution -> RunParameters.find(execution.getJobParameters()))
                                    .map(RunParameters::reanalyse)
                                    .orElse(request.reanalyse()),
                            last.map(this::hasReadItsInputs).orElse(false));
                });
    }

    private Optional<Run> findLast(RunRequest request) {
        return runs.findLast(request.inputs(), request.outlet());
    }

    /** The last execution of the job for a run; empty when the run was killed before it had one. */
    Optional<JobExecution> findLastExecution(long run) {
        return Optional.ofNullable(executions.getLastJobExecution(NewsStep.JOB, RunParameters.identityOf(run)));
    }

    private boolean hasReadItsInputs(JobExecution execution) {
        StepExecution ingest = executions.getLastStepExecution(execution.getJobInstance(), NewsStep.INGEST.stepName());
        return ingest != null && ingest.getStatus() == BatchStatus.COMPLETED;
    }

    /** What a run did. */
    RunTotals totals(long run) {
        Run counts = runs.get(run);
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
        List<RunTotals.CauseCount> rejections = database.sql("""
                        select c.cause, c.documents, d.source, d.record, d.message
                        from (select cause, count(*) as documents, min(id) as first_id
                            from rejected_document where run_id = :run group by cause) c
                            join rejected_document d on d.id = c.first_id
                        order by c.documents desc, c.cause
                        """)
                .param("run", run)
                .query(RunTotals.CauseCount.class)
                .list();
        long failed = database.sql("select count(*) from failed_article where run_id = :run")
                .param("run", run)
                .query(Long.class)
                .single();
        return database.sql("""
                        select count(*) as analysed,
                            coalesce(sum(kept_lines + removed_lines), 0) as lines,
                            coalesce(sum(removed_lines), 0) as removed_lines,
                            coalesce(sum(kept_characters + removed_characters), 0) as characters,
                            coalesce(sum(removed_characters), 0) as removed_characters
                        from article_analysis where run_id = :run
                        """)
                .param("run", run)
                .query((row, number) -> new RunTotals(
                        counts.documentsRead(),
                        counts.documentsStored(),
                        counts.documentsDuplicate(),
                        counts.documentsRejected(),
                        rejections,
                        row.getLong("analysed"),
                        failed,
                        failed == 0 ? null : firstFailure(run),
                        row.getLong("lines"),
                        row.getLong("removed_lines"),
                        row.getLong("characters"),
                        row.getLong("removed_characters"),
                        topics,
                        articlesOfOtherModels(run)))
                .single();
    }

    private String firstFailure(long run) {
        return database.sql("""
                        select f.article_id, a.source, a.record, f.message
                        from failed_article f join article a on a.id = f.article_id where f.run_id = :run
                        order by f.article_id fetch first 1 rows only
                        """)
                .param("run", run)
                .query((row, number) -> "%s (%s, document %d): %s"
                        .formatted(
                                row.getString("article_id"),
                                row.getString("source"),
                                row.getLong("record"),
                                row.getString("message")))
                .single();
    }

    /** Runs are few, and what they were classified with is written there alone. */
    private long articlesOfOtherModels(long run) {
        List<Long> others =
                database.sql("""
                        select o.id from run o join run r on r.model <> o.model where r.id = :run
                        """).param("run", run).query(Long.class).list();
        return others.isEmpty()
                ? 0
                : database.sql("""
                                select count(*) from article_analysis y join article a on a.id = y.article_id
                                where y.run_id in (:others) and a.superseded_run_id is null and a.purged_at is null
                                """).param("others", others).query(Long.class).single();
    }
}

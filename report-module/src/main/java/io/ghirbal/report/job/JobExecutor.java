package io.ghirbal.report.job;

import io.ghirbal.ingest.run.RunParameters;
import io.ghirbal.report.database.DatabaseUrl;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.launch.JobOperator;

/** Executes the job for a run, from its beginning or from where an earlier execution left it. */
class JobExecutor {
    private final Job job;
    private final JobOperator operator;
    private final RunHistory history;
    private final KilledRuns killed;
    private final DatabaseUrl url;

    JobExecutor(Job job, JobOperator operator, RunHistory history, KilledRuns killed, DatabaseUrl url) {
        this.job = job;
        this.operator = operator;
        this.history = history;
        this.killed = killed;
        this.url = url;
    }

    /** Executes it to its end, unless a step fails or it is stopped. */
    JobOutcome execute(RunParameters run) {
        // killed between the end of the job and the entry in the table run: there is nothing left to execute
        JobExecution execution = history.findLastExecution(run.run())
                .filter(last -> last.getStatus() == BatchStatus.COMPLETED)
                .orElseGet(() -> start(run));
        return JobOutcome.of(execution, url);
    }

    private JobExecution start(RunParameters run) {
        killed.repair(run.run());
        try {
            return operator.start(job, run.toJobParameters());
        } catch (JobExecutionException e) {
            throw new IllegalStateException("run %d can't be started".formatted(run.run()), e);
        }
    }
}

package io.ghirbal.report.job;

import io.ghirbal.ingest.run.NewsStep;
import io.ghirbal.ingest.run.RunLog;
import io.ghirbal.ingest.run.RunParameters;
import io.ghirbal.report.remote.RemoteRanges;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.dao.OptimisticLockingFailureException;

/** Puts right what processes that were killed have left in the database. To be used under the lock, when no run is under way. */
class KilledRuns {
    /** A worker enters something with every chunk; now and then that comes between the reading and the writing of another. */
    private static final int RETRIES = 50;

    private static final Duration RETRY_AFTER = Duration.ofMillis(100);

    private final JobRepository executions;
    private final JobOperator operator;
    private final RunLog log;

    KilledRuns(JobRepository executions, JobOperator operator, RunLog log) {
        this.executions = executions;
        this.operator = operator;
        this.log = log;
    }

    /**
     * Marks as stopped what is still marked as running. The workers of such a run may still be at it; they are told to stop, and whatever
     * they write later is refused, see {@link RemoteRanges}.
     */
    void recover() {
        RetryPolicy untilWorkersStop = RetryPolicy.builder()
                .includes(OptimisticLockingFailureException.class)
                .maxRetries(RETRIES)
                .delay(RETRY_AFTER)
                .build();
        new RetryTemplate(untilWorkersStop).invoke(this::recoverExecutions);
        log.stopKilled();
    }

    private void recoverExecutions() {
        for (JobExecution killed : executions.findRunningJobExecutions(NewsStep.JOB)) {
            killed.setStatus(BatchStatus.STOPPING);
            executions.update(killed);
            operator.recover(killed);
        }
    }

    /** Makes whole what Spring Batch had entered of a run when its process was killed between two rows, so that it can be executed again. */
    void repair(long run) {
        JobInstance instance = executions.getJobInstance(NewsStep.JOB, RunParameters.identityOf(run));
        if (instance == null) {
            return;
        }
        List<JobExecution> begun = executions.getJobExecutions(instance);
        if (begun.isEmpty()) {
            // Spring Batch refuses to start an instance that has no execution
            executions.deleteJobInstance(instance);
        } else {
            handOnPlace(instance, begun);
        }
    }

    /**
     * Spring Batch enters that a step is executed again in one transaction, and the place it has to go on from in another. Killed between
     * the two, the next execution would read its inputs from the beginning.
     */
    private void handOnPlace(JobInstance instance, List<JobExecution> begun) {
        String ingest = NewsStep.INGEST.stepName();
        StepExecution last = executions.getLastStepExecution(instance, ingest);
        if (last == null || hasPlace(last)) {
            return;
        }
        begun.stream()
                .flatMap(execution -> execution.getStepExecutions().stream())
                .filter(step -> step.getStepName().equals(ingest) && hasPlace(step))
                .max(Comparator.comparingLong(step -> step.getExecutionContext().getLong(NewsStep.DOCUMENTS_READ)))
                .ifPresent(furthest -> {
                    last.setExecutionContext(furthest.getExecutionContext());
                    executions.updateExecutionContext(last);
                });
    }

    private static boolean hasPlace(StepExecution ingest) {
        return ingest.getExecutionContext().containsKey(NewsStep.DOCUMENTS_READ);
    }
}

package io.ghirbal.report.job;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.listener.JobExecutionListener;

/** The execution that runs in this process now: what to watch, and what to stop. */
class CurrentExecution implements JobExecutionListener {
    private volatile @Nullable JobExecution current;
    private volatile boolean stopRequested;
    private volatile Consumer<JobExecution> watcher = execution -> {};

    /** From now on {@code watcher} is told of each execution that begins. */
    void watch(Consumer<JobExecution> watcher) {
        this.watcher = watcher;
    }

    /**
     * Asks the execution in hand to stop, and every later one before its first step. It is not the {@code JobOperator} that does so: in the
     * thread of its caller that closes the readers and writers the step is still working with, and writes the step's place over the step's
     * own. Here the status is only set; the step sees it when its chunk is committed, the job before its next step.
     */
    void stop() {
        stopRequested = true;
        JobExecution running = current;
        if (running != null) {
            running.setStatus(BatchStatus.STOPPING);
        }
    }

    @Override
    public void beforeJob(JobExecution execution) {
        current = execution;
        watcher.accept(execution);
        if (stopRequested) {
            execution.setStatus(BatchStatus.STOPPING);
        }
    }

    @Override
    public void afterJob(JobExecution execution) {
        current = null;
        if (execution.getStatus() == BatchStatus.STOPPING) {
            // asked behind the last step: there is nothing left to stop
            execution.setStatus(BatchStatus.COMPLETED);
        }
    }
}

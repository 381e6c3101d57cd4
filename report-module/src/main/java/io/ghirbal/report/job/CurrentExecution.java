package io.ghirbal.report.job;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.launch.JobExecutionNotRunningException;
import org.springframework.batch.core.launch.JobOperator;
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

    /** Asks the execution in hand to stop, and every later one before its first step. */
    void stop(JobOperator operator) {
        stopRequested = true;
        JobExecution running = current;
        if (running == null) {
            return;
        }
        try {
            operator.stop(running);
        } catch (JobExecutionNotRunningException e) {
            // it ended by itself meanwhile
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
    }
}

package io.ghirbal.report.job;

import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.listener.JobExecutionListener;

/** The execution that runs in this process now: what to watch, and what to stop. */
class CurrentExecution implements JobExecutionListener {
    private volatile @Nullable JobExecution current;
    private volatile Consumer<JobExecution> watcher = execution -> {};

    /** From now on {@code watcher} is told of each execution that begins. */
    void watch(Consumer<JobExecution> watcher) {
        this.watcher = watcher;
    }

    Optional<JobExecution> find() {
        return Optional.ofNullable(current);
    }

    @Override
    public void beforeJob(JobExecution execution) {
        current = execution;
        watcher.accept(execution);
    }

    @Override
    public void afterJob(JobExecution execution) {
        current = null;
    }
}

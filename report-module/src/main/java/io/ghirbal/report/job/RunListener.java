package io.ghirbal.report.job;

import org.springframework.batch.core.job.JobExecution;

/** Is told what a run does while it does it. */
public interface RunListener {
    /** One that does nothing. */
    RunListener NONE = (run, resumed, execution) -> () -> {};

    /**
     * A run begins.
     *
     * @param run number of the run
     * @param resumed whether it goes on with a run that did not come to its end
     * @param execution the execution; its steps and their counters are live
     * @return called when the run has ended
     */
    Runnable runStarts(long run, boolean resumed, JobExecution execution);
}

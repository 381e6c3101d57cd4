package io.ghirbal.report.job;

import io.ghirbal.ingest.run.RunLog;
import io.ghirbal.ingest.run.RunParameters;
import io.ghirbal.ingest.run.RunProcess;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Executes runs, and enters in the table {@code run} when one begins, goes on and ends. */
class RunExecutor {
    private final RunLog log;
    private final Supplier<RunProcess> process;
    private final JobExecutor job;
    private final CurrentExecution current;
    private final RunHistory history;

    /** @param process gives this process */
    RunExecutor(
            RunLog log, Supplier<RunProcess> process, JobExecutor job, CurrentExecution current, RunHistory history) {
        this.log = log;
        this.process = process;
        this.job = job;
        this.current = current;
        this.history = history;
    }

    /** Executes a new run. */
    RunResult executeNew(RunRequest request, RunListener listener) {
        long run = log.begin(request.inputs(), request.outlet(), request.arguments(), process.get());
        return execute(request.parameters(run), false, listener);
    }

    /** Executes what is left of a run that did not come to its end. */
    RunResult executeRest(long run, RunRequest request, RunListener listener) {
        log.resume(run, request.arguments(), process.get());
        return execute(request.parameters(run), true, listener);
    }

    private RunResult execute(RunParameters run, boolean resumed, RunListener listener) {
        Instant start = Instant.now();
        List<Runnable> whenEnded = new ArrayList<>();
        current.watch(execution -> whenEnded.add(listener.runStarts(run.run(), resumed, execution)));
        JobOutcome outcome;
        try {
            outcome = job.execute(run);
        } finally {
            whenEnded.forEach(Runnable::run);
        }
        Duration worked = Duration.between(start, Instant.now());
        log.end(run.run(), outcome.status().entered(), worked);
        return new RunResult(
                run.run(),
                resumed,
                outcome.status(),
                outcome.failure(),
                worked,
                outcome.steps(),
                history.totals(run.run()));
    }
}

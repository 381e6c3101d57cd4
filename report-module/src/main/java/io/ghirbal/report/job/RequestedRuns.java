package io.ghirbal.report.job;

import io.ghirbal.ingest.Arrivals;
import io.ghirbal.nlp.step.TemplateCorrections;
import io.ghirbal.report.database.RunLock;
import io.ghirbal.report.job.RunHistory.Unfinished;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Does what was asked: finishes a run that did not come to its end, and begins another where that leaves something to do. */
class RequestedRuns {
    private final RunLock lock;
    private final CurrentExecution current;
    private final KilledRuns killed;
    private final RunHistory history;
    private final RunExecutor executor;
    private final Arrivals arrivals;
    private final TemplateCorrections corrections;

    RequestedRuns(
            RunLock lock,
            CurrentExecution current,
            KilledRuns killed,
            RunHistory history,
            RunExecutor executor,
            Arrivals arrivals,
            TemplateCorrections corrections) {
        this.lock = lock;
        this.current = current;
        this.killed = killed;
        this.history = history;
        this.executor = executor;
        this.arrivals = arrivals;
        this.corrections = corrections;
    }

    /** See {@link NewsRuns#run}. */
    List<RunResult> run(RunRequest request, RunListener listener) {
        try (RunLock.Held held = lock.take(current::stop)) {
            killed.recover();
            if (request.corrections() != null) {
                corrections.replace(request.corrections());
            }
            List<RunResult> results = finishAndBegin(request, listener);
            held.check();
            return results;
        }
    }

    private List<RunResult> finishAndBegin(RunRequest request, RunListener listener) {
        Optional<Unfinished> unfinished = history.findUnfinished(request);
        if (unfinished.isEmpty()) {
            return List.of(executor.executeNew(request, listener));
        }
        Unfinished begun = unfinished.get();
        List<RunResult> results = new ArrayList<>();
        results.add(executor.executeRest(begun.run().id(), request.withReanalyse(begun.reanalyse()), listener));
        boolean reanalyse = request.reanalyse() && !begun.reanalyse();
        if (results.get(0).status() == RunResult.Status.COMPLETED
                && (reanalyse
                        || (begun.hasReadItsInputs()
                                && arrivals.since(begun.run(), request.out(), request.reading())))) {
            results.add(executor.executeNew(request.withReanalyse(reanalyse), listener));
        }
        return results;
    }
}

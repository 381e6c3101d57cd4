package io.ghirbal.report.job;

import io.ghirbal.ingest.run.NewsStep;
import io.ghirbal.ingest.run.RunStatus;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a run ended.
 *
 * @param run number of the run
 * @param resumed whether it went on with a run that had been stopped, killed or had failed
 * @param status how it ended
 * @param failure why it failed; null unless it did
 * @param took time from start to end
 * @param steps the steps it went through in their order, with the time each took
 * @param totals what it did
 */
public record RunResult(
        long run,
        boolean resumed,
        Status status,
        @Nullable Throwable failure,
        Duration took,
        Map<NewsStep, Duration> steps,
        RunTotals totals) {
    public RunResult {
        steps = Collections.unmodifiableMap(new LinkedHashMap<>(steps));
    }

    /** How a run can end. */
    public enum Status {
        /** All steps came to their end and the numbers add up. */
        COMPLETED(RunStatus.COMPLETED),
        /** A step failed. */
        FAILED(RunStatus.FAILED),
        /** It was asked to stop and did; the same command goes on where it stopped. */
        STOPPED(RunStatus.STOPPED);

        private final RunStatus entered;

        Status(RunStatus entered) {
            this.entered = entered;
        }

        /** The same in the table {@code run}. */
        RunStatus entered() {
            return entered;
        }
    }
}

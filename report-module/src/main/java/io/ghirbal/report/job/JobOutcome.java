package io.ghirbal.report.job;

import io.ghirbal.ingest.run.NewsStep;
import io.ghirbal.report.database.DatabaseFailures;
import io.ghirbal.report.database.DatabaseUrl;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.step.StepExecution;

/**
 * How an execution of the job ended.
 *
 * @param status how
 * @param failure why it failed; null unless it did
 * @param steps the steps it went through in their order, with the time each took
 */
record JobOutcome(RunResult.Status status, @Nullable Throwable failure, Map<NewsStep, Duration> steps) {
    /** @param url the database it ran on */
    static JobOutcome of(JobExecution execution, DatabaseUrl url) {
        RunResult.Status status = switch (execution.getStatus()) {
            case COMPLETED -> RunResult.Status.COMPLETED;
            case STOPPED -> RunResult.Status.STOPPED;
            default -> RunResult.Status.FAILED;
        };
        return new JobOutcome(
                status, status == RunResult.Status.FAILED ? failureOf(execution, url) : null, steps(execution));
    }

    /** What went wrong, without the wrapping of the framework. */
    private static @Nullable Throwable failureOf(JobExecution execution, DatabaseUrl url) {
        return execution.getAllFailureExceptions().stream()
                .map(failure -> isOfFramework(failure) && failure.getCause() != null ? failure.getCause() : failure)
                // a step that was executed in parts fails because one of these did
                .min(Comparator.comparing(JobOutcome::isOfFramework))
                .map(failure -> DatabaseFailures.explainLoss(url, failure))
                .orElse(null);
    }

    private static boolean isOfFramework(Throwable failure) {
        return failure.getClass().getName().startsWith("org.springframework.batch.");
    }

    private static Map<NewsStep, Duration> steps(JobExecution execution) {
        Map<NewsStep, Duration> steps = new LinkedHashMap<>();
        for (StepExecution step : execution.getStepExecutions()) {
            if (step.getStartTime() != null && step.getEndTime() != null) {
                Duration took = Duration.between(step.getStartTime(), step.getEndTime());
                NewsStep.find(step).ifPresent(of -> steps.put(of, took));
            }
        }
        return steps;
    }
}

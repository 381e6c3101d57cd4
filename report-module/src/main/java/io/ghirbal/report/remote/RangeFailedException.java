package io.ghirbal.report.remote;

import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.infrastructure.item.ExecutionContext;

/** A worker failed on a range. The message is one line, fit for a user. */
public class RangeFailedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private RangeFailedException(String message) {
        super(message);
    }

    static RangeFailedException of(StepExecution range) {
        ExecutionContext context = range.getExecutionContext();
        return new RangeFailedException("%s failed on worker %s: %s"
                .formatted(
                        range.getStepName(),
                        context.getString(RangeWork.WORKER, "unknown"),
                        context.getString(RangeWork.FAILURE, "see its log")));
    }
}

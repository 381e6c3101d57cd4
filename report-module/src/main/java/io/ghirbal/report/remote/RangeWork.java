package io.ghirbal.report.remote;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInterruptedException;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Does ranges. The broker says whose a range is; should it have given it to another one because the connection of the first was lost,
 * the first finds that out by itself: each of its transactions moves the version of the step execution's row on, and fails when another
 * has. So no two of them write the same articles, and a range done twice leaves the rows of one done once.
 */
final class RangeWork {
    /** Key of the context of a range: who does it. */
    static final String WORKER = "worker";

    /** Key of the context of a range: why it failed, on one line. */
    static final String FAILURE = "failure";

    /** Key of the context of a range: a name of the one time it was begun last. */
    private static final String TAKEN = "taken";

    /** Key of the context of a range: how many workers have begun it. */
    static final String ATTEMPTS = "attempts";

    /** Whoever begins a range that so many have begun and not one ended would go the way of them. */
    static final int MOST_ATTEMPTS = 5;

    private static final int MOST_LOOKS = 20;

    private final JobRepository repository;
    private final TransactionTemplate transactions;
    private final Step step;
    private final String worker;
    private final Program program;
    private final WorkerListener listener;
    private final Set<StepExecution> inHand = ConcurrentHashMap.newKeySet();
    private volatile boolean stopped;

    /**
     * @param step analyses one range
     * @param worker what people call this worker
     * @param program what it analyses with
     */
    RangeWork(
            JobRepository repository,
            TransactionTemplate transactions,
            Step step,
            String worker,
            Program program,
            WorkerListener listener) {
        this.repository = repository;
        this.transactions = transactions;
        this.step = step;
        this.worker = worker;
        this.program = program;
        this.listener = listener;
    }

    /** Takes out of a context what workers entered; false when there was nothing. */
    static boolean forget(ExecutionContext context) {
        boolean entered = context.containsKey(ATTEMPTS);
        List.of(WORKER, TAKEN, ATTEMPTS, FAILURE).forEach(context::remove);
        return entered;
    }

    /** What became of a range. */
    enum Outcome {
        /** It came to an end, well or not, and that is entered. */
        DONE,
        /** It was not, or no longer, to be done by this worker. */
        NOTHING_TO_DO,
        /** It was left after a chunk, for another worker to go on with. */
        LEFT
    }

    /** Ends the ranges in hand after the chunk they are at. */
    void stop() {
        stopped = true;
        inHand.forEach(StepExecution::setTerminateOnly);
    }

    /**
     * Does a range.
     *
     * @throws AnotherProgramException when it is to be done with another program than this
     * @throws RangeNotEnteredException when what became of it can't be entered, so that it must be done again
     */
    Outcome work(RangeMessage message) {
        for (int look = 0; look < MOST_LOOKS; look++) {
            StepExecution range = find(message.stepExecution());
            if (range == null || !isToBeDone(range)) {
                return Outcome.NOTHING_TO_DO;
            }
            // asked only now: what lies there from before an update is no reason to complain
            if (!message.program().equals(program)) {
                throw new AnotherProgramException(message.program(), program);
            }
            try {
                if (!begin(range)) {
                    return Outcome.DONE;
                }
                execute(range);
                return outcome(range);
            } catch (OptimisticLockingFailureException e) {
                // somebody else has moved it on between the look and the begin
            }
        }
        throw new RangeNotEnteredException("range " + message.stepExecution(), null);
    }

    /** Null when it is of a database that was made anew. */
    private @Nullable StepExecution find(long id) {
        try {
            return repository.getStepExecution(id);
        } catch (EmptyResultDataAccessException e) {
            return null;
        }
    }

    /** Of a run that is to stop, a range that was begun still is: it stops before its first chunk, and that is entered. */
    private static boolean isToBeDone(StepExecution range) {
        JobExecution job = range.getJobExecution();
        return job.isRunning()
                && job.getEndTime() == null
                && (range.getStatus().isRunning() || (range.getStatus() == BatchStatus.STOPPED && !job.isStopping()));
    }

    /** Enters that this worker does it; false when it was begun too often. */
    private boolean begin(StepExecution range) {
        int attempt = range.getExecutionContext().getInt(ATTEMPTS, 0) + 1;
        if (attempt > MOST_ATTEMPTS) {
            range.setStatus(BatchStatus.FAILED);
            range.setExitStatus(ExitStatus.FAILED);
            range.setEndTime(LocalDateTime.now(ZoneId.systemDefault()));
            range.getExecutionContext()
                    .putString(
                            FAILURE,
                            "%d workers have begun it and none came to its end; their logs may tell why"
                                    .formatted(MOST_ATTEMPTS));
            enter(range);
            return false;
        }
        range.setStatus(BatchStatus.STARTED);
        range.setExitStatus(ExitStatus.EXECUTING);
        range.getExecutionContext().putInt(ATTEMPTS, attempt);
        range.getExecutionContext().putString(WORKER, worker);
        range.getExecutionContext().putString(TAKEN, UUID.randomUUID().toString());
        enter(range);
        return true;
    }

    private void enter(StepExecution range) {
        transactions.executeWithoutResult(transaction -> {
            repository.update(range);
            repository.updateExecutionContext(range);
        });
    }

    private void execute(StepExecution range) {
        inHand.add(range);
        try {
            if (stopped) {
                range.setTerminateOnly();
            }
            step.execute(range);
        } catch (JobInterruptedException e) {
            throw new IllegalStateException("a step enters by itself that it was stopped", e);
        } finally {
            inHand.remove(range);
        }
    }

    private Outcome outcome(StepExecution range) {
        StepExecution stored = find(range.getId());
        if (stored == null || !taken(stored).equals(taken(range))) {
            return Outcome.NOTHING_TO_DO;
        }
        if (stored.getStatus().isRunning()) {
            throw new RangeNotEnteredException(
                    range.getStepName(),
                    range.getFailureExceptions().stream().findFirst().orElse(null));
        }
        if (stored.getStatus() == BatchStatus.STOPPED && isToBeDone(stored)) {
            // it was not the range's fault
            stored.getExecutionContext().putInt(ATTEMPTS, 0);
            enter(stored);
            return Outcome.LEFT;
        }
        if (stored.getStatus() == BatchStatus.FAILED) {
            stored.getExecutionContext().putString(FAILURE, failure(range));
            repository.updateExecutionContext(stored);
        }
        if (stored.getStatus() == BatchStatus.COMPLETED) {
            listener.rangeDone(stored.getStepName(), stored.getReadCount(), took(stored));
        }
        return Outcome.DONE;
    }

    /** The stack trace that Spring Batch enters is cut off before it comes to the cause. */
    private static String failure(StepExecution range) {
        Throwable cause = range.getFailureExceptions().stream()
                .findFirst()
                .orElseGet(() -> new IllegalStateException("no cause was told"));
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        String message = cause.getMessage();
        return message == null
                ? cause.getClass().getSimpleName()
                : "%s: %s"
                        .formatted(
                                cause.getClass().getSimpleName(),
                                message.lines().findFirst().orElse("").strip());
    }

    private static String taken(StepExecution range) {
        return range.getExecutionContext().getString(TAKEN, "");
    }

    private static Duration took(StepExecution range) {
        LocalDateTime from = range.getStartTime();
        LocalDateTime to = range.getEndTime();
        return from == null || to == null ? Duration.ZERO : Duration.between(from, to);
    }

    /** What became of a range could not be entered: the database was lost. */
    static final class RangeNotEnteredException extends RuntimeException {
        private static final long serialVersionUID = 1;

        RangeNotEnteredException(String range, @Nullable Throwable cause) {
            super("what became of %s can't be entered in the database".formatted(range), cause);
        }
    }
}

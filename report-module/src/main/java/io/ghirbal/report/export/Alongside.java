package io.ghirbal.report.export;

import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Does work in a thread of its own, one piece after the other, while its user does something else. */
final class Alongside implements AutoCloseable {
    private final ExecutorService thread;

    /** @param name of the thread */
    Alongside(String name) {
        this.thread = Executors.newSingleThreadExecutor(task -> new Thread(task, name));
    }

    /** Begins {@code work}, when what was given before has come to its end. */
    <T> Future<T> begin(Callable<T> work) {
        return thread.submit(work);
    }

    /**
     * Waits for the outcome of {@code work}.
     *
     * @throws IOException what it failed with, as whatever else it failed with
     */
    static <T> T await(Future<T> work) throws IOException {
        try {
            return work.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException failure) {
                throw failure;
            }
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while files were written", e);
        }
    }

    /** Waits for the piece in hand, for it uses what the caller is about to close; how it ends no longer matters to anyone. */
    @Override
    public void close() {
        thread.shutdown();
        boolean interrupted = false;
        boolean ended = false;
        while (!ended) {
            try {
                ended = thread.awaitTermination(1, TimeUnit.MINUTES);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}

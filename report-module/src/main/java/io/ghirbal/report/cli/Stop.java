package io.ghirbal.report.cli;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * What happens on SIGTERM or Ctrl-C: the work in hand is asked to stop, the process waits until it has, and answers with the exit code of
 * the command instead of that of the signal. While nothing can be stopped, the signal ends the process as usual.
 */
final class Stop {
    private final AtomicReference<@Nullable Runnable> work = new AtomicReference<>();
    private final CompletableFuture<Integer> exitCode = new CompletableFuture<>();

    private Stop() {}

    /** Listens for signals from now on. */
    static Stop onSignal() {
        Stop stop = new Stop();
        Runtime.getRuntime().addShutdownHook(new Thread(stop::run, "stop"));
        return stop;
    }

    /** One that no signal reaches, for commands called from Java. */
    static Stop never() {
        return new Stop();
    }

    /** From now on a signal calls {@code stop}, which asks the work in hand to end soon and returns. */
    void calls(Runnable stop) {
        work.set(stop);
    }

    /** Ends the process with {@code code}. */
    void exit(int code) {
        exitCode.complete(code);
        System.exit(code);
    }

    private void run() {
        Runnable stop = work.get();
        if (stop == null || exitCode.isDone()) {
            return;
        }
        stop.run();
        // a shutdown that a signal began would end with the number of the signal
        Runtime.getRuntime().halt(exitCode.join());
    }
}

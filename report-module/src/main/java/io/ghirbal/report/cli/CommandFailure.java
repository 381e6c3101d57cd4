package io.ghirbal.report.cli;

import io.ghirbal.report.database.AnotherRunIsActiveException;
import io.ghirbal.report.database.DatabaseUnavailableException;
import io.ghirbal.report.export.Visible;
import io.ghirbal.report.remote.AnotherProgramException;
import io.ghirbal.report.remote.BrokerUnavailableException;
import io.ghirbal.report.remote.RangeFailedException;
import io.ghirbal.report.remote.WorkersSilentException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/**
 * How a failure is told: in one line when the user can mend it, with the stack trace when only a developer can.
 *
 * @param message in one line when printed, whatever is in it: what went wrong and what to do
 * @param exitCode the exit code of the process
 * @param defect the failure to print with its stack trace; null when the message says it all
 */
record CommandFailure(
        String message, int exitCode, @Nullable Throwable defect) {
    static CommandFailure of(Throwable failure) {
        if (failure instanceof AnotherRunIsActiveException) {
            return new CommandFailure(message(failure), ExitCode.ANOTHER_RUN_IS_ACTIVE, null);
        }
        if (failure instanceof WrongUsageException || failure instanceof AnotherProgramException) {
            return new CommandFailure(message(failure), ExitCode.WRONG_USAGE, null);
        }
        if (failure instanceof DatabaseUnavailableException
                || failure instanceof BrokerUnavailableException
                || failure instanceof RangeFailedException
                || failure instanceof WorkersSilentException
                || failure instanceof UncheckedIOException) {
            return new CommandFailure(message(failure), ExitCode.FAILED, null);
        }
        return new CommandFailure("failed: " + message(failure), ExitCode.FAILED, failure);
    }

    /** Prints it and returns the exit code. */
    int print(PrintWriter err) {
        err.println("ghirbal: " + Visible.of(message));
        if (defect != null) {
            defect.printStackTrace(new PrintWriter(Visible.controls(err), true));
        }
        return exitCode;
    }

    private static String message(Throwable failure) {
        String message = failure.getMessage();
        return message == null ? failure.getClass().getSimpleName() : message;
    }
}

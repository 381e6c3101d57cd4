package io.ghirbal.report.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/** The command line asks for what can't be done; the message says what and what to do instead. */
final class WrongUsageException extends RuntimeException {
    private static final long serialVersionUID = 1;

    WrongUsageException(String message) {
        super(message);
    }

    /** What is wrong in a command line that cannot be parsed, if one line says it all; null where the usage should be shown too. */
    static @Nullable WrongUsageException find(ParameterException failure) {
        if (failure.getCause() instanceof WrongUsageException wrong) {
            return wrong;
        }
        return failure.getCause() instanceof OptionType.Refusal refusal
                ? new WrongUsageException(name(failure.getArgSpec()) + " is " + refusal.getMessage())
                : null;
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }
}

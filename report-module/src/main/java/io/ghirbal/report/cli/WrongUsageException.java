package io.ghirbal.report.cli;

/** The command line asks for what can't be done; the message says what and what to do instead. */
final class WrongUsageException extends RuntimeException {
    private static final long serialVersionUID = 1;

    WrongUsageException(String message) {
        super(message);
    }
}

package io.ghirbal.report.remote;

/** A run was asked to stop, and its workers did not answer. The message is one line, fit for a user. */
public class WorkersSilentException extends RuntimeException {
    private static final long serialVersionUID = 1;

    WorkersSilentException(String message) {
        super(message);
    }
}

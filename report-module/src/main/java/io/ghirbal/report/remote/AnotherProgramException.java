package io.ghirbal.report.remote;

/** A run was started with another version or topic model than this worker. The message is one line, fit for a user. */
public class AnotherProgramException extends RuntimeException {
    private static final long serialVersionUID = 1;

    AnotherProgramException(Program ofRun, Program ofWorker) {
        super(
                "this worker has %s, but the run has %s; start the worker with the same ghirbal.jar and --topics as the run"
                        .formatted(ofWorker, ofRun));
    }
}

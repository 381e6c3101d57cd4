package io.ghirbal.report.job;

/** Another process holds the database or runs the job on it. The message is fit for a user. */
public class AnotherRunIsActiveException extends RuntimeException {
    private static final long serialVersionUID = 1;

    AnotherRunIsActiveException(DatabaseUrl database) {
        super("another run is active on %s: wait for it to end, or give this run another database with --db"
                .formatted(database.shown()));
    }
}

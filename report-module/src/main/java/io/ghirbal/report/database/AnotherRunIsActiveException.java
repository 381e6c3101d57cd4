package io.ghirbal.report.database;

import org.jspecify.annotations.Nullable;

/** Another process holds the database or runs the job on it. The message is one line, fit for a user. */
public class AnotherRunIsActiveException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** @param owner who holds it; null when that can't be told, as it is no run of this job but another program */
    AnotherRunIsActiveException(DatabaseUrl database, @Nullable Owner owner) {
        super("another run is active on %s: %s; wait for it to end, or give this run another database with --db"
                .formatted(database.shown(), owner == null ? "another program has the database open" : owner));
    }
}

package io.ghirbal.report.database;

/** The database can't be opened, or was lost while in use. The message is fit for a user. */
public class DatabaseUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1;

    DatabaseUnavailableException(DatabaseUrl database, Throwable cause) {
        super(
                "cannot open the database %s: %s"
                        .formatted(database.shown(), database.withoutPassword(firstLine(cause))),
                cause);
    }

    private DatabaseUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }

    /** The database was there and failed in the middle of the work. */
    static DatabaseUnavailableException lost(DatabaseUrl database, Throwable cause) {
        return new DatabaseUnavailableException(
                "lost the database %s: %s. Is its disk full, or its server down? Once that is mended, the same command goes on where it stopped."
                        .formatted(database.shown(), database.withoutPassword(firstLine(cause))),
                cause);
    }

    private static String firstLine(Throwable cause) {
        String message = cause.getMessage();
        return message == null
                ? cause.getClass().getSimpleName()
                : message.lines().findFirst().orElse("").strip();
    }
}

package io.ghirbal.report.job;

/** The database can't be opened. The message is fit for a user. */
public class DatabaseUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1;

    DatabaseUnavailableException(DatabaseUrl database, Throwable cause) {
        super(
                "cannot open the database %s: %s"
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

package io.ghirbal.report.database;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells a user's trouble with the database from a defect, behind the wrappings of the framework. */
public final class DatabaseFailures {
    /** HSQLDB: another process has the files open. {@code org.hsqldb.error.ErrorCode.LOCK_FILE_ACQUISITION_FAILURE}, negated. */
    private static final int HSQLDB_LOCKED = -451;

    /**
     * How the SQLSTATE begins of what is no fault of a statement: connection lost (08), out of resources such as disk (53), shut down by
     * an operator (57), system error (58), and what HSQLDB says of its files (S1).
     */
    private static final Set<String> TROUBLE = Set.of("08", "53", "57", "58", "S1");

    /** What the pool says, without a code, of a connection that it took away because it was broken. */
    private static final String TAKEN_AWAY = "Connection is closed";

    private DatabaseFailures() {}

    /** Why a database could not be opened; {@code failure} itself when it is no trouble with the database. */
    static RuntimeException explain(DatabaseUrl url, RuntimeException failure) {
        SQLException sql = findSqlException(failure);
        if (sql == null) {
            return failure;
        }
        if (sql.getErrorCode() == HSQLDB_LOCKED) {
            return new AnotherRunIsActiveException(url, null);
        }
        return new DatabaseUnavailableException(url, sql);
    }

    /** The trouble with the database behind a failure in the middle of the work; {@code failure} itself when it is another. */
    public static Throwable explainLoss(DatabaseUrl url, Throwable failure) {
        SQLException sql = findSqlException(failure);
        return sql != null && isTrouble(sql) ? DatabaseUnavailableException.lost(url, sql) : failure;
    }

    /** As {@link #explainLoss(DatabaseUrl, Throwable)}. */
    public static RuntimeException explainLoss(DatabaseUrl url, RuntimeException failure) {
        Throwable explained = explainLoss(url, (Throwable) failure);
        return explained instanceof RuntimeException unchecked ? unchecked : failure;
    }

    private static boolean isTrouble(SQLException failure) {
        String state = failure.getSQLState();
        return failure instanceof SQLTransientConnectionException
                || TAKEN_AWAY.equals(failure.getMessage())
                || (state != null && state.length() == 5 && TROUBLE.contains(state.substring(0, 2)));
    }

    private static @Nullable SQLException findSqlException(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return sql;
            }
        }
        return null;
    }
}

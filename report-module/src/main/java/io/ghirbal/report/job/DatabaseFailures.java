package io.ghirbal.report.job;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Tells a user's trouble with the database from a defect, behind the wrappings of the framework. */
final class DatabaseFailures {
    /** HSQLDB: another process has the files open. {@code org.hsqldb.error.ErrorCode.LOCK_FILE_ACQUISITION_FAILURE}, negated. */
    private static final int HSQLDB_LOCKED = -451;

    private DatabaseFailures() {}

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

    private static @Nullable SQLException findSqlException(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return sql;
            }
        }
        return null;
    }
}

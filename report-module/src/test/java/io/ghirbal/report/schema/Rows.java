package io.ghirbal.report.schema;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The rows of a query as text that is the same for the same rows of either database. A point of time, which two runs do not share, is only
 * told to be there.
 */
final class Rows {
    private Rows() {}

    static List<String> of(DataSource database, String query) {
        return JdbcClient.create(database)
                .sql(query)
                .query((row, number) -> told(row))
                .list();
    }

    private static String told(ResultSet row) throws SQLException {
        ResultSetMetaData columns = row.getMetaData();
        StringJoiner told = new StringJoiner(", ", "{", "}");
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            told.add(columns.getColumnLabel(i).toLowerCase(Locale.ROOT) + "=" + told(row.getObject(i)));
        }
        return told.toString();
    }

    private static String told(@Nullable Object value) {
        if (value instanceof Number number) {
            return new BigDecimal(number.toString()).stripTrailingZeros().toPlainString();
        }
        return value instanceof Timestamp || value instanceof OffsetDateTime ? "a time" : String.valueOf(value);
    }
}

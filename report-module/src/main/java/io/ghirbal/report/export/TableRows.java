package io.ghirbal.report.export;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a summary table, one at a time, as every export writes them: what two databases answer differently (the case of a name, the
 * last bits of a mean) is the same here.
 */
final class TableRows {
    private static final int DECIMALS = 6;

    private final ResultSet rows;
    private final List<Column> columns = new ArrayList<>();

    /** Reads rows. */
    @FunctionalInterface
    interface Reader {
        /** Reads those of {@code rows}, which end with the call. */
        void read(TableRows rows) throws SQLException;
    }

    /** What the values of a column are. */
    enum Kind {
        TEXT,
        COUNT,
        /** From 0 to 1, with six decimals. */
        FRACTION,
        DAY
    }

    /**
     * A column.
     *
     * @param name in lower case
     * @param number from 1
     */
    record Column(String name, Kind kind, int number) {}

    /** @throws IllegalStateException when a column is of a type that is none of the kinds; the query has to cast it */
    TableRows(ResultSet rows) throws SQLException {
        this.rows = rows;
        ResultSetMetaData found = rows.getMetaData();
        for (int number = 1; number <= found.getColumnCount(); number++) {
            String name = found.getColumnLabel(number).toLowerCase(Locale.ROOT);
            columns.add(new Column(name, kind(name, found.getColumnType(number)), number));
        }
    }

    private static Kind kind(String name, int type) {
        return switch (type) {
            case Types.VARCHAR, Types.LONGVARCHAR, Types.CHAR -> Kind.TEXT;
            case Types.BIGINT, Types.INTEGER -> Kind.COUNT;
            case Types.DOUBLE, Types.FLOAT -> Kind.FRACTION;
            case Types.DATE -> Kind.DAY;
            default -> throw new IllegalStateException("column " + name + " has the SQL type " + type);
        };
    }

    /** The columns, in their order. */
    List<Column> columns() {
        return columns;
    }

    /** Goes to the next row, the first one at first; false when there is none. */
    boolean next() throws SQLException {
        return rows.next();
    }

    /** Text, a {@link Long}, a {@link BigDecimal} or a {@link LocalDate}, as the kind of the column says. */
    @Nullable Object value(Column column) throws SQLException {
        return switch (column.kind()) {
            case TEXT -> text(column);
            case COUNT -> count(column);
            case FRACTION -> fraction(column);
            case DAY -> day(column);
        };
    }

    /** The values of the row, in the order of the columns. */
    List<@Nullable Object> values() throws SQLException {
        List<@Nullable Object> values = new ArrayList<>(columns.size());
        for (Column column : columns) {
            values.add(value(column));
        }
        return values;
    }

    @Nullable String text(Column column) throws SQLException {
        return rows.getString(column.number());
    }

    @Nullable Long count(Column column) throws SQLException {
        long count = rows.getLong(column.number());
        return rows.wasNull() ? null : count;
    }

    /** Rounded to six decimals, and with as many. */
    @Nullable BigDecimal fraction(Column column) throws SQLException {
        double fraction = rows.getDouble(column.number());
        return rows.wasNull() ? null : BigDecimal.valueOf(fraction).setScale(DECIMALS, RoundingMode.HALF_UP);
    }

    @Nullable LocalDate day(Column column) throws SQLException {
        return rows.getObject(column.number(), LocalDate.class);
    }
}

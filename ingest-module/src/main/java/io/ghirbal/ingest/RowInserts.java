package io.ghirbal.ingest;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Inserts many rows in the transaction of the caller: into PostgreSQL by COPY, which has no statement to parse and plan and takes the first
 * rows while the last ones are still on their way; elsewhere by a JDBC batch. Thread-safe.
 */
public final class RowInserts {
    /** Bytes that are sent at a time, about. */
    private static final int PORTION = 1 << 16;

    private static final byte[] NULL = {'\\', 'N'};

    private final JdbcTemplate jdbc;
    private final Product product;

    RowInserts(JdbcTemplate jdbc, Product product) {
        this.jdbc = jdbc;
        this.product = product;
    }

    /** Inserts into the database behind {@code jdbc}. */
    public static RowInserts of(JdbcTemplate jdbc) {
        return new RowInserts(jdbc, Product.of(jdbc));
    }

    /**
     * How rows of a table are made of values of a type.
     *
     * @param columns their names, separated by commas
     * @param values those of the columns, in their order: null, text, a number or a {@link java.time.LocalDate}
     */
    public record Table<T>(String name, String columns, Function<T, List<@Nullable Object>> values) {}

    /** The values of a row, in the order of the columns. */
    public static List<@Nullable Object> row(@Nullable Object... values) {
        return Arrays.asList(values);
    }

    /**
     * Inserts them, in their order.
     *
     * @throws org.springframework.dao.DataAccessException when the database does not take a row; the transaction is of no use then
     */
    public <T> void insert(Table<T> table, Collection<T> rows) {
        if (rows.isEmpty()) {
            return;
        }
        if (product == Product.POSTGRESQL) {
            jdbc.execute((ConnectionCallback<Long>) connection -> copy(connection, table, rows));
        } else {
            batch(table, rows);
        }
    }

    private <T> void batch(Table<T> table, Collection<T> rows) {
        String places = String.join(", ", Collections.nCopies(table.columns().split(",").length, "?"));
        String sql = "insert into %s (%s) values (%s)".formatted(table.name(), table.columns(), places);
        jdbc.batchUpdate(sql, rows, rows.size(), (statement, row) -> {
            int column = 1;
            for (Object value : table.values().apply(row)) {
                statement.setObject(column++, value);
            }
        });
    }

    private static <T> long copy(Connection connection, Table<T> table, Collection<T> rows) throws SQLException {
        CopyIn copy = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("copy %s (%s) from stdin".formatted(table.name(), table.columns()));
        try {
            ByteArrayOutputStream portion = new ByteArrayOutputStream(PORTION + PORTION / 2);
            for (T row : rows) {
                writeRow(portion, table.values().apply(row));
                if (portion.size() >= PORTION) {
                    send(portion, copy);
                }
            }
            send(portion, copy);
            return copy.endCopy();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    private static void send(ByteArrayOutputStream portion, CopyIn copy) throws SQLException {
        byte[] bytes = portion.toByteArray();
        copy.writeToCopy(bytes, 0, bytes.length);
        portion.reset();
    }

    /** In the text format of COPY, see the documentation of PostgreSQL on this statement. */
    private static void writeRow(ByteArrayOutputStream out, List<@Nullable Object> values) {
        boolean first = true;
        for (Object value : values) {
            if (!first) {
                out.write('\t');
            }
            first = false;
            if (value == null) {
                out.writeBytes(NULL);
            } else {
                writeEscaped(out, value.toString());
            }
        }
        out.write('\n');
    }

    private static void writeEscaped(ByteArrayOutputStream out, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        int written = 0;
        for (int i = 0; i < bytes.length; i++) {
            byte escape = escape(bytes[i]);
            if (escape != 0) {
                out.write(bytes, written, i - written);
                out.write('\\');
                out.write(escape);
                written = i + 1;
            }
        }
        out.write(bytes, written, bytes.length - written);
    }

    /** What stands behind the backslash for this byte; 0 when it stands for itself. */
    private static byte escape(byte unescaped) {
        return switch (unescaped) {
            case '\\' -> '\\';
            case '\t' -> 't';
            case '\n' -> 'n';
            case '\r' -> 'r';
            default -> 0;
        };
    }
}

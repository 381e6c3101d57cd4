package io.ghirbal.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ghirbal.ingest.RowInserts.Table;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class RowInsertsTests {
    private static final Table<Row> ROWS = new Table<>(
            "measure",
            "id, label, day, score, total",
            row -> RowInserts.row(row.id(), row.label(), row.day(), row.score(), row.total()));

    private record Row(
            int id,
            @Nullable String label,
            @Nullable LocalDate day,
            @Nullable Double score,
            @Nullable Long total) {
        static Row labelled(int id, String label) {
            return new Row(id, label, null, null, null);
        }
    }

    abstract static class OnADatabase {
        private final SingleConnectionDataSource connection;
        private final JdbcTemplate jdbc;
        private final TransactionTemplate transaction;
        private final RowInserts inserts;

        OnADatabase(SingleConnectionDataSource connection) {
            this.connection = connection;
            this.jdbc = new JdbcTemplate(connection);
            this.transaction = new TransactionTemplate(new JdbcTransactionManager(connection));
            this.inserts = new RowInserts(jdbc, Product.of(jdbc));
        }

        @BeforeEach
        void createTable() {
            jdbc.execute("drop table if exists measure");
            jdbc.execute("create table measure (id integer primary key, label varchar(1000000), day date, "
                    + "score double precision, total bigint)");
        }

        @AfterEach
        void close() {
            connection.destroy();
        }

        @Test
        void insertsEachTypeOfValueAndItsAbsence() {
            List<Row> rows = List.of(
                    new Row(1, "نص", LocalDate.of(2026, 2, 28), 0.1 + 0.2, Long.MIN_VALUE),
                    new Row(2, null, null, null, null),
                    new Row(3, "", LocalDate.of(1583, 1, 1), Double.MIN_VALUE, 0L),
                    new Row(4, "x", LocalDate.of(9999, 12, 31), -1e300, Long.MAX_VALUE));

            insert(rows);

            assertThat(stored()).isEqualTo(rows);
        }

        @Test
        void insertsTextAsItIsWhateverItHolds() {
            List<String> labels = List.of(
                    "a\tb",
                    "a\nb\n",
                    "a\r\nb\r",
                    "\\",
                    "\\N",
                    "\\.",
                    "\\.\n",
                    "\\t\\n\\\\",
                    " ",
                    " a ",
                    "\"a\",'b';--",
                    "\u0001\b\f\u000B\u001F\u007F\u0085\u2028\uFEFF\uFFFF",
                    "\u202Eقال:\u00A0«نعم»\u200F",
                    "\uD83D\uDE00");
            List<Row> rows = new ArrayList<>();
            labels.forEach(label -> rows.add(Row.labelled(rows.size(), label)));

            insert(rows);

            assertThat(stored()).isEqualTo(rows);
        }

        @Test
        void insertsMoreThanIsSentAtATime() {
            List<Row> rows = IntStream.range(0, 300)
                    .mapToObj(i -> Row.labelled(i, "سطر\n".repeat(i * i % 7_000)))
                    .toList();

            insert(rows);

            assertThat(stored()).isEqualTo(rows);
        }

        @Test
        void insertsNothingOfNothing() {
            insert(List.of());

            assertThat(stored()).isEmpty();
        }

        @Test
        void insertsNoneWhenTheDatabaseRefusesOneAndLeavesTheConnectionOfUse() {
            assertThatThrownBy(() -> insert(List.of(Row.labelled(1, "a"), Row.labelled(2, "b"), Row.labelled(1, "c"))))
                    .isInstanceOf(DataIntegrityViolationException.class);

            assertThat(stored()).isEmpty();
            insert(List.of(Row.labelled(1, "a")));
            assertThat(stored()).hasSize(1);
        }

        @Test
        void insertsNoneWhenARowCannotBeMadeAndLeavesTheConnectionOfUse() {
            Table<Row> broken = new Table<>(ROWS.name(), ROWS.columns(), row -> {
                if (row.id() == 250) {
                    throw new IllegalStateException("no row");
                }
                return ROWS.values().apply(row);
            });
            List<Row> rows = IntStream.range(0, 300)
                    .mapToObj(i -> Row.labelled(i, "سطر".repeat(1_000)))
                    .toList();

            assertThatThrownBy(() -> transaction.executeWithoutResult(status -> inserts.insert(broken, rows)))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("no row");

            assertThat(stored()).isEmpty();
            insert(rows);
            assertThat(stored()).hasSize(300);
        }

        @Test
        void goesWithTheTransactionOfTheCaller() {
            transaction.executeWithoutResult(status -> {
                inserts.insert(ROWS, List.of(Row.labelled(1, "a")));
                status.setRollbackOnly();
            });

            assertThat(stored()).isEmpty();
        }

        private void insert(List<Row> rows) {
            transaction.executeWithoutResult(status -> inserts.insert(ROWS, rows));
        }

        private List<Row> stored() {
            return jdbc.query(
                    "select * from measure order by id",
                    (row, number) -> new Row(
                            row.getInt("id"),
                            row.getString("label"),
                            row.getObject("day", LocalDate.class),
                            row.getObject("score", Double.class),
                            row.getObject("total", Long.class)));
        }
    }

    @Nested
    class OnHsqldb extends OnADatabase {
        OnHsqldb() {
            super(keptOpen(new DriverManagerDataSource("jdbc:hsqldb:mem:rows;sql.pad_space=false", "sa", "")));
        }
    }

    @Nested
    class OnPostgresql extends OnADatabase {
        private static final String DATABASE = PostgresqlServer.createDatabase();

        OnPostgresql() {
            super(keptOpen(new DriverManagerDataSource(DATABASE)));
        }
    }

    private static SingleConnectionDataSource keptOpen(DataSource database) {
        try {
            return new SingleConnectionDataSource(database.getConnection(), true);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}

package io.ghirbal.report.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * What JDBC can do at best: inserts the rows that the job left in one database into a fresh one with the same tables, in the order of the
 * job, by large batches and transactions. Only that is timed, not the reading of the rows.
 */
final class PlainInserts {
    private static final int ROWS_PER_TRANSACTION = 10_000;
    private static final int RECORDS_PER_PAGE = 500;
    /** Article ids are hexadecimal and spread evenly; in pages of this many. */
    private static final int PAGES_OF_IDS = 0x100;

    private static final String BY_PLACE = "where a.source = ? and a.record >= ? and a.record < ? order by a.record";
    private static final String BY_ID = "where a.id >= ? and a.id < ? order by a.id";

    private final JdbcTemplate from;
    private final Connection into;
    private final Map<String, Insert> inserts = new LinkedHashMap<>();
    /** Those with rows pending; HSQLDB executes no batch without. */
    private final Set<Insert> filled = new HashSet<>();

    private int pending;
    private long rows;
    private long nanos;

    private PlainInserts(JdbcTemplate from, Connection into) {
        this.from = from;
        this.into = into;
    }

    /** @param types of the columns: PostgreSQL would prepare the statement anew at each null of no type */
    private record Insert(PreparedStatement statement, List<Integer> types) {
        static Insert into(Connection database, String table) throws SQLException {
            List<Integer> types = new ArrayList<>();
            try (PreparedStatement all = database.prepareStatement("select * from " + table)) {
                ResultSetMetaData columns = all.getMetaData();
                for (int column = 1; column <= columns.getColumnCount(); column++) {
                    types.add(columns.getColumnType(column));
                }
            }
            String values = String.join(", ", Collections.nCopies(types.size(), "?"));
            return new Insert(database.prepareStatement("insert into %s values (%s)".formatted(table, values)), types);
        }

        void add(Collection<Object> values) throws SQLException {
            int column = 0;
            for (Object value : values) {
                statement.setObject(column + 1, value, types.get(column++));
            }
            statement.addBatch();
        }
    }

    /** @param seconds time that the inserts took */
    record Outcome(long rows, double seconds) {}

    /** @param into an empty database */
    static Outcome measure(String from, String into) throws SQLException {
        Flyway.configure()
                .dataSource(into, user(into), "")
                .locations("classpath:db/migration/" + (isPostgresql(into) ? "postgresql" : "hsqldb"))
                .load()
                .migrate();
        try (SingleConnectionDataSource source = open(from);
                SingleConnectionDataSource target = open(into)) {
            target.setAutoCommit(false);
            PlainInserts inserts = new PlainInserts(new JdbcTemplate(source), target.getConnection());
            inserts.copyAll();
            inserts.checkWhole(new JdbcTemplate(target));
            return new Outcome(inserts.rows, inserts.nanos / 1e9);
        }
    }

    private static SingleConnectionDataSource open(String url) {
        return new SingleConnectionDataSource(url, user(url), "", true);
    }

    private static String user(String url) {
        return isPostgresql(url) ? "postgres" : "sa";
    }

    private static boolean isPostgresql(String url) {
        return url.startsWith("jdbc:postgresql:");
    }

    private void copyAll() throws SQLException {
        // what the others refer to; no part of the measurement
        copy("run", "select * from run");
        copy("topic", "select * from topic");
        flush();
        rows = 0;
        nanos = 0;
        for (String file : from.queryForList("select distinct source from article order by source", String.class)) {
            for (long record = 0; record <= GeneratedArticles.DOCUMENTS_PER_FILE; record += RECORDS_PER_PAGE) {
                Object[] page = {file, record, record + RECORDS_PER_PAGE};
                copy("article", "select a.* from article a " + BY_PLACE, page);
                copy("document", "select d.* from article a join document d on d.article_id = a.id " + BY_PLACE, page);
            }
        }
        flush();
        for (int number = 0; number < PAGES_OF_IDS; number++) {
            Object[] page = {"%02x".formatted(number), number + 1 < PAGES_OF_IDS ? "%02x".formatted(number + 1) : "g"};
            for (String table : List.of("article_analysis", "removed_block", "article_topic")) {
                copy(
                        table,
                        "select t.* from article a join %s t on t.article_id = a.id ".formatted(table) + BY_ID,
                        page);
            }
        }
        flush();
    }

    /** The limit would be too good if a row were left out. */
    private void checkWhole(JdbcTemplate copy) {
        for (String table : inserts.keySet()) {
            String count = "select count(*) from " + table;
            if (!Objects.equals(from.queryForObject(count, Long.class), copy.queryForObject(count, Long.class))) {
                throw new IllegalStateException("not all rows of %s were copied".formatted(table));
            }
        }
    }

    private void copy(String table, String select, Object... page) throws SQLException {
        if (!inserts.containsKey(table)) {
            inserts.put(table, Insert.into(into, table));
        }
        Insert insert = Objects.requireNonNull(inserts.get(table));
        for (Map<String, Object> row : from.queryForList(select, page)) {
            long start = System.nanoTime();
            insert.add(row.values());
            nanos += System.nanoTime() - start;
            filled.add(insert);
            rows++;
            if (++pending == ROWS_PER_TRANSACTION) {
                flush();
            }
        }
    }

    /** In the order of the tables: a row is inserted behind the one it refers to. */
    private void flush() throws SQLException {
        long start = System.nanoTime();
        for (Insert insert : inserts.values()) {
            if (filled.contains(insert)) {
                insert.statement.executeBatch();
            }
        }
        into.commit();
        nanos += System.nanoTime() - start;
        filled.clear();
        pending = 0;
    }
}

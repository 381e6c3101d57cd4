package io.ghirbal.report.cli;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * All rows of all tables but those of Spring Batch and Flyway, as text, in an order of their own. Left out is what tells the time or the
 * process, and numbers that a sequence gave, for those leave gaps when a process is killed; a run stands under its rank.
 */
final class TableRows {
    private static final Set<String> LEFT_OUT = Set.of(
            "run.started_at",
            "run.finished_at",
            "run.worked_millis",
            "run.pid",
            "run.arguments",
            "rejected_document.id");
    private static final Set<String> RUNS =
            Set.of("run.id", "run_id", "superseded_run_id", "first_run_id", "last_run_id");

    private TableRows() {}

    static Map<String, List<String>> of(Connection connection) throws SQLException {
        Map<String, List<String>> tables = new TreeMap<>();
        List<String> runs = column(connection, "select id from run order by id");
        for (String name : column(connection, """
                select table_name from information_schema.tables
                where lower(table_schema) = 'public' and table_type = 'BASE TABLE'
                """)) {
            String table = name.toLowerCase(Locale.ROOT);
            if (!table.startsWith("batch_") && !table.equals("flyway_schema_history")) {
                tables.put(table, rows(connection, table, runs));
            }
        }
        return tables;
    }

    private static List<String> rows(Connection connection, String table, List<String> runs) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select * from " + table)) {
            while (row.next()) {
                Map<String, String> cells = new TreeMap<>();
                for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                    String column = row.getMetaData().getColumnLabel(i).toLowerCase(Locale.ROOT);
                    String qualified = table + "." + column;
                    if (!LEFT_OUT.contains(qualified)) {
                        String value = row.getString(i);
                        boolean isRun = value != null && (RUNS.contains(column) || RUNS.contains(qualified));
                        cells.put(column, isRun ? "#" + (1 + runs.indexOf(value)) : String.valueOf(value));
                    }
                }
                rows.add(cells.toString());
            }
        }
        Collections.sort(rows);
        return rows;
    }

    private static List<String> column(Connection connection, String sql) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                values.add(row.getString(1));
            }
        }
        return values;
    }
}

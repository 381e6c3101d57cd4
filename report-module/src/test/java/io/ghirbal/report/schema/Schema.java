package io.ghirbal.report.schema;

import io.ghirbal.report.schema.Schema.Relation.Column;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The tables and views of a database as its catalog tells them; those of Spring Batch and Flyway left out.
 *
 * @param relations by their names, in lower case
 */
record Schema(SortedMap<String, Relation> relations) {

    /**
     * A table or a view.
     *
     * @param comment null when it has none
     * @param columns by their names, in their order
     * @param primaryKey its columns in their order; empty for a view, and for a table without one
     * @param references the tables that columns refer to, by the column
     */
    record Relation(
            boolean isView,
            @Nullable String comment,
            Map<String, Column> columns,
            List<String> primaryKey,
            SortedMap<String, String> references) {

        /**
         * A column.
         *
         * @param comment null when it has none
         */
        record Column(
                String type, boolean nullable, @Nullable String comment) {}
    }

    private static final String HSQLDB = """
            select lower(c.table_name) as relation, t.table_type = 'VIEW' as is_view, t.remarks as relation_comment,
                lower(c.column_name) as name, lower(c.dtd_identifier) as type, c.is_nullable = 'YES' as nullable,
                s.remarks as comment
            from information_schema.columns c
                join information_schema.system_tables t on t.table_schem = c.table_schema and t.table_name = c.table_name
                join information_schema.system_columns s on s.table_schem = c.table_schema and s.table_name = c.table_name
                    and s.column_name = c.column_name
            where c.table_schema = 'PUBLIC'
            order by c.table_name, c.ordinal_position
            """;
    private static final String POSTGRESQL = """
            select t.relname as relation, t.relkind = 'v' as is_view, obj_description(t.oid, 'pg_class') as relation_comment,
                c.attname as name, format_type(c.atttypid, c.atttypmod) as type, not c.attnotnull as nullable,
                col_description(t.oid, c.attnum) as comment
            from pg_class t join pg_attribute c on c.attrelid = t.oid
            where t.relnamespace = 'public'::regnamespace and t.relkind in ('r', 'v') and c.attnum > 0 and not c.attisdropped
            order by t.relname, c.attnum
            """;

    static Schema of(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection()) {
            DatabaseMetaData catalog = connection.getMetaData();
            boolean postgresql = catalog.getDatabaseProductName().equals("PostgreSQL");
            SortedMap<String, Relation> relations = new TreeMap<>();
            JdbcClient.create(database).sql(postgresql ? POSTGRESQL : HSQLDB).query((ResultSet row) -> {
                String name = row.getString("relation");
                if (!name.startsWith("batch_") && !name.equals("flyway_schema_history")) {
                    Relation relation = relations.get(name);
                    if (relation == null) {
                        relation = new Relation(
                                row.getBoolean("is_view"),
                                row.getString("relation_comment"),
                                new LinkedHashMap<>(),
                                primaryKey(catalog, name, postgresql),
                                references(catalog, name, postgresql));
                        relations.put(name, relation);
                    }
                    relation.columns()
                            .put(
                                    row.getString("name"),
                                    new Column(
                                            row.getString("type"),
                                            row.getBoolean("nullable"),
                                            row.getString("comment")));
                }
            });
            return new Schema(relations);
        }
    }

    Column column(String relation, String name) {
        return Objects.requireNonNull(
                Objects.requireNonNull(relations.get(relation)).columns().get(name));
    }

    private static List<String> primaryKey(DatabaseMetaData catalog, String table, boolean postgresql)
            throws SQLException {
        SortedMap<Integer, String> columns = new TreeMap<>();
        try (ResultSet row = catalog.getPrimaryKeys(null, schema(postgresql), inCatalog(table, postgresql))) {
            while (row.next()) {
                columns.put(row.getInt("KEY_SEQ"), lower(row.getString("COLUMN_NAME")));
            }
        }
        return new ArrayList<>(columns.values());
    }

    private static SortedMap<String, String> references(DatabaseMetaData catalog, String table, boolean postgresql)
            throws SQLException {
        SortedMap<String, String> references = new TreeMap<>();
        try (ResultSet row = catalog.getImportedKeys(null, schema(postgresql), inCatalog(table, postgresql))) {
            while (row.next()) {
                references.put(
                        lower(row.getString("FKCOLUMN_NAME")),
                        lower(row.getString("PKTABLE_NAME")) + "." + lower(row.getString("PKCOLUMN_NAME")));
            }
        }
        return references;
    }

    private static String schema(boolean postgresql) {
        return postgresql ? "public" : "PUBLIC";
    }

    private static String inCatalog(String name, boolean postgresql) {
        return postgresql ? name : name.toUpperCase(Locale.ROOT);
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}

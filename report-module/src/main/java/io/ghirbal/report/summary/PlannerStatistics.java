package io.ghirbal.report.summary;

import io.ghirbal.ingest.Product;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What PostgreSQL knows of the tables when it plans how to read them. It looks by itself, but only about once a minute: until then it takes
 * a table that a run has just filled for one of few values, and reads it from end to end for every page of the export.
 */
class PlannerStatistics {
    /** The rule of autovacuum by its standard settings, {@code autovacuum_analyze_threshold} and {@code …_scale_factor}. */
    private static final String CHANGED_A_LOT = """
            select relname from pg_stat_user_tables
            where schemaname = current_schema() and n_mod_since_analyze > 50 + 0.1 * n_live_tup
            order by relname
            """;

    private final JdbcClient database;
    private final Product product;

    PlannerStatistics(JdbcClient database, Product product) {
        this.database = database;
        this.product = product;
    }

    /** Has the tables looked at that changed a lot since the last time, and none that autovacuum is at already. */
    void refresh() {
        if (product == Product.POSTGRESQL) {
            List<String> tables =
                    database.sql(CHANGED_A_LOT).query(String.class).list();
            if (!tables.isEmpty()) {
                database.sql("analyze (skip_locked) " + String.join(", ", tables))
                        .update();
            }
        }
    }
}

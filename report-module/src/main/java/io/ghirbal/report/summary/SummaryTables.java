package io.ghirbal.report.summary;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Fills the summary tables from the detail tables, by one SQL statement a table. Superseded articles are not counted. Each table is
 * emptied and filled again: that is always equal to a rebuild from scratch, whatever a run added, analysed anew or moved to another day.
 * Run it in a transaction.
 */
public class SummaryTables {
    private final JdbcClient database;

    public SummaryTables(JdbcClient database) {
        this.database = database;
    }

    /** Empties and fills all of them. */
    public void rebuild() {
        for (Summary summary : Summary.values()) {
            database.sql(summary.delete()).update();
            database.sql(summary.insert()).update();
        }
        for (StorySummary summary : StorySummary.values()) {
            database.sql(summary.delete()).update();
            database.sql(summary.insert()).update();
        }
        database.sql("delete from rejection_summary").update();
        database.sql("""
                insert into rejection_summary (run_id, cause, documents)
                select run_id, cause, count(*) from rejected_document group by run_id, cause
                """).update();
    }
}

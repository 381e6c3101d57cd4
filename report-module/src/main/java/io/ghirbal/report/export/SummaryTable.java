package io.ghirbal.report.export;

import org.springframework.jdbc.core.simple.JdbcClient;

/** A summary table as it is exported: its name, and the query that gives its columns, its rows and their order. */
enum SummaryTable {
    TOPIC_SUMMARY("topic_summary", """
            select s.code, t.name, t.name_ar, s.day, s.articles, s.mean_score
            from topic_summary s left join topic t on t.code = s.code
            order by s.code, case when s.day is null then 1 else 0 end, s.day
            """),
    OUTLET_SUMMARY("outlet_summary", """
            select outlet, articles, first_day, last_day, kept_characters, removed_characters, removed_lines, removed_share
            from outlet_summary
            order by case when outlet is null then 1 else 0 end, outlet
            """),
    DAILY_SUMMARY("daily_summary", """
            select day, articles, outlets, kept_characters, removed_characters, removed_lines
            from daily_summary
            order by case when day is null then 1 else 0 end, day
            """),
    BOILERPLATE_SUMMARY("boilerplate_summary", """
            select kind, outlet, blocks, articles, lines, characters, share
            from boilerplate_summary
            order by kind, case when outlet is null then 1 else 0 end, outlet
            """),
    REJECTION_SUMMARY("rejection_summary", """
            select run_id, cause, documents
            from rejection_summary
            order by run_id, cause
            """);

    private final String tableName;
    private final String query;

    SummaryTable(String tableName, String query) {
        this.tableName = tableName;
        this.query = query;
    }

    /** The name, as in the database. */
    String tableName() {
        return tableName;
    }

    /** Has {@code reader} read the rows of the table in {@code database}. */
    void read(JdbcClient database, TableRows.Reader reader) {
        database.sql(query).query(rows -> {
            reader.read(new TableRows(rows));
            return true;
        });
    }
}

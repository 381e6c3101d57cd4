package io.ghirbal.report.summary;

import static org.assertj.core.api.Assertions.assertThat;

import io.ghirbal.ingest.Product;
import io.ghirbal.report.Samples;
import io.ghirbal.report.TestDatabase;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

class PlannerStatisticsTest {
    private static final String BLOCKS = """
            insert into removed_block (article_id, ordinal, first_line, last_line, kind, reason, confidence, lines, characters, text)
            select (select min(article_id) from article_analysis), number, 1, 1, 'PROMO', 'r', 1, 1, 1, 't'
            from generate_series(%d, %d) number
            """;

    @Test
    void tellsThePlannerOfRowsThatARunHasAdded() throws Exception {
        try (SingleConnectionDataSource connection = connection(TestDatabase.postgresql())) {
            Samples.fill(connection);
            JdbcTemplate jdbc = new JdbcTemplate(connection);
            add(jdbc, 1000, 1999);

            new PlannerStatistics(JdbcClient.create(connection), Product.POSTGRESQL).refresh();

            assertThat(rowsKnown(jdbc, "removed_block")).isGreaterThanOrEqualTo(1000);
            assertThat(rowsKnown(jdbc, "article")).as("never looked at").isEqualTo(-1);
        }
    }

    @Test
    void leavesATableAloneThatHardlyChanged() throws Exception {
        try (SingleConnectionDataSource connection = connection(TestDatabase.postgresql())) {
            Samples.fill(connection);
            JdbcTemplate jdbc = new JdbcTemplate(connection);
            PlannerStatistics statistics = new PlannerStatistics(JdbcClient.create(connection), Product.POSTGRESQL);
            add(jdbc, 1000, 1999);
            statistics.refresh();
            double known = rowsKnown(jdbc, "removed_block");
            add(jdbc, 2000, 2099);

            statistics.refresh();

            assertThat(rowsKnown(jdbc, "removed_block")).isEqualTo(known);
        }
    }

    @Test
    void hasNothingToDoOnHsqldb() {
        DataSource database = TestDatabase.hsqldb();

        new PlannerStatistics(JdbcClient.create(database), Product.of(new JdbcTemplate(database))).refresh();

        assertThat(Product.of(new JdbcTemplate(database))).isEqualTo(Product.HSQLDB);
    }

    /** The server counts what a connection changed when it is idle for a while, or when told. */
    private static void add(JdbcTemplate jdbc, int first, int last) {
        jdbc.update(BLOCKS.formatted(first, last));
        jdbc.queryForList("select pg_stat_force_next_flush()");
        jdbc.queryForList("select 1");
    }

    private static double rowsKnown(JdbcTemplate jdbc, String table) {
        return jdbc.queryForList("select reltuples from pg_class where relname = ?", Double.class, table)
                .get(0);
    }

    private static SingleConnectionDataSource connection(DataSource database) throws Exception {
        return new SingleConnectionDataSource(database.getConnection(), true);
    }
}

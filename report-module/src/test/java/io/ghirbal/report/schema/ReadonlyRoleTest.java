package io.ghirbal.report.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ghirbal.report.Samples;
import io.ghirbal.report.TestDatabase;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** docs/readonly-role.sql. */
class ReadonlyRoleTest {
    private static final List<String> RAW = List.of(
            "article",
            "article_analysis",
            "removed_block",
            "document",
            "rejected_document",
            "publication",
            "article_story",
            "story",
            "unplaced_article",
            "unplaced_day",
            "run",
            "run_owner",
            "purge",
            "batch_job_execution",
            "flyway_schema_history");

    private static final List<String> STORY_SUMMARIES = List.of("story_by_day", "outlet_originality", "outlet_copies");

    private final DataSource database = TestDatabase.postgresql();

    @Test
    void readsViewsAndSummariesAndNothingElse() throws Exception {
        Samples.fill(database);
        JdbcClient reader = reader();
        Schema.of(database).relations().forEach((name, relation) -> {
            if (relation.isView() || name.endsWith("_summary") || STORY_SUMMARIES.contains(name)) {
                assertThat(reader.sql("select * from " + name).query().listOfRows())
                        .as(name)
                        .isNotEmpty();
            }
        });
        for (String table : RAW) {
            assertDenied(reader, "select * from " + table);
        }
    }

    @Test
    void writesNothing() throws Exception {
        Samples.fill(database);
        JdbcClient reader = reader();
        assertDenied(reader, "insert into daily_summary values (null, 1, 1, 1, 1, 1, 1, 1, 1)");
        assertDenied(reader, "update topic_summary set articles = 0");
        assertDenied(reader, "delete from outlet_summary");
        assertDenied(reader, "truncate boilerplate_summary");
        assertDenied(reader, "delete from outlet_copies");
        // a view of one table can be written to by whoever may
        assertDenied(reader, "update v_run set status = 'FAILED'");
        assertDenied(reader, "delete from v_daily");
        assertDenied(reader, "update v_story set title = ''");
        assertDenied(reader, "create table mine (id integer)");
        assertDenied(reader, "drop view v_daily");
    }

    @Test
    void readsWhatLaterVersionsAdd() throws Exception {
        JdbcClient reader = reader();
        JdbcClient owner = JdbcClient.create(database);
        owner.sql("create view v_later as select 1 as n").update();
        owner.sql("create table later_summary as select 2 as n").update();
        assertThat(reader.sql("select n from v_later").query(Integer.class).single())
                .isEqualTo(1);
        assertThat(reader.sql("select n from later_summary")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
        assertDenied(reader, "delete from later_summary");
    }

    @Test
    void saysWhenThereIsNothingToRead() {
        JdbcClient.create(database).sql("drop table article cascade").update();
        assertThatThrownBy(() -> ReadonlyRole.create(database)).hasMessageContaining("run Ghirbal on it first");
    }

    private JdbcClient reader() throws Exception {
        ReadonlyRole.create(database);
        ReadonlyRole.create(database); // again does no harm
        return JdbcClient.create(ReadonlyRole.login(database, "reader_" + UUID.randomUUID()));
    }

    private static void assertDenied(JdbcClient reader, String sql) {
        assertThatThrownBy(() -> {
                    if (sql.startsWith("select")) {
                        reader.sql(sql).query().listOfRows();
                    } else {
                        reader.sql(sql).update();
                    }
                })
                .as(sql)
                .rootCause()
                .isInstanceOfSatisfying(
                        SQLException.class,
                        e -> assertThat(e.getSQLState()).as(e.getMessage()).isEqualTo("42501"));
    }
}

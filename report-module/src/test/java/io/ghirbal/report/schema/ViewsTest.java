package io.ghirbal.report.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.ghirbal.report.Samples;
import io.ghirbal.report.TestDatabase;
import io.ghirbal.report.summary.SummaryTables;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the views show, on both databases. */
class ViewsTest {
    private final List<DataSource> databases = List.of(TestDatabase.hsqldb(), TestDatabase.postgresql());

    @BeforeEach
    void fill() {
        databases.forEach(Samples::fill);
    }

    @Test
    void showsTheSameRowsOnBothDatabases() throws Exception {
        for (String view : views()) {
            String query = "select * from " + view;
            assertThat(Rows.of(databases.get(0), query))
                    .as(view)
                    .isNotEmpty()
                    .containsExactlyInAnyOrderElementsOf(Rows.of(databases.get(1), query));
        }
    }

    @Test
    void saysWhichColumnsMayBeNull() throws Exception {
        Schema schema = Schema.of(TestDatabase.migratedHsqldb());
        List<String> unsaid = new ArrayList<>();
        for (DataSource database : databases) {
            for (String view : views()) {
                for (Map<String, Object> row :
                        client(database).sql("select * from " + view).query().listOfRows()) {
                    row.forEach((column, value) -> {
                        String comment = schema.column(view, column.toLowerCase(Locale.ROOT))
                                .comment();
                        if (value == null && !String.valueOf(comment).contains("null ")) {
                            unsaid.add(view + "." + column);
                        }
                    });
                }
            }
        }
        assertThat(unsaid).isEmpty();
    }

    @Test
    void leavesOutOldVersions() throws Exception {
        for (DataSource database : databases) {
            String old = client(database)
                    .sql("select id from article where outlet like 'صحيفة%'")
                    .query(String.class)
                    .single();
            client(database)
                    .sql("update article set superseded_run_id = 2 where id = ?")
                    .param(old)
                    .update();
            new SummaryTables(client(database)).rebuild();
            assertThat(Rows.of(database, "select count(*) as n from v_article")).containsExactly("{n=3}");
            assertThat(Rows.of(database, "select sum(articles) as n from v_daily"))
                    .containsExactly("{n=3}");
            for (String view : List.of(
                    "v_article", "v_article_topic", "v_removed_for_review", "v_topic_by_outlet", "v_outlet_hygiene")) {
                assertThat(Rows.of(database, "select * from " + view))
                        .as(view)
                        .isNotEmpty()
                        .noneMatch(row -> row.contains("صحيفة"));
            }
        }
    }

    @Test
    void showsNoTextOfWhatWasPurged() {
        for (DataSource database : databases) {
            assertThat(Rows.of(database, "select text from v_removed_for_review where heading = 'القائمة'"))
                    .containsExactly("{text=القائمة\nالرئيسية}");
            client(database).sql("update removed_block set text = ''").update();
            client(database)
                    .sql("update article set text = '', purged_at = current_timestamp")
                    .update();
            assertThat(Rows.of(database, "select distinct heading, text from v_removed_for_review"))
                    .containsExactly("{heading=null, text=null}");
        }
    }

    @Test
    void takesTheFirstLineWithTextAsHeading() {
        for (DataSource database : databases) {
            client(database)
                    .sql("update removed_block set text = ? where kind = 'NAVIGATION'")
                    .param(" \r\n\t\n  اقرأ أيضا: عنوان  \r\nعنوان آخر")
                    .update();
            assertThat(Rows.of(database, "select heading from v_removed_for_review where kind = 'NAVIGATION'"))
                    .containsExactly("{heading=اقرأ أيضا: عنوان}");
        }
    }

    @Test
    void showsOutletsThatLeakNothing() {
        for (DataSource database : databases) {
            assertThat(
                            Rows.of(
                                    database,
                                    "select kind, blocks, characters, share, outlet_articles from v_outlet_hygiene where outlet = '-1+1'"))
                    .containsExactly("{kind=null, blocks=0, characters=0, share=0, outlet_articles=1}");
        }
    }

    private List<String> views() throws Exception {
        List<String> views = Schema.of(databases.get(0)).relations().entrySet().stream()
                .filter(entry -> entry.getValue().isView())
                .map(Map.Entry::getKey)
                .toList();
        assertThat(views).isNotEmpty();
        return views;
    }

    private static JdbcClient client(DataSource database) {
        return JdbcClient.create(database);
    }
}

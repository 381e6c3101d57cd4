package io.ghirbal.report.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ghirbal.report.Fixture;
import io.ghirbal.report.Samples;
import io.ghirbal.report.TestDatabase;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class SliceTest {
    private static final LocalDate DAY = LocalDate.of(2023, 12, 9);

    @Test
    void sumsAPartUpAsTheTablesWouldIfThereWereNothingElse() {
        for (Slice slice : List.of(
                new Slice(DAY, DAY, List.of(), List.of()),
                new Slice(DAY.plusDays(1), null, List.of(), List.of()),
                new Slice(null, DAY, List.of("-1+1"), List.of()),
                new Slice(null, null, List.of("-1+1", "no such outlet"), List.of()),
                new Slice(null, null, List.of(Samples.COPYING_OUTLET), List.of()),
                new Slice(DAY, DAY.plusDays(2), List.of("-1+1", Samples.COPYING_OUTLET), List.of("medtop:11000000")),
                new Slice(null, null, List.of(), List.of(), List.of("ar")),
                new Slice(null, null, List.of(), List.of("medtop:16000000")),
                new Slice(DAY, null, List.of(), List.of("medtop:11000000", "medtop:16000000")))) {
            for (DataSource source : List.of(TestDatabase.hsqldb(), TestDatabase.postgresql())) {
                Samples.fill(source);
                JdbcClient database = JdbcClient.create(source);
                database.sql("update article_analysis set language = 'ar' where title = 'العنوان'")
                        .update();
                List<List<Map<String, Object>>> part = rows(database, slice);

                deleteOthers(database, slice);
                new SummaryTables(database).rebuild();

                assertThat(part).as(slice.toString()).isEqualTo(rows(database, Slice.ALL));
                assertThat(part.get(1)).as(slice.toString()).isNotEmpty();
            }
        }
    }

    @Test
    void holdsNoSupersededArticle() {
        DataSource source = TestDatabase.hsqldb();
        Samples.fill(source);
        JdbcClient database = JdbcClient.create(source);
        Slice slice = new Slice(DAY, DAY, List.of("-1+1"), List.of());
        assertThat(rows(database, slice))
                .element(1)
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .isNotEmpty();
        List<String> ids = database.sql("select id from article where outlet in ('-1+1', ?) order by outlet")
                .param("=HYPERLINK(\"http://evil.example\")")
                .query(String.class)
                .list();
        Fixture.in(source).superseded(ids.get(0), ids.get(1));

        assertThat(rows(database, slice)).allMatch(List::isEmpty);
    }

    @Test
    void refusesToEndBeforeItBegins() {
        assertThatThrownBy(() -> new Slice(DAY, DAY.minusDays(1), List.of(), List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("2023-12-09 is after 2023-12-08");
    }

    private static List<List<Map<String, Object>>> rows(JdbcClient database, Slice slice) {
        return List.of(
                rows(database, Summary.TOPIC, slice, "code, day"),
                rows(database, Summary.OUTLET, slice, "outlet"),
                rows(database, Summary.DAILY, slice, "day"),
                rows(database, Summary.BOILERPLATE, slice, "kind, outlet"));
    }

    private static List<Map<String, Object>> rows(JdbcClient database, Summary summary, Slice slice, String order) {
        return database.sql("select * from %s s order by %s".formatted(summary.of(slice), order))
                .params(slice.parameters())
                .query()
                .listOfRows();
    }

    /** Leaves the articles of the slice and its publications, and of the articles of those that are in no slice what is known of them. */
    private static void deleteOthers(JdbcClient database, Slice slice) {
        List<String> published = ids(database, slice, """
                select p.id from publication p join article_analysis y on y.article_id = p.article_id
                where {publications}
                """);
        database.sql("delete from publication where id not in (:ids)")
                .param("ids", published)
                .update();
        List<String> ids = ids(
                database,
                slice,
                "select a.id from article a join article_analysis y on y.article_id = a.id where {slice}");
        ids.add("none");
        for (String table : List.of("article_topic", "removed_block", "article_analysis", "article_story")) {
            database.sql("""
                            delete from %s where article_id not in (:ids)
                                and article_id not in (select p.article_id from publication p)
                            """.formatted(table)).param("ids", ids).update();
        }
        database.sql("update article set superseded_run_id = run_id where id not in (:ids)")
                .param("ids", ids)
                .update();
    }

    private static List<String> ids(JdbcClient database, Slice slice, String sql) {
        return new ArrayList<>(database.sql(slice.completed(sql))
                .params(slice.parameters())
                .query(String.class)
                .list());
    }
}

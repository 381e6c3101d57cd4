package io.ghirbal.report.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.ghirbal.report.Fixture;
import io.ghirbal.report.Samples;
import io.ghirbal.report.TestDatabase;
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
            String old = articleOf(database, "صحيفة%");
            Fixture.in(database).superseded(old, articleOf(database, "-1+1")).summarised();
            assertThat(Rows.of(database, "select count(*) as n from v_article")).containsExactly("{n=3}");
            assertThat(Rows.of(database, "select sum(articles) as n from v_daily"))
                    .containsExactly("{n=3}");
            assertThat(Rows.of(database, "select count(*) as n from v_article_story"))
                    .containsExactly("{n=3}");
            assertThat(Rows.of(database, "select sum(publications) as n from v_daily"))
                    .containsExactly("{n=3}");
            for (String view : List.of(
                    "v_article",
                    "v_article_topic",
                    "v_article_story",
                    "v_removed_for_review",
                    "v_topic_by_outlet",
                    "v_outlet_hygiene",
                    "v_outlet_originality",
                    "v_publication",
                    "v_story",
                    "v_story_by_day")) {
                assertThat(Rows.of(database, "select * from " + view))
                        .as(view)
                        .isNotEmpty()
                        .noneMatch(row -> row.contains("صحيفة"))
                        .noneMatch(row -> row.contains(Samples.COPYING_OUTLET))
                        .noneMatch(row -> row.contains(old));
            }
            assertThat(Rows.of(database, "select * from v_outlet_copies"))
                    .as("nothing is copied any more")
                    .isEmpty();
        }
    }

    @Test
    void tellsWhatOutletsPublishedApartFromWhatIsStored() {
        String copier = "outlet = '" + Samples.COPYING_OUTLET + "'";
        for (DataSource database : databases) {
            assertThat(Rows.of(
                            database,
                            "select day, articles, publications, texts, stories from v_daily order by day nulls last"))
                    .containsExactly(
                            "{day=2023-12-09, articles=2, publications=2, texts=2, stories=2}",
                            "{day=2023-12-11, articles=0, publications=1, texts=1, stories=1}",
                            "{day=2024-01-02, articles=1, publications=1, texts=1, stories=1}",
                            "{day=null, articles=1, publications=1, texts=1, stories=1}");
            assertThat(Rows.of(
                            database,
                            "select articles, outlet_articles, share, first_day, publications, texts, stories, outlet_publications from v_topic_by_outlet where "
                                    + copier))
                    .containsExactly(
                            "{articles=0, outlet_articles=0, share=0, first_day=2023-12-11, publications=1, texts=1, stories=1, outlet_publications=1}");
            assertThat(
                            Rows.of(
                                    database,
                                    "select day, articles, day_articles, share, publications, texts, stories, day_publications from v_topic_by_day where code = 'medtop:11000000' and day < date '2024-01-01' order by day"))
                    .containsExactly(
                            "{day=2023-12-09, articles=2, day_articles=2, share=1, publications=2, texts=2, stories=2, day_publications=2}",
                            "{day=2023-12-11, articles=0, day_articles=0, share=0, publications=1, texts=1, stories=1, day_publications=1}");
            assertThat(Rows.of(
                            database,
                            "select kind, outlet_articles, outlet_removed_share, outlet_publications, outlet_texts, outlet_stories from v_outlet_hygiene where "
                                    + copier))
                    .containsExactly(
                            "{kind=null, outlet_articles=0, outlet_removed_share=0, outlet_publications=1, outlet_texts=1, outlet_stories=1}");
        }
    }

    @Test
    void tellsWhereATextWasPublishedAndWhoCopiedIt() {
        for (DataSource database : databases) {
            String article = articleOf(database, "صحيفة%");
            assertThat(Rows.of(
                            database,
                            "select article_id, outlet, url, title, published_on, published_at, source, record, first_seen_at, documents, story_id, role from v_publication where article_id = '"
                                    + article + "' order by published_on"))
                    .containsExactly(
                            "{article_id=%1$s, outlet=صحيفة \"الغد\", عمّان\nالطبعة الأولى, url=null, title=العنوان, published_on=2023-12-09, published_at=null, source=أخبار/b.jsonl, record=1, first_seen_at=a time, documents=1, story_id=%1$s, role=FIRST}"
                                    .formatted(article),
                            "{article_id=%1$s, outlet=منبر الشاطئ, url=https://shore.example/1, title=العنوان, published_on=2023-12-11, published_at=a time, source=أخبار/c.jsonl, record=1, first_seen_at=a time, documents=1, story_id=%1$s, role=FIRST}"
                                    .formatted(article));
            assertThat(Rows.of(
                            database,
                            "select story_id, role, of_article_id, first_outlet, day, day_first_seen from v_article_story where article_id = '"
                                    + article + "'"))
                    .containsExactly(
                            "{story_id=%s, role=FIRST, of_article_id=null, first_outlet=صحيفة \"الغد\", عمّان\nالطبعة الأولى, day=2023-12-09, day_first_seen=false}"
                                    .formatted(article));
            assertThat(Rows.of(
                            database,
                            "select title, first_day, last_day, outlets, publications, texts, copies, articles from v_story where id = '"
                                    + article + "'"))
                    .containsExactly(
                            "{title=العنوان, first_day=2023-12-09, last_day=2023-12-11, outlets=2, publications=2, texts=1, copies=1, articles=1}");
            assertThat(Rows.of(
                            database,
                            "select day, publications, outlets, texts from v_story_by_day where story_id = '" + article
                                    + "' order by day"))
                    .containsExactly(
                            "{day=2023-12-09, publications=1, outlets=1, texts=1}",
                            "{day=2023-12-11, publications=1, outlets=1, texts=1}");
            assertThat(Rows.of(database, "select * from v_outlet_copies"))
                    .containsExactly(
                            "{outlet=منبر الشاطئ, from_outlet=صحيفة \"الغد\", عمّان\nالطبعة الأولى, publications=1}");
            assertThat(Rows.of(
                            database,
                            "select publications, own, copied, copied_share, copied_by_others, first_stories, stories from v_outlet_originality where outlet = '"
                                    + Samples.COPYING_OUTLET + "' or outlet like 'صحيفة%' order by own"))
                    .containsExactly(
                            "{publications=1, own=0, copied=1, copied_share=1, copied_by_others=0, first_stories=0, stories=1}",
                            "{publications=1, own=1, copied=0, copied_share=0, copied_by_others=1, first_stories=1, stories=1}");
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

    private static String articleOf(DataSource database, String outlet) {
        return client(database)
                .sql("select id from article where outlet like ?")
                .param(outlet)
                .query(String.class)
                .single();
    }

    private static JdbcClient client(DataSource database) {
        return JdbcClient.create(database);
    }
}

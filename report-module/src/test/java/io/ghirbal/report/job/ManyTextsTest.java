package io.ghirbal.report.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.ghirbal.ingest.RowInserts;
import io.ghirbal.nlp.story.step.StoriesUpdate;
import io.ghirbal.report.Fixture;
import io.ghirbal.report.TestDatabase;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Publications and stories of more texts than are looked at at a time, and of one text that very many articles have. */
class ManyTextsTest {
    private static final int MORE_THAN_A_BATCH = 1_500;

    /** More than a statement of PostgreSQL takes parameters. */
    private static final int VERY_MANY = 66_000;

    @Test
    void makesAPublicationWhoseNameStillBelongsToOneThatWaits() {
        for (DataSource source : List.of(TestDatabase.hsqldb(), TestDatabase.postgresql())) {
            JdbcClient database = JdbcClient.create(source);
            store(source, MORE_THAN_A_BATCH, "'text ' || cast(n as varchar(9))");
            update(source);
            assertThat(count(database, "select count(*) from publication")).isEqualTo(MORE_THAN_A_BATCH);

            analyseAnew(database, 2, "text 1499");
            update(source);

            assertThat(count(database, "select count(*) from publication")).isEqualTo(MORE_THAN_A_BATCH - 1);
            assertThat(count(database, "select sum(documents) from publication"))
                    .isEqualTo(MORE_THAN_A_BATCH);
        }
    }

    @Test
    void forgetsTheStoryOfATextThatBecameAnother() {
        for (DataSource source : List.of(TestDatabase.hsqldb(), TestDatabase.postgresql())) {
            JdbcClient database = JdbcClient.create(source);
            store(source, MORE_THAN_A_BATCH, "'text ' || cast(n as varchar(9))");
            update(source);
            assertThat(count(database, "select count(*) from story")).isEqualTo(MORE_THAN_A_BATCH);

            analyseAnew(database, 1500, "text 1");
            update(source);
            analyseAnew(database, 2, "text 1499");
            update(source);

            assertThat(count(database, "select count(*) from article_story where story_id is not null"))
                    .isEqualTo(MORE_THAN_A_BATCH);
            assertThat(count(database, "select sum(articles) from story")).isEqualTo(MORE_THAN_A_BATCH);
            assertThat(count(database, "select count(*) from story")).isEqualTo(MORE_THAN_A_BATCH - 2);
            assertThat(count(database, "select count(*) from story where articles = 2"))
                    .isEqualTo(2);
        }
    }

    @Test
    void placesATextThatMoreArticlesHaveThanAStatementTakesParameters() {
        DataSource source = TestDatabase.postgresql();
        JdbcClient database = JdbcClient.create(source);
        store(source, VERY_MANY, "'said everywhere'");
        for (String table : List.of("article", "document")) {
            database.sql("update " + table + " set outlet = 'outlet ' || id").update();
        }

        update(source);

        assertThat(count(database, "select count(*) from publication")).isEqualTo(VERY_MANY);
        assertThat(database.sql("select articles, publications, outlets, copies, texts from story")
                        .query()
                        .singleRow()
                        .values())
                .containsExactly((long) VERY_MANY, (long) VERY_MANY, (long) VERY_MANY, VERY_MANY - 1L, 1L);
        assertThat(count(database, "select count(*) from article_story where first_of_text = true"))
                .isEqualTo(1);
    }

    /** Articles of one outlet, numbered from 1, whose texts are told apart by what {@code digest} makes of the number {@code n}. */
    private static void store(DataSource source, int articles, String digest) {
        Fixture.in(source).run("COMPLETED", articles, articles, 0, 0);
        JdbcClient database = JdbcClient.create(source);
        for (int n = 1; n <= articles; n *= 2) {
            // doubled, for the databases have no series in common
            if (n == 1) {
                database.sql("""
                        insert into article (id, run_id, source, record, outlet, charset, text, characters)
                        values (lpad('1', 64, '0'), 1, 'a', 1, 'النهار', 'UTF-8', 'x', 1)
                        """).update();
            }
            database.sql("""
                    insert into article (id, run_id, source, record, outlet, charset, text, characters)
                    select lpad(cast(record + %1$d as varchar(9)), 64, '0'), 1, 'a', record + %1$d, outlet, 'UTF-8', 'x', 1
                    from article where record + %1$d <= %2$d
                    """.formatted(n, articles)).update();
        }
        database.sql("""
                insert into document (id, path, record, article_id, source, outlet, run_id)
                select id, 'a', record, id, source, outlet, 1 from article
                """).update();
        database.sql("""
                insert into article_analysis
                    (article_id, run_id, published_on, body, kept_lines, removed_lines, kept_characters, removed_characters, text_digest)
                select id, 1, date '2024-01-01', 'x', 1, 0, 1, 0, %s from (select id, record as n from article) a
                """.formatted(digest)).update();
        database.sql("insert into unplaced_article (article_id, analysed) select id, true from article")
                .update();
    }

    /** All articles, one of which says something else since. */
    private static void analyseAnew(JdbcClient database, int article, String digest) {
        database.sql("update article_analysis set text_digest = ? where article_id = lpad(?, 64, '0')")
                .params(digest, String.valueOf(article))
                .update();
        database.sql(
                        "insert into unplaced_article (article_id, analysed) select article_id, true from article_analysis order by article_id")
                .update();
    }

    private static void update(DataSource source) {
        JdbcTemplate jdbc = new JdbcTemplate(source);
        new StoriesUpdate(jdbc, RowInserts.of(jdbc), 1).update(1);
    }

    private static long count(JdbcClient database, String sql) {
        return database.sql(sql).query(Long.class).single();
    }
}

package io.ghirbal.report.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.ghirbal.report.Fixture;
import io.ghirbal.report.TestDatabase;
import java.time.LocalDate;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class StoredArticlesTest {
    private static final LocalDate DAY = LocalDate.of(2024, 3, 5);

    @Test
    void findsArticlesByTheBeginningOfTheirIds() {
        for (DataSource source : List.of(TestDatabase.hsqldb(), TestDatabase.postgresql())) {
            JdbcClient database = JdbcClient.create(source);
            Fixture fixture = Fixture.in(source).run("COMPLETED", 40, 40, 0, 0);
            for (int number = 1; number <= 40; number++) {
                fixture.article("a.jsonl", number, "صحيفة", "نص " + number)
                        .analysed("عنوان " + number, DAY, null, null, "نص " + number, 0, 0);
            }
            StoredArticles articles = new StoredArticles(database);
            List<String> ids =
                    database.sql("select id from article").query(String.class).list();

            for (String id : ids) {
                assertThat(articles.find(id)).extracting(PairedArticle::id).containsExactly(id);
                assertThat(articles.find(id.substring(0, 8)))
                        .extracting(PairedArticle::id)
                        .containsExactly(id);
                List<String> alike = ids.stream()
                        .filter(other -> other.startsWith(id.substring(0, 1)))
                        .sorted()
                        .limit(2)
                        .toList();
                assertThat(articles.find(id.substring(0, 1)))
                        .extracting(PairedArticle::id)
                        .isEqualTo(alike);
            }
            assertThat(articles.find("0".repeat(64))).isEmpty();
        }
    }

    @Test
    void takesOutletAndDayOfATextFromItsFirstPublication() {
        for (DataSource source : List.of(TestDatabase.hsqldb(), TestDatabase.postgresql())) {
            Fixture.in(source)
                    .run("COMPLETED", 1, 1, 0, 0)
                    .article("a.jsonl", 7, "المساء", "نص")
                    .analysed("عنوان", DAY, null, null, "متن", 0, 0);
            JdbcClient database = JdbcClient.create(source);
            StoredArticles articles = new StoredArticles(database);
            String id =
                    database.sql("select id from article").query(String.class).single();

            assertThat(articles.find(id))
                    .containsExactly(new PairedArticle("a.jsonl", 7, id, "عنوان", "المساء", DAY, "متن", null));

            database.sql("""
                            insert into article_story (article_id, text_id, first_of_text, outlet, day, day_first_seen, story_id)
                            values (:id, :id, true, 'النهار', :day, false, :id)
                            """).param("id", id).param("day", DAY.minusDays(1)).update();
            assertThat(articles.find(id))
                    .containsExactly(
                            new PairedArticle("a.jsonl", 7, id, "عنوان", "النهار", DAY.minusDays(1), "متن", id));
        }
    }
}

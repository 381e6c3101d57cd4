package io.ghirbal.report.summary;

import static org.assertj.core.api.Assertions.assertThat;

import io.ghirbal.report.Fixture;
import io.ghirbal.report.TestDatabase;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** That publications and stories are counted twice, and a false number is found. */
class ReconciliationTest {
    private static final long RUN = 1;
    private static final long READ = 6;
    private static final String BODY = "افتتحت البلدية صباح اليوم الجسر الجديد فوق النهر بعد عامين من العمل المتواصل";

    private static final String LOOKED_AT = "documents looked at for publications = documents that have an analysis";
    private static final String LOOKS = "looks of the publications = documents that have an analysis";
    private static final String PLACED = "article_story = current articles that have an analysis";
    private static final String OF_STORIES = "articles in a story = articles of the stories";
    private static final String IN_A_STORY = "articles in a story = current articles that have an analysis";
    private static final String OF_OUTLETS = "publications of outlet_summary = publications";
    private static final String OF_DAYS = "publications of daily_summary = publications";
    private static final String OF_STORY_DAYS = "publications of story_by_day = publications";
    private static final String ORIGINALITY = "own and copied publications of outlet_originality = publications";

    @Test
    void findsNothingWhereAllIsWell() {
        for (DataSource source : databases()) {
            assertThat(mismatches(source)).isEmpty();
        }
    }

    @Test
    void countsNoArticleThatWasSuperseded() {
        for (DataSource source : databases()) {
            List<String> ids = JdbcClient.create(source)
                    .sql("select id from article order by source desc, record")
                    .query(String.class)
                    .list();

            Fixture.in(source).superseded(ids.get(0), ids.get(1)).summarised();

            assertThat(mismatches(source)).isEmpty();
        }
    }

    static Stream<Arguments> falsifications() {
        String one = " where %s = (select min(x.%s) from %s x)";
        return Stream.of(
                Arguments.of(
                        List.of("update publication set documents = documents + 1"
                                + one.formatted("id", "id", "publication")),
                        List.of(LOOKS)),
                Arguments.of(
                        List.of("update document set text_key = null" + one.formatted("id", "id", "document")),
                        List.of(LOOKED_AT)),
                Arguments.of(
                        List.of("delete from publication where first_of_text = false"),
                        List.of(LOOKS, OF_OUTLETS, OF_DAYS, OF_STORY_DAYS, ORIGINALITY)),
                Arguments.of(
                        List.of(
                                "delete from article_story where first_of_text = false",
                                "update story set articles = articles - 1 where articles > 1"),
                        List.of(PLACED, IN_A_STORY)),
                Arguments.of(
                        List.of("update story set articles = articles + 1" + one.formatted("id", "id", "story")),
                        List.of(OF_STORIES)),
                Arguments.of(List.of("delete from story" + one.formatted("id", "id", "story")), List.of(OF_STORIES)),
                Arguments.of(
                        List.of("update article_story set story_id = null, role = null where first_of_text = false"),
                        List.of(OF_STORIES, IN_A_STORY)),
                Arguments.of(
                        List.of("update outlet_summary set publications = publications + 1"
                                + one.formatted("outlet", "outlet", "outlet_summary")),
                        List.of(OF_OUTLETS)),
                Arguments.of(
                        List.of("update daily_summary set publications = publications - 1"
                                + one.formatted("day", "day", "daily_summary")),
                        List.of(OF_DAYS)),
                Arguments.of(
                        List.of("delete from story_by_day" + one.formatted("day", "day", "story_by_day")),
                        List.of(OF_STORY_DAYS)),
                Arguments.of(
                        List.of("update outlet_originality set own = own + 1"
                                + one.formatted("outlet", "outlet", "outlet_originality")),
                        List.of(ORIGINALITY)),
                Arguments.of(
                        List.of("update outlet_originality set copied = copied - 1 where copied > 0"),
                        List.of(ORIGINALITY)));
    }

    @ParameterizedTest
    @MethodSource("falsifications")
    void findsAFalseNumber(List<String> falsification, List<String> claims) {
        for (DataSource source : databases()) {
            JdbcClient database = JdbcClient.create(source);
            for (String sql : falsification) {
                assertThat(database.sql(sql).update()).as(sql).isEqualTo(1);
            }

            assertThat(mismatches(source).stream().map(mismatch -> mismatch.substring(0, mismatch.lastIndexOf(':'))))
                    .as(falsification.toString())
                    .containsExactlyElementsOf(claims);
        }
    }

    private static List<String> mismatches(DataSource source) {
        return new Reconciliation(JdbcClient.create(source)).mismatches(RUN, READ);
    }

    /** Three articles of two texts in two stories: one of them stands at two outlets, and a third one has its text under a dateline; and one that failed. */
    private static List<DataSource> databases() {
        List<DataSource> databases = List.of(TestDatabase.hsqldb(), TestDatabase.postgresql());
        for (DataSource source : databases) {
            Fixture.in(source)
                    .topic("medtop:11000000", "politics and government", "السياسة والحكومة")
                    .run("COMPLETED", READ, 4, 1, 1)
                    .rejected("broken.jsonl", 1, "MALFORMED", "broken")
                    .article("a.jsonl", 1, "النهار", BODY)
                    .analysed("الجسر", LocalDate.of(2024, 1, 1), null, null, BODY, 0, 0)
                    .about("medtop:11000000", 0.5)
                    .and()
                    .article("b.jsonl", 1, "النهار", "فاز الفريق")
                    .analysed("الفريق", LocalDate.of(2024, 1, 3), null, null, "فاز الفريق", 0, 0)
                    .and()
                    .article("c.jsonl", 1, "النهار", "الرباط - " + BODY)
                    .analysed("الجسر", LocalDate.of(2024, 1, 1), null, null, "الرباط - " + BODY, 0, 0)
                    .alsoAt("c.jsonl", 2, "المساء", null, null, "2024-01-02")
                    .and()
                    .article("d.jsonl", 1, "النهار", "نص لم يفهم")
                    .failed("broken")
                    .and()
                    .summarised();
        }
        return databases;
    }
}

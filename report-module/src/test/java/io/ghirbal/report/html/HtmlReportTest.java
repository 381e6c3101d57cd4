package io.ghirbal.report.html;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.ghirbal.nlp.clean.BoilerplateKind;
import io.ghirbal.report.Fixture;
import io.ghirbal.report.Samples;
import io.ghirbal.report.TestDatabase;
import io.ghirbal.report.export.Export;
import io.ghirbal.report.summary.Period;
import io.ghirbal.report.summary.Slice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

class HtmlReportTest {
    private static final Pattern SCRIPT = Pattern.compile("<script([^>]*)>(.*?)</script>", Pattern.DOTALL);
    private static final LocalDate DAY = LocalDate.of(2023, 12, 9);
    private static final Pattern STYLE = Pattern.compile("<style>(.*?)</style>", Pattern.DOTALL);

    @TempDir
    private Path out;

    @Test
    void showsWhatWasRemovedInPlaceWithItsKindAndReason() throws IOException {
        String article = article(sample(), "أخبار/b.jsonl", "فقرة أولى");

        assertThat(article)
                .contains(
                        "فقرة أولى. <del class=\"k-RELATED_LINKS\" title=\"a link inside the line\">(اقرأ: خبر)</del>")
                .contains("<div class=\"cut k-RELATED_LINKS\">")
                .contains("<bdi>marker \"اقرأ أيضا\" &amp; &lt;headline&gt;</bdi>")
                .contains("<span class=\"no\">4</span><del class=\"line\" dir=\"auto\">اقرأ أيضا</del>")
                .contains("<span class=\"no\">5</span><del class=\"line\" dir=\"auto\">عنوان آخر</del>")
                .contains(
                        "<span class=\"no\">6</span><span class=\"line\" dir=\"auto\">&lt;b&gt;خاتمة&lt;/b&gt; &amp;amp;");
    }

    @Test
    void saysThatTheAccountsAddUpOrByHowMuchTheyDoNot() throws IOException {
        assertThat(sample()).contains("Adds up: read = stored").doesNotContain("Does not add up");

        DataSource database = TestDatabase.hsqldb();
        Fixture.in(database).run("FAILED", 10, 5, 1, 1);
        assertThat(written(database))
                .contains("Does not add up: the difference is 3")
                .contains("The article table holds 0, the runs recorded 5 stored")
                .contains("<span class=\"t\" lang=\"ar\">أخفق</span>");
    }

    @Test
    void leavesOldVersionsOutButSaysThatTheyAreKept() throws IOException {
        DataSource database = TestDatabase.hsqldb();
        Fixture.in(database)
                .run("COMPLETED", 2, 2, 0, 0)
                .article("a.txt", 1, null, "النص القديم")
                .analysed(null, null, null, null, "النص القديم", 0, 0)
                .and()
                .article("a.txt", 1, null, "النص الجديد")
                .analysed(null, null, null, null, "النص الجديد", 0, 0);
        JdbcClient.create(database)
                .sql("update article set superseded_run_id = run_id where text = 'النص القديم'")
                .update();

        assertThat(written(database))
                .contains("The article table holds as many as were stored")
                .contains("Old versions of articles, kept and superseded: 1.")
                .contains("النص الجديد")
                .doesNotContain("النص القديم")
                .doesNotContain("Articles not yet analysed");
        assertThat(sample()).doesNotContain("Old versions of articles");
    }

    @Test
    void showsContentThatAttacksThePageAsText() throws IOException {
        String report = sample();

        assertThat(report)
                .doesNotContain("<script>alert")
                .doesNotContain("<img")
                .doesNotContain("<b>خاتمة");
        assertThat(report)
                .contains("سطر\u2028واحد &lt;/script&gt;&lt;script&gt;alert(1)&lt;/script&gt;")
                .contains("<bdi class=\"path\" dir=\"ltr\">&lt;script&gt;alert(1)&lt;/script&gt;.txt</bdi>")
                .contains("&lt;img src=x onerror=alert(1)&gt;");
        assertThat(scripts(report)).hasSize(2);
    }

    @Test
    void keepsHostileTopicNamesAndKindsInsideTheirAttributesAndTheCharts() throws IOException {
        DataSource database = TestDatabase.hsqldb();
        String hostile = "</script><script>alert(1)</script>\" onclick=\"x\u2028";
        Fixture.in(database)
                .topic("code\" onclick=\"x", hostile, hostile)
                .run("COMPLETED", 1, 1, 0, 0)
                .article("a.txt", 1, null, "سطر")
                .analysed(null, null, null, null, "", 1, 3)
                .removed(1, 1, "K\"><img src=x>", hostile, "سطر")
                .about("code\" onclick=\"x", 0.5)
                .and()
                .summarised();

        String report = written(database);

        assertThat(report)
                .doesNotContain("<script>alert")
                .doesNotContain("<img")
                .doesNotContainPattern("<[^<>]*\" onclick=");
        assertThat(report).containsPattern("<text class=\"t s\" lang=\"en\"[^>]*>&lt;/script&gt;&lt;script&gt;alert");
    }

    @Test
    void admitsOnlyItsOwnScriptsAndStyleAndNoNetwork() throws Exception {
        String report = sample();
        MatchResult policy = Pattern.compile("Content-Security-Policy\" content=\"([^\"]*)\"")
                .matcher(report)
                .results()
                .findFirst()
                .orElseThrow();

        assertThat(policy.group(1).replace("&#39;", "'"))
                .isEqualTo("default-src 'none'; style-src " + hash(style(report)) + "; script-src "
                        + hash(scripts(report).get(1).group(2))
                        + "; img-src data:; base-uri 'none'; form-action 'none'");
        assertThat(report).doesNotContainPattern("<[^>]*\\s(src|srcset|style|on[a-z]+)=");
        assertThat(report).doesNotContainPattern("<link|<iframe|@import|url\\(|sourceMappingURL=");
    }

    @Test
    void cutsLongTextsAndLongListsAndSaysSo() throws IOException {
        DataSource database = TestDatabase.hsqldb();
        Fixture fixture = Fixture.in(database).run("COMPLETED", 3, 3, 0, 0);
        for (int i = 0; i < 3; i++) {
            fixture.article("a" + i, 1, null, "\uD83D\uDE00".repeat(60))
                    .analysed(null, null, null, null, "x" + i, 0, 0);
        }

        fixture.summarised();

        String report =
                Files.readString(new HtmlReport(database, 2, 51, 100, 100).write(out, Slice.ALL, null, Export.ALL));

        assertThat(report)
                .contains("The first 50 of 120 characters of the text are shown.")
                .contains(
                        "All headlines of the period, newest first: 3.", "The newest 2 have their text as it was read")
                .contains(">" + "\uD83D\uDE00".repeat(25) + "<")
                .contains(">a1<")
                .doesNotContain(">a2<");
    }

    @Test
    void saysWhatAnEmptyDatabaseLacks() throws IOException {
        assertThat(written(TestDatabase.hsqldb()))
                .contains("Ghirbal has not run on this database yet")
                .contains("No articles analysed yet.")
                .contains("لم تُرفض وثيقة في آخر تشغيل.");
    }

    @Test
    void saysHowManyArticlesAreNotAnalysed() throws IOException {
        DataSource database = TestDatabase.hsqldb();
        Fixture.in(database).run("STOPPED", 1, 1, 0, 0).article("a.txt", 1, null, "نص");

        assertThat(written(database)).contains("Articles not yet analysed: 1.");
    }

    @Test
    void writesTheSameBytesFromHsqldbAndPostgresql() throws IOException {
        DataSource postgresql = TestDatabase.postgresql();
        Samples.fill(postgresql);

        assertThat(written(postgresql)).isEqualTo(sample());
    }

    @Test
    void showsOnlyThePartThatWasAskedForAndSaysSo() throws IOException {
        DataSource database = TestDatabase.hsqldb();
        Samples.fill(database);
        Slice part = new Slice(DAY, DAY, List.of("-1+1"), List.of("medtop:11000000"));

        String report = Files.readString(new HtmlReport(database).write(out, part, null, Export.ALL));

        assertThat(report)
                .contains("A part of the database.", "<bdi>2023-12-09</bdi>", "<bdi class=\"item\">-1+1</bdi>")
                .contains("All headlines of the period, newest first: 1.")
                .contains(">z.txt<")
                .doesNotContain("أخبار/b.jsonl</bdi>", "Articles not yet analysed", "id=\"review\"");
        assertThat(sample()).doesNotContain("A part of the database.");
    }

    @Test
    void putsTwoPeriodsSideBySide() throws IOException {
        for (DataSource database : List.of(TestDatabase.hsqldb(), TestDatabase.postgresql())) {
            Samples.fill(database);
            Slice now = Slice.ALL.in(Period.parse("2024-01"));
            Slice then = Slice.ALL.in(Period.parse("2023-12"));

            String report = Files.readString(new HtmlReport(database).write(out, now, then, Export.ALL));

            String comparison = section(report, "compare");
            assertThat(comparison)
                    .contains("2024-01-01", "2024-01-31", "2023-12-01", "2023-12-31")
                    // one article against two
                    .contains("<td class=\"n\">1</td><td class=\"n\">2</td><td class=\"n\"><bdi>\u221250.0%</bdi></td>")
                    .contains("conflict, war and peace")
                    .contains("100.0% <small>1</small>", "0.0% <small>0</small>", "<bdi>+100.0</bdi>");
        }
    }

    @Test
    void showsTheLargestRemovalsWithTheirReasonAndText() throws IOException {
        assertThat(section(sample(), "review"))
                .contains("<bdi>marker \"اقرأ أيضا\" &amp; &lt;headline&gt;</bdi>", "اقرأ أيضا\nعنوان آخر</p>", "0.90");
    }

    @Test
    void showsWhatEachOutletWritesAboutAndLeaks() throws IOException {
        assertThat(section(sample(), "outlets"))
                .contains("Who writes about what")
                .containsPattern("<bdi>-1\\+1</bdi></th>\\s*<td class=\"n\">1</td>\\s*<td class=\"n heat\">.*100.0%");
        assertThat(section(sample(), "boilerplate"))
                .contains("Which outlet leaks what")
                .contains("Navigation");
    }

    @Test
    void showsWhatOutletsRepeat() throws IOException {
        assertThat(section(sample(), "templates"))
                .contains("What outlets repeat", "<bdi>نسيج المدينة والناس</bdi>", "the whole line", "30.0%")
                .doesNotContain("<b>تابعونا");
    }

    @Test
    void staysUnderThreeMegabytesWithManyArticles() throws IOException {
        DataSource database = TestDatabase.hsqldb();
        Fixture fixture = Fixture.in(database).topic("t", "topic", "موضوع").run("COMPLETED", 600, 600, 0, 0);
        String line = "كلمة ".repeat(40);
        for (int i = 0; i < 600; i++) {
            fixture.article("a%03d.txt".formatted(i), 1, "وسيلة " + i, (line + "\n").repeat(60))
                    .analysed(line, DAY.plusDays(i), line, line, line, 30, 6000)
                    .removed(1, 30, "OTHER", line, (line + "\n").repeat(30))
                    .about("t", 0.5);
        }
        fixture.summarised();

        Path report = new HtmlReport(database).write(out, Slice.ALL, null, Export.ALL);

        assertThat(Files.size(report)).isBetween(1_000_000L, 3_000_000L);
        assertThat(Files.readString(report))
                .contains("All headlines of the period, newest first: 600.")
                .contains("and 570 it was surer of")
                .contains("and 550 more in tables/outlet_summary.csv");
    }

    @Test
    void offersQueriesThatRunOnBothDatabases() {
        for (DataSource database : List.of(TestDatabase.hsqldb(), TestDatabase.postgresql())) {
            Samples.fill(database);
            assertThat(HtmlReport.sampleQueries())
                    .hasSize(4)
                    .allSatisfy(query -> assertThat(JdbcClient.create(database)
                                    .sql(query.sql())
                                    .query()
                                    .listOfRows())
                            .as(query.key())
                            .isNotEmpty());
        }
    }

    @Test
    void hasWordsForEveryKindAndCauseInBothLanguages() {
        Labels labels = Labels.load();

        assertThat(labels.keys("ar")).isEqualTo(labels.keys("en"));
        for (BoilerplateKind kind : BoilerplateKind.values()) {
            assertThatCode(() -> labels.of("kind." + kind)).doesNotThrowAnyException();
            assertThat(labels.meaning("kind.", kind.name()).ar()).isNotEmpty();
            assertThat(PageAssets.load().style().content()).contains(".k-" + kind + " ");
        }
    }

    private String sample() throws IOException {
        DataSource database = TestDatabase.hsqldb();
        Samples.fill(database);
        return written(database);
    }

    private String written(DataSource database) throws IOException {
        return Files.readString(new HtmlReport(database).write(out, Slice.ALL, null, Export.ALL));
    }

    private static String article(String report, String source, String text) {
        return Pattern.compile("<details class=\"article\".*?</details>", Pattern.DOTALL)
                .matcher(report)
                .results()
                .map(MatchResult::group)
                .filter(article -> article.contains(source) && article.contains(text))
                .findFirst()
                .orElseThrow();
    }

    private static String section(String report, String id) {
        return Pattern.compile("<section id=\"" + id + "\".*?</section>", Pattern.DOTALL)
                .matcher(report)
                .results()
                .map(MatchResult::group)
                .findFirst()
                .orElseThrow();
    }

    private static List<MatchResult> scripts(String report) {
        return SCRIPT.matcher(report).results().toList();
    }

    private static String style(String report) {
        return STYLE.matcher(report).results().findFirst().orElseThrow().group(1);
    }

    private static String hash(String content) throws Exception {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(content.getBytes(UTF_8));
        return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
    }
}

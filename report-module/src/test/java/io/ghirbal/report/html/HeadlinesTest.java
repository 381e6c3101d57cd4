package io.ghirbal.report.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.ghirbal.report.Fixture;
import io.ghirbal.report.Samples;
import io.ghirbal.report.TestDatabase;
import io.ghirbal.report.export.Export;
import io.ghirbal.report.summary.Slice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The list of articles: what is read, in which order, and what a script of the page is given of it. */
class HeadlinesTest {
    private static final LocalDate DAY = LocalDate.of(2024, 3, 5);
    private static final Pattern BLOCK =
            Pattern.compile("<script type=\"application/json\" id=\"headlines\">(.*?)</script>", Pattern.DOTALL);
    private static final Pattern FILE =
            Pattern.compile("ghirbalHeadlines\\(\"([0-9a-f]{16})\",(\\{.*})\\);\n", Pattern.DOTALL);
    private static final String STORY = "5".repeat(64);

    @TempDir
    private Path out;

    @Test
    void listsTheNewestFirstAndWhatHasNoDayLast() {
        DataSource database = TestDatabase.hsqldb();
        fillInDisorder(database);

        assertThat(titles(database, 10_000, 20_000))
                .containsExactly("غد", "أ1", "أ2", "أ10", "ب", "بلا وسيلة", "أمس", "بلا يوم أ", "بلا يوم ي");
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 1", "3, 2", "10000, 1"})
    void readsTheSameInAnyPortions(int daysTogether, int keysPerQuery) {
        for (DataSource database : List.of(TestDatabase.hsqldb(), TestDatabase.postgresql())) {
            fillInDisorder(database);
            assertThat(titles(database, daysTogether, keysPerQuery)).isEqualTo(titles(database, 10_000, 20_000));
        }
    }

    @Test
    void listsAPublicationForEachOutletAndNoFormerLooks() {
        for (DataSource database : List.of(TestDatabase.hsqldb(), TestDatabase.postgresql())) {
            Fixture fixture = Fixture.in(database).run("COMPLETED", 3, 3, 0, 0);
            fixture.article("a.txt", 1, "أولى", "نص")
                    .analysed("عنوان المقالة", DAY, null, null, "نص", 0, 0)
                    .published("أولى", "https://a.example/1", "عنوان أول", DAY)
                    .published("ثانية", "https://b.example/1", "عنوان ثان", DAY.plusDays(1));
            fixture.article("b.txt", 1, "أولى", "نظرة سابقة").analysed("سابق", DAY, null, null, "نص", 0, 0);
            fixture.article("c.txt", 1, "أولى", "لم ينظر فيه بعد").analysed("جديد", DAY, null, null, "نص", 0, 0);
            JdbcClient.create(database)
                    .sql("update document set publication_id = 'another' where source = 'b.txt'")
                    .update();

            assertThat(pages(database).next(10))
                    .extracting(Headline::title, Headline::outlet, Headline::day)
                    .containsExactly(
                            tuple("عنوان ثان", "ثانية", DAY.plusDays(1)),
                            tuple("عنوان أول", "أولى", DAY),
                            tuple("جديد", "أولى", DAY));
            assertThat(new HeadlinePages(
                                    JdbcClient.create(database), new Slice(null, null, List.of("ثانية"), List.of()))
                            .next(10))
                    .extracting(Headline::title)
                    .containsExactly("عنوان ثان");
            assertThat(pages(database).outlets()).containsExactly("أولى", "ثانية");
        }
    }

    @Test
    void showsTheFirstWordsOfWhatHasNoHeadline() {
        DataSource database = TestDatabase.hsqldb();
        Fixture fixture = Fixture.in(database).run("COMPLETED", 2, 2, 0, 0);
        fixture.article("a.txt", 1, null, "نص")
                .analysed(" ", DAY, null, null, "بداية النص\nوتتمة " + "كلمات ".repeat(40), 0, 0);
        fixture.article("b.txt", 1, null, "قائمة").analysed(null, DAY, null, null, "", 1, 5);

        List<Headline> headlines = pages(database).next(10);

        assertThat(headlines).extracting(Headline::titled).containsExactly(false, false);
        assertThat(headlines.get(0).title())
                .startsWith("بداية النص وتتمة كلمات")
                .endsWith(" كلمات…")
                .hasSizeLessThanOrEqualTo(81);
        assertThat(headlines.get(1).title()).isEmpty();
    }

    @Test
    void writesWhatRepeatsOnce() throws IOException {
        DataSource database = TestDatabase.hsqldb();
        Fixture fixture = Fixture.in(database)
                .topic("t1", "sport", "رياضة")
                .topic("t2", "war", "حرب")
                .run("COMPLETED", 4, 4, 0, 0)
                .story(STORY, "قصة", DAY, 12, 3);
        for (int i = 0; i < 3; i++) {
            fixture.article("a.jsonl", i + 1, "وسيلة", "نص " + i)
                    .analysed("خبر", DAY, null, null, "نص", 0, 0)
                    .about("t2", 0.9)
                    .about("t1", 0.8)
                    .tells(STORY, DAY)
                    .published("وسيلة", "https://a.example/news/" + i, "خبر " + i, DAY);
        }
        fixture.article("b.jsonl", 1, null, "نص").analysed(null, null, null, null, "نص بلا شيء", 0, 0);

        JsonNode page = block(write(database, 100, 100));
        JsonNode first = page.get("first");

        assertThat(page.get("all").asInt()).isEqualTo(4);
        assertThat(page.get("outlets").toString()).isEqualTo("[\"\",\"وسيلة\"]");
        assertThat(page.get("topics").toString()).isEqualTo("[[\"t1\",\"رياضة\",\"sport\"],[\"t2\",\"حرب\",\"war\"]]");
        assertThat(page.get("parts").toString()).isEqualTo("[]");
        Map<String, String> columns = new TreeMap<>();
        first.properties()
                .forEach(
                        column -> columns.put(column.getKey(), column.getValue().toString()));
        assertThat(columns)
                .containsEntry("titles", "[\"خبر 0\",\"خبر 1\",\"خبر 2\",\"نص بلا شيء\"]")
                .containsEntry("untitled", "[3]")
                .containsEntry("days", "[[\"2024-03-05\",3],[null,1]]")
                .containsEntry("outlets", "[\"وسيلة\"]")
                .containsEntry("outlet", "[0,0,0,-1]")
                .containsEntry("topics", "[\"t2\",\"t1\"]")
                .containsEntry("topicLists", "[[0,1],[]]")
                .containsEntry("topicList", "[0,0,0,1]")
                .containsEntry("stories", "[[\"5555555555555555\",12,3]]")
                .containsEntry("story", "[0,0,0,-1]")
                .containsEntry("sites", "[\"https://a.example/news/\"]")
                .containsEntry("site", "[0,0,0,-1]")
                .containsEntry("pages", "[\"0\",\"1\",\"2\",\"\"]");
    }

    @Test
    void holdsHostileTextInItsBlock() throws IOException {
        String hostile = "</script><script>alert(1)</script><!-- \u2028\u2029 \" \\ \u0007\uD800 &lt; 'x";
        DataSource database = TestDatabase.hsqldb();
        Fixture.in(database)
                .topic("t</script>", hostile, hostile)
                .run("COMPLETED", 1, 1, 0, 0)
                .article("a.txt", 1, hostile, "نص")
                .analysed(hostile, DAY, null, null, "نص", 0, 0)
                .about("t</script>", 0.9)
                .published(hostile, "https://a.example/\"><script>alert(1)</script>", hostile, DAY);

        String report = write(database, 100, 100);
        JsonNode page = block(report);
        String block = find(BLOCK, report).group(1);

        assertThat(block).doesNotContain("<", "\u2028", "\u2029", "\u0007");
        assertThat(page.at("/first/titles/0").asString())
                .isEqualTo("</script><script>alert(1)</script><!-- \" \\ \u0007\uFFFD &lt; 'x");
        assertThat(page.at("/first/outlets/0").asString()).isEqualTo(hostile.replace('\uD800', '\uFFFD'));
        assertThat(page.at("/first/sites").toString()).as("no address").isEqualTo("[]");
        assertThat(report).doesNotContain("<script>alert");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                " https://a.example/",
                "data:text/html,x",
                "file:///etc/passwd",
                "https://a b",
                "//a.example",
                "https://a.example/\nx"
            })
    void linksToTheWebOnly(String address) {
        assertThat(Headline.address(address)).isNull();
        assertThat(Headline.address("https://a.example/" + "x".repeat(2_000))).isNull();
        assertThat(Headline.address("HTTP://a.example/خبر?x=1&y#z")).isEqualTo("HTTP://a.example/خبر?x=1&y#z");
    }

    @Test
    void showsTheNewestFiftyWithoutAScript() throws IOException {
        DataSource database = TestDatabase.hsqldb();
        Fixture fixture = Fixture.in(database).run("COMPLETED", 60, 60, 0, 0);
        for (int i = 0; i < 60; i++) {
            fixture.article("a%02d.txt".formatted(i), 1, null, "نص " + i)
                    .analysed("عنوان %02d.".formatted(i), DAY.minusDays(i), null, null, "نص", 0, 0);
        }

        String report = write(database, 100, 100).replaceAll("(?s)<template.*?</template>|<script.*?</script>", "");

        assertThat(Pattern.compile("<details class=\"article\"").matcher(report).results())
                .hasSize(50);
        assertThat(report)
                .contains(">عنوان 00.<", ">عنوان 49.<", "Without JavaScript only the newest 50 are shown.")
                .doesNotContain(">عنوان 50.<");
    }

    @Test
    void putsWhatThePageHasNoRoomForIntoFilesBesideIt() throws IOException {
        DataSource database = TestDatabase.hsqldb();
        fillInDisorder(database);
        Path folder = out.resolve("report-headlines");

        String report = write(database, 5, 4);
        JsonNode page = block(report);

        assertThat(page.get("all").asInt()).isEqualTo(9);
        assertThat(texts(page.at("/first/titles"))).containsExactly("غد", "أ1", "أ2", "أ10");
        assertThat(files(folder)).containsExactly("001.js", "002.js");
        List<String> rest = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            Matcher file = find(FILE, Files.readString(folder.resolve("00" + (i + 1) + ".js")));
            JsonNode part = JsonMapper.shared().readTree(file.group(2));
            assertThat(page.at("/parts/" + i + "/2").asString()).isEqualTo(file.group(1));
            assertThat(page.at("/parts/" + i + "/0").asInt())
                    .isEqualTo(part.get("titles").size());
            rest.addAll(texts(part.get("titles")));
        }
        assertThat(rest).containsExactly("ب", "بلا وسيلة", "أمس", "بلا يوم أ", "بلا يوم ي");
        assertThat(page.at("/parts/0/1").asString()).isEqualTo(DAY.toString());
        assertThat(page.at("/parts/1/1").isNull()).isTrue();
        assertThat(report.replace("&#39;", "'")).contains(" 'strict-dynamic';", " 'self' file:\">");
        assertThat(write(database, 9, 4)).doesNotContain("strict-dynamic", "file:\">");
    }

    @Test
    void deletesTheFilesOfAnEarlierReportAndNothingElse() throws IOException {
        DataSource database = TestDatabase.hsqldb();
        fillInDisorder(database);
        Path folder = out.resolve("report-headlines");
        write(database, 1, 1);
        assertThat(files(folder)).hasSize(8);

        write(database, 4, 4);
        assertThat(files(folder)).containsExactly("001.js", "002.js");

        Files.writeString(folder.resolve("mine.js"), "");
        write(database, 100, 100);
        assertThat(files(folder)).containsExactly("mine.js");

        Files.delete(folder.resolve("mine.js"));
        write(database, 100, 100);
        assertThat(folder).doesNotExist();
    }

    @Test
    void writesTheSameBytesFromHsqldbAndPostgresql() throws IOException {
        List<Map<String, String>> written = new ArrayList<>();
        for (DataSource database : List.of(TestDatabase.hsqldb(), TestDatabase.postgresql())) {
            Samples.fill(database);
            fillInDisorder(database);
            Map<String, String> files = new TreeMap<>();
            files.put("report.html", write(database, 5, 4));
            for (String file : files(out.resolve("report-headlines"))) {
                files.put(file, Files.readString(out.resolve("report-headlines").resolve(file)));
            }
            written.add(files);
        }

        assertThat(written.get(0)).hasSizeGreaterThan(2).isEqualTo(written.get(1));
    }

    /** Names of outlets and files whose order two databases may see differently; numbers that letters would put otherwise. */
    private static void fillInDisorder(DataSource database) {
        Fixture fixture = Fixture.in(database).run("COMPLETED", 9, 9, 0, 0);
        add(fixture, "ب.txt", 1, "ي وسيلة", null, "بلا يوم ي");
        add(fixture, "ب.jsonl", 10, "أ-1", DAY, "أ10");
        add(fixture, "ب.jsonl", 2, "أ-1", DAY, "أ2");
        add(fixture, "أ.jsonl", 3, "أ-1", DAY, "أ1");
        add(fixture, "أ.txt", 1, null, DAY, "بلا وسيلة");
        add(fixture, "أ.txt", 2, "a ب", DAY.minusDays(1), "أمس");
        add(fixture, "أ.txt", 3, "أ وسيلة", null, "بلا يوم أ");
        add(fixture, "a.txt", 1, "ب", DAY.plusDays(1), "غد");
        add(fixture, "Z.txt", 1, "أا", DAY, "ب");
    }

    private static void add(
            Fixture fixture,
            String source,
            int record,
            @Nullable String outlet,
            @Nullable LocalDate day,
            String title) {
        Fixture.Analysed article =
                fixture.article(source, record, outlet, "نص " + title).analysed(title, day, null, null, "نص", 0, 0);
        if (record % 2 == 1) {
            article.published(outlet, null, title, day);
        }
    }

    private static HeadlinePages pages(DataSource database) {
        return new HeadlinePages(JdbcClient.create(database), Slice.ALL);
    }

    private static List<String> titles(DataSource database, int daysTogether, int keysPerQuery) {
        HeadlinePages pages = new HeadlinePages(JdbcClient.create(database), Slice.ALL, daysTogether, keysPerQuery);
        List<String> titles = new ArrayList<>();
        for (List<Headline> next = pages.next(2); !next.isEmpty(); next = pages.next(2)) {
            next.forEach(headline -> titles.add(headline.title()));
        }
        assertThat(titles).hasSize((int) pages.all());
        return titles;
    }

    private String write(DataSource database, int mostHeadlines, int headlinesPerFile) throws IOException {
        return Files.readString(new HtmlReport(database, 2, 1_000, mostHeadlines, headlinesPerFile)
                .write(out, Slice.ALL, null, Export.ALL));
    }

    private static JsonNode block(String report) {
        return JsonMapper.shared().readTree(find(BLOCK, report).group(1));
    }

    private static Matcher find(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        assertThat(matcher.find()).as(pattern.pattern()).isTrue();
        return matcher;
    }

    private static List<String> texts(JsonNode array) {
        return IntStream.range(0, array.size())
                .mapToObj(i -> array.get(i).asString())
                .toList();
    }

    private static List<String> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}

package io.ghirbal.report.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ghirbal.report.Fixture;
import io.ghirbal.report.Samples;
import io.ghirbal.report.TestDatabase;
import io.ghirbal.report.summary.Slice;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ArticlesExportTest {
    private static final int MANY_ROWS = 1000;

    @TempDir
    private Path out;

    @Test
    void writesEveryFieldInTheOrderOfTheContract() throws IOException {
        DataSource database = TestDatabase.hsqldb();
        Samples.fill(database);

        List<String> lines = lines(lines(new ArticlesExport(database), out, Slice.ALL));

        assertThat(lines).hasSize(4);
        assertThat(lines.get(2)).matches("\\{\"id\":\"[0-9a-f]{64}\",.*").endsWith("""
                        "source":"أخبار/b.jsonl","record":1,"externalId":null,"url":null,"outlet":"صحيفة \\"الغد\\", عمّان\\nالطبعة الأولى","title":"العنوان",\
                        "publishedOn":"2023-12-09","published":null,"attribution":"وكالات","author":"ليلى \\"م\\"","tags":null,\
                        "language":null,"body":"فقرة أولى. تتمة\\n<b>خاتمة</b> &amp; \\\\ \\t \uD83D\uDE00","words":5,"keptLines":2,\
                        "removedLines":2,"keptCharacters":41,"removedCharacters":33,"textNote":null,\
                        "removed":[{"first":4,"last":5,"kind":"RELATED_LINKS","reason":"marker \\"اقرأ أيضا\\" & <headline>"}],\
                        "inline":[{"line":3,"text":"(اقرأ: خبر)","kind":"RELATED_LINKS"}],\
                        "topics":[{"code":"medtop:11000000","name":"politics and government","score":1.0}],"topicNote":null,\
                        "section":null,"sectionScore":null,"extra":null,\
                        "story":{"id":"%s","role":"FIRST","of":null},\
                        "publications":[{"outlet":"صحيفة \\"الغد\\", عمّان\\nالطبعة الأولى","url":null,"title":"العنوان","publishedOn":"2023-12-09",\
                        "source":"أخبار/b.jsonl","record":1},{"outlet":"منبر الشاطئ","url":"https://shore.example/1","title":"العنوان",\
                        "publishedOn":"2023-12-11","source":"أخبار/c.jsonl","record":1}]}""".formatted(idOf(lines.get(2))));
    }

    @Test
    void ordersBySourceThenRecordAndTopicsBestFirst() throws IOException {
        DataSource database = TestDatabase.hsqldb();
        Samples.fill(database);

        List<JsonNode> articles = parsed(lines(new ArticlesExport(database), out, Slice.ALL));

        assertThat(articles)
                .extracting(article -> article.get("source").asString() + " "
                        + article.get("record").asInt())
                .containsExactly("z.txt 1", "أخبار/a.txt 1", "أخبار/b.jsonl 1", "أخبار/b.jsonl 2");
        assertThat(articles.get(3).get("topics").toString())
                .isEqualTo("[{\"code\":\"medtop:16000000\",\"name\":\"conflict, war and peace\",\"score\":0.91},"
                        + "{\"code\":\"medtop:11000000\",\"name\":\"politics and government\",\"score\":0.1235}]");
    }

    @Test
    void writesNullForWhatIsMissingOrEmptyAndAnEmptyBodyAsItIs() throws IOException {
        DataSource database = TestDatabase.hsqldb();
        Samples.fill(database);

        List<String> lines = lines(lines(new ArticlesExport(database), out, Slice.ALL));

        assertThat(lines.get(0))
                .contains(
                        "\"title\":null,\"publishedOn\":\"2023-12-09\",\"published\":null,\"attribution\":null,\"author\":null,");
        assertThat(lines.get(1))
                .contains(
                        "\"outlet\":null,\"title\":null,\"publishedOn\":null,\"published\":null,\"attribution\":null,\"author\":null,\"tags\":null,"
                                + "\"language\":null,\"body\":\"\",\"words\":0,")
                .endsWith(
                        "\"removed\":[{\"first\":1,\"last\":2,\"kind\":\"NAVIGATION\",\"reason\":\"a menu\"}],"
                                + "\"inline\":[],\"topics\":[],\"topicNote\":null,\"section\":null,\"sectionScore\":null,\"extra\":null,"
                                + "\"story\":{\"id\":\"" + idOf(lines.get(1)) + "\",\"role\":\"FIRST\",\"of\":null},"
                                + "\"publications\":[{\"outlet\":null,\"url\":null,\"title\":null,\"publishedOn\":null,\"source\":\"أخبار/a.txt\",\"record\":1}]}");
    }

    @Test
    void writesAllThatIsKnown() throws IOException {
        DataSource database = TestDatabase.hsqldb();
        Fixture.in(database)
                .run("COMPLETED", 1, 1, 0, 0)
                .article("a.jsonl", 1, "صحيفة", "نص")
                .analysed("عنوان", LocalDate.of(2024, 3, 5), null, null, "نص من ثلاث", 0, 0);
        JdbcClient client = JdbcClient.create(database);
        client.sql(
                        "update article set external_id = '7', url = 'https://news.example/7', published = '2024-03-05T10:00Z', author = 'هدى', tags = '[\"نفط\"]', extra = '{\"id\":7}'")
                .update();
        client.sql(
                        "update article_analysis set language = 'ar', topic_note = 'too little text', text_note = 'broken', section = 'medtop:11000000', section_score = 0.65432")
                .update();

        assertThat(lines(lines(new ArticlesExport(database), out, Slice.ALL)).get(0))
                .endsWith("""
                        "externalId":"7","url":"https://news.example/7","outlet":"صحيفة","title":"عنوان","publishedOn":"2024-03-05",\
                        "published":"2024-03-05T10:00Z","attribution":null,"author":"هدى","tags":["نفط"],"language":"ar","body":"نص من ثلاث",\
                        "words":3,"keptLines":1,"removedLines":0,"keptCharacters":10,"removedCharacters":0,"textNote":"broken",\
                        "removed":[],"inline":[],"topics":[],"topicNote":"too little text",\
                        "section":"medtop:11000000","sectionScore":0.6543,"extra":{"id":7},"story":null,"publications":[]}""");
    }

    @Test
    void tellsTheStoryOfAnArticleAndWhereItsTextWasPublishedTheFirstPlaceFirst() throws IOException {
        for (DataSource database : List.of(TestDatabase.hsqldb(), TestDatabase.postgresql())) {
            fillWithAStory(database);

            List<JsonNode> articles = parsed(lines(new ArticlesExport(database, 2, MANY_ROWS), out, Slice.ALL));

            assertThat(articles).hasSize(4);
            JsonNode original = articles.get(2);
            String id = original.get("id").asString();
            assertThat(articles)
                    .extracting(article -> article.get("source").asString())
                    .containsExactly("a.jsonl", "b.jsonl", "c.jsonl", "d.jsonl");
            assertThat(articles)
                    .extracting(article -> article.get("story").toString())
                    .containsExactly(
                            "{\"id\":\"%1$s\",\"role\":\"COPY\",\"of\":\"%1$s\"}".formatted(id),
                            "{\"id\":\"%1$s\",\"role\":\"RETOLD\",\"of\":\"%1$s\"}".formatted(id),
                            "{\"id\":\"%s\",\"role\":\"FIRST\",\"of\":null}".formatted(id),
                            "null");
            assertThat(original.get("publications")).hasToString("""
                    [{"outlet":"النهار","url":"https://alnahar.example/1","title":"افتتاح جسر الميناء الجديد فوق النهر الكبير",\
                    "publishedOn":"2024-03-01","source":"c.jsonl","record":1},\
                    {"outlet":"المساء","url":null,"title":"افتتاح جسر الميناء الجديد فوق النهر الكبير",\
                    "publishedOn":"2024-03-02","source":"a.jsonl","record":1},\
                    {"outlet":null,"url":null,"title":"افتتاح جسر الميناء الجديد فوق النهر الكبير",\
                    "publishedOn":"2024-03-02","source":"e.jsonl","record":1}]""");
            assertThat(articles.get(0).get("publications")).as("the same text").isEqualTo(original.get("publications"));
            assertThat(articles.get(1).get("publications")).hasSize(1);
            assertThat(articles.get(3).get("publications")).as("not placed yet").isEmpty();
        }
    }

    /** An article that a third outlet has too, its text under a dateline, the happening in other words, and an article that waits for its place. */
    static void fillWithAStory(DataSource database) {
        String title = "افتتاح جسر الميناء الجديد فوق النهر الكبير";
        String body =
                "افتتح رئيس البلدية اليوم جسر الميناء الجديد فوق النهر الكبير بعد عامين من العمل بكلفة 14 مليون دينار.\n"
                        + "وقال المهندس المشرف إن الجسر يخدم سبعين ألف نسمة، ويختصر الطريق بين ضفتي النهر إلى ربع ساعة.";
        String retold =
                "عبرت أولى السيارات جسر الميناء الجديد فوق النهر الكبير صباحا بعدما قص رئيس البلدية الشريط، وبلغت كلفته 14 مليون دينار.\n"
                        + "ويقول سكان الأحياء الشرقية إنهم انتظروا هذا اليوم طويلا، ويأملون أن تتبعه محطة للحافلات وأرصفة للمشاة.";
        Fixture.in(database)
                .run("COMPLETED", 5, 4, 1, 0)
                .article("c.jsonl", 1, "النهار", body)
                .analysed(title, LocalDate.of(2024, 3, 1), null, null, body, 0, 0)
                .alsoAt("c.jsonl", 1, "النهار", "https://alnahar.example/1", null, "2024-03-01")
                .alsoAt("e.jsonl", 1, null, null, null, "2024-03-02")
                .and()
                .article("a.jsonl", 1, "المساء", "الرباط - " + body)
                .analysed(title, LocalDate.of(2024, 3, 2), null, null, "الرباط - " + body, 0, 0)
                .and()
                .article("b.jsonl", 1, "الأفق", retold)
                .analysed(title, LocalDate.of(2024, 3, 2), null, null, retold, 0, 0)
                .and()
                .summarised()
                .article("d.jsonl", 1, "الأفق", "نص لم يوضع بعد")
                .analysed(null, LocalDate.of(2024, 3, 1), null, null, "نص لم يوضع بعد", 0, 0);
    }

    @Test
    void writesOnlyTheFilesThatAreWanted() {
        ArticlesExport export = new ArticlesExport(TestDatabase.hsqldb());

        assertThat(export.write(out.resolve("none"), Slice.ALL, Set.of())).isEmpty();
        assertThat(out.resolve("none")).doesNotExist();
        assertThat(export.write(out, Slice.ALL, Set.of(Export.CSV, Export.JSONL)))
                .containsExactly(out.resolve("articles.jsonl"), out.resolve("articles.csv"));
        assertThat(out).isDirectoryNotContaining("glob:**/*.{xlsx,parquet}");
    }

    @Test
    void writesAnEmptyFileForAnEmptyDatabaseAndLeavesOutWhatIsNotAnalysed() throws IOException {
        DataSource database = TestDatabase.hsqldb();
        assertThat(lines(new ArticlesExport(database), out, Slice.ALL)).isEmptyFile();

        Fixture.in(database).run("STOPPED", 1, 1, 0, 0).article("a.txt", 1, null, "نص");
        assertThat(lines(new ArticlesExport(database), out, Slice.ALL)).isEmptyFile();
    }

    @Test
    void writesTheSameBytesFromHsqldbAndPostgresqlWhateverThePage() throws IOException {
        DataSource hsqldb = TestDatabase.hsqldb();
        DataSource postgresql = TestDatabase.postgresql();
        for (DataSource database : List.of(hsqldb, postgresql)) {
            Samples.fill(database);
            fillAtRandom(database, new SplittableRandom(7));
        }

        byte[] expected = Files.readAllBytes(lines(new ArticlesExport(hsqldb), out.resolve("hsqldb"), Slice.ALL));
        assertThat(lines(new ArticlesExport(postgresql), out.resolve("postgresql"), Slice.ALL))
                .hasBinaryContent(expected);
        for (int articlesPerPage : new int[] {1, 2, 3, 7, 100}) {
            assertThat(lines(new ArticlesExport(hsqldb, articlesPerPage, MANY_ROWS), out.resolve("hsqldb"), Slice.ALL))
                    .hasBinaryContent(expected);
            assertThat(lines(
                            new ArticlesExport(postgresql, articlesPerPage, MANY_ROWS),
                            out.resolve("postgresql"),
                            Slice.ALL))
                    .hasBinaryContent(expected);
        }
    }

    /** Sources with one record and with many, and the same source and record under several ids, as two inputs give. */
    private static void fillAtRandom(DataSource database, SplittableRandom random) {
        Fixture fixture = Fixture.in(database).run("COMPLETED", 60, 60, 0, 0);
        for (int i = 0; i < 60; i++) {
            String text = "خبر رقم " + i;
            fixture.article("s" + random.nextInt(4), random.nextInt(1, 5), null, text)
                    .analysed(null, null, null, null, text, 0, 0)
                    .removed(1, 1, "OTHER", "first", "x")
                    .removed(2, 2, "AD", "second", "y");
        }
    }

    @Test
    void writesALoneSurrogateAsTheReplacementCharacter() throws IOException {
        DataSource database = TestDatabase.hsqldb();
        Fixture.in(database)
                .run("COMPLETED", 1, 1, 0, 0)
                .article("a.txt", 1, null, "x")
                .analysed(null, null, null, null, "قبل \uD800 بعد", 0, 0);

        assertThat(lines(lines(new ArticlesExport(database), out, Slice.ALL)).get(0))
                .contains("قبل \uFFFD بعد");
    }

    @Test
    void keepsTheEarlierFileAndNoRemainsWhenWritingFails() throws IOException {
        Path file = out.resolve("articles.jsonl");
        Files.writeString(file, "earlier");

        assertThatThrownBy(() -> OutputFile.write(file, writer -> {
                    writer.write("half");
                    throw new IOException("disk full");
                }))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("disk full");

        assertThat(file).hasContent("earlier");
        assertThat(out).isDirectoryNotContaining(path -> !path.equals(file));
    }

    @Test
    void writesOnlyThePartThatWasAskedFor() throws IOException {
        for (DataSource database : List.of(TestDatabase.hsqldb(), TestDatabase.postgresql())) {
            Samples.fill(database);
            LocalDate day = LocalDate.of(2023, 12, 9);

            Path file =
                    lines(new ArticlesExport(database, 1, MANY_ROWS), out, new Slice(day, day, List.of(), List.of()));
            assertThat(Files.readAllLines(file)).hasSize(2).allMatch(line -> line.contains("2023-12-09"));

            Slice language = new Slice(null, null, List.of(), List.of(), List.of("fa"));
            assertThat(lines(new ArticlesExport(database), out, language)).isEmptyFile();
            JdbcClient.create(database)
                    .sql("update article_analysis set language = 'fa' where title = 'العنوان'")
                    .update();
            assertThat(Files.readAllLines(lines(new ArticlesExport(database), out, language)))
                    .hasSize(1);

            Slice outlet = new Slice(null, null, List.of("-1+1"), List.of("medtop:11000000"));
            assertThat(Files.readString(
                            new TableExport(database).write(out, outlet).get(1)))
                    .hasLineCount(2)
                    .contains("\r\n'-1+1,1,2023-12-09,2023-12-09,");
        }
    }

    @Test
    void saysWhichFolderCannotBeWritten() throws IOException {
        Path file = Files.writeString(out.resolve("file"), "");

        assertThatThrownBy(() -> lines(new ArticlesExport(TestDatabase.hsqldb()), file, Slice.ALL))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("not a folder");
    }

    /** Writes the JSON Lines. */
    private static Path lines(ArticlesExport export, Path out, Slice slice) {
        return export.write(out, slice, Set.of(Export.JSONL)).get(0);
    }

    private static List<String> lines(Path file) throws IOException {
        String content = Files.readString(file);
        assertThat(content).doesNotContain("\r").doesNotStartWith("\uFEFF").endsWith("\n");
        return List.of(content.substring(0, content.length() - 1).split("\n", -1));
    }

    private static String idOf(String line) {
        return JsonMapper.shared().readTree(line).get("id").asString();
    }

    private static List<JsonNode> parsed(Path file) throws IOException {
        List<JsonNode> articles = new ArrayList<>();
        for (String line : lines(file)) {
            articles.add(JsonMapper.shared().readTree(line));
        }
        return articles;
    }
}

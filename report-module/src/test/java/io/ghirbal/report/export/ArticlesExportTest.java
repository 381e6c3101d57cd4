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
import java.util.SplittableRandom;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ArticlesExportTest {
    @TempDir
    private Path out;

    @Test
    void writesEveryFieldInTheOrderOfTheContract() throws IOException {
        DataSource database = TestDatabase.hsqldb();
        Samples.fill(database);

        List<String> lines = lines(new ArticlesExport(database).write(out, Slice.ALL));

        assertThat(lines).hasSize(4);
        assertThat(lines.get(2)).matches("\\{\"id\":\"[0-9a-f]{64}\",.*").endsWith("""
                        "source":"أخبار/b.jsonl","record":1,"outlet":"صحيفة \\"الغد\\", عمّان\\nالطبعة الأولى","title":"العنوان",\
                        "publishedOn":"2023-12-09","attribution":"وكالات","author":"ليلى \\"م\\"",\
                        "body":"فقرة أولى. تتمة\\n<b>خاتمة</b> &amp; \\\\ \\t \uD83D\uDE00",\
                        "removed":[{"first":4,"last":5,"kind":"RELATED_LINKS","reason":"marker \\"اقرأ أيضا\\" & <headline>"}],\
                        "inline":[{"line":3,"text":"(اقرأ: خبر)","kind":"RELATED_LINKS"}],\
                        "topics":[{"code":"medtop:11000000","name":"politics and government","score":1.0}]}""");
    }

    @Test
    void ordersBySourceThenRecordAndTopicsBestFirst() throws IOException {
        DataSource database = TestDatabase.hsqldb();
        Samples.fill(database);

        List<JsonNode> articles = parsed(new ArticlesExport(database).write(out, Slice.ALL));

        assertThat(articles)
                .extracting(article -> article.get("source").asString() + " "
                        + article.get("record").asInt())
                .containsExactly("z.txt 1", "أخبار/a.txt 1", "أخبار/b.jsonl 1", "أخبار/b.jsonl 2");
        assertThat(articles.get(3).get("topics").toString())
                .isEqualTo("[{\"code\":\"medtop:16000000\",\"name\":\"conflict, war and peace\",\"score\":0.91},"
                        + "{\"code\":\"medtop:11000000\",\"name\":\"politics and government\",\"score\":0.1235}]");
    }

    @Test
    void writesNullForWhatIsMissingOrEmpty() throws IOException {
        DataSource database = TestDatabase.hsqldb();
        Samples.fill(database);

        List<String> lines = lines(new ArticlesExport(database).write(out, Slice.ALL));

        assertThat(lines.get(0))
                .contains("\"title\":null,\"publishedOn\":\"2023-12-09\",\"attribution\":null,\"author\":null,");
        assertThat(lines.get(1))
                .endsWith("\"outlet\":null,\"title\":null,\"publishedOn\":null,\"attribution\":null,\"author\":null,"
                        + "\"body\":null,\"removed\":[{\"first\":1,\"last\":2,\"kind\":\"NAVIGATION\",\"reason\":\"a menu\"}],"
                        + "\"inline\":[],\"topics\":[]}");
    }

    @Test
    void writesAnEmptyFileForAnEmptyDatabaseAndLeavesOutWhatIsNotAnalysed() throws IOException {
        DataSource database = TestDatabase.hsqldb();
        assertThat(new ArticlesExport(database).write(out, Slice.ALL)).isEmptyFile();

        Fixture.in(database).run("STOPPED", 1, 1, 0, 0).article("a.txt", 1, null, "نص");
        assertThat(new ArticlesExport(database).write(out, Slice.ALL)).isEmptyFile();
    }

    @Test
    void writesTheSameBytesFromHsqldbAndPostgresqlWhateverThePage() throws IOException {
        DataSource hsqldb = TestDatabase.hsqldb();
        DataSource postgresql = TestDatabase.postgresql();
        for (DataSource database : List.of(hsqldb, postgresql)) {
            Samples.fill(database);
            fillAtRandom(database, new SplittableRandom(7));
        }

        byte[] expected = Files.readAllBytes(new ArticlesExport(hsqldb).write(out.resolve("hsqldb"), Slice.ALL));
        assertThat(new ArticlesExport(postgresql).write(out.resolve("postgresql"), Slice.ALL))
                .hasBinaryContent(expected);
        for (int articlesPerPage : new int[] {1, 2, 3, 7, 100}) {
            assertThat(new ArticlesExport(hsqldb, articlesPerPage).write(out.resolve("hsqldb"), Slice.ALL))
                    .hasBinaryContent(expected);
            assertThat(new ArticlesExport(postgresql, articlesPerPage).write(out.resolve("postgresql"), Slice.ALL))
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

        assertThat(lines(new ArticlesExport(database).write(out, Slice.ALL)).get(0))
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

            Path file = new ArticlesExport(database, 1).write(out, new Slice(day, day, List.of(), List.of()));
            assertThat(Files.readAllLines(file)).hasSize(2).allMatch(line -> line.contains("2023-12-09"));

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

        assertThatThrownBy(() -> new ArticlesExport(TestDatabase.hsqldb()).write(file, Slice.ALL))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("not a folder");
    }

    private static List<String> lines(Path file) throws IOException {
        String content = Files.readString(file);
        assertThat(content).doesNotContain("\r").doesNotStartWith("\uFEFF").endsWith("\n");
        return List.of(content.substring(0, content.length() - 1).split("\n", -1));
    }

    private static List<JsonNode> parsed(Path file) throws IOException {
        List<JsonNode> articles = new ArrayList<>();
        for (String line : lines(file)) {
            articles.add(JsonMapper.shared().readTree(line));
        }
        return articles;
    }
}

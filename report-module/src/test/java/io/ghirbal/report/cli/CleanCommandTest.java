package io.ghirbal.report.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CleanCommandTest {
    private static final String LINES = """
            {"id":7,"url":"https://news.example/7","outlet":"صحيفة","title":"افتتاح الجسر","date":"2024-03-05T10:00:00Z","text":"%s"}
            {"text":""}
            {"text":
            {"outlet":"Gazette","text":"Officials said on Monday that the bridge over the river was open again."}
            """.formatted(
                    (OddFiles.article(1) + "\nاقرأ أيضا\nأسعار الخضار ترتفع في أسواق العاصمة\n").replace("\n", "\\n"));

    private final StringWriter err = new StringWriter();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    @BeforeEach
    void writeFiles() throws IOException {
        Files.writeString(folder.resolve("news.jsonl"), LINES);
        Files.writeString(folder.resolve("one.txt"), OddFiles.article(2));
    }

    @Test
    void writesCleanedArticlesInTheOrderOfTheInputsAndCountsThem() {
        assertThat(clean("", "one.txt", "news.jsonl")).isEqualTo(ExitCode.COMPLETE);

        List<JsonNode> articles = articles();
        assertThat(articles)
                .extracting(article -> article.get("source").asString() + " "
                        + article.get("record").asInt())
                .containsExactly("one.txt 1", "news.jsonl 1", "news.jsonl 4");
        JsonNode article = articles.get(1);
        assertThat(article.get("externalId").asString()).isEqualTo("7");
        assertThat(article.get("url").asString()).isEqualTo("https://news.example/7");
        assertThat(article.get("outlet").asString()).isEqualTo("صحيفة");
        assertThat(article.get("publishedOn").asString()).isEqualTo("2024-03-05");
        assertThat(article.get("published").asString()).isEqualTo("2024-03-05T10:00:00Z");
        assertThat(article.get("language").asString()).isEqualTo("ar");
        assertThat(article.get("removedLines").asInt()).isEqualTo(2);
        assertThat(article.get("words").asInt()).isPositive();
        assertThat(article.get("body").asString()).doesNotContain("أسعار الخضار");
        assertThat(article.has("removed")).isFalse();
        assertThat(err.toString().lines())
                .satisfiesExactly(
                        line -> assertThat(line)
                                .startsWith(
                                        "ghirbal: 1 rejected as EMPTY, the first: news.jsonl, document 2: The text of the line is nothing but white space"),
                        line -> assertThat(line)
                                .startsWith("ghirbal: 1 rejected as MALFORMED, the first: news.jsonl, document 3: "),
                        line -> assertThat(line).isEqualTo("ghirbal: read 5 = 3 written + 2 rejected"));
    }

    @Test
    void takesFieldsAsTheyAreNamed() throws IOException {
        Files.writeString(folder.resolve("site.csv"), "corps,journal\n\"نص الخبر\",جريدة\n");

        assertThat(clean("", "--field", "text=corps,outlet=journal", "site.csv"))
                .isEqualTo(ExitCode.COMPLETE);

        assertThat(articles().get(0).get("outlet").asString()).isEqualTo("جريدة");
        assertThat(clean("", "--field", "words=corps", "site.csv")).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(err.toString())
                .contains("--field is 'words=corps'; allowed is WHAT=NAME, where WHAT is one of id, url, outlet,");
    }

    @Test
    void readsStandardInputAmongOtherInputs() {
        assertThat(clean(LINES, "-", "one.txt")).isEqualTo(ExitCode.COMPLETE);

        assertThat(articles())
                .extracting(article -> article.get("source").asString())
                .containsExactly("-", "-", "one.txt");
    }

    @Test
    void readsStandardInputInTheFormatThatIsTold() {
        assertThat(clean("text;title\nنص أول;عنوان\nنص ثان;\n", "-", "--format", "CSV"))
                .isEqualTo(ExitCode.COMPLETE);
        assertThat(articles())
                .extracting(article -> article.get("body").asString())
                .containsExactly("نص أول", "نص ثان");

        out.reset();
        String page = "<nav>قائمة</nav><article><h1>عنوان</h1><p>"
                + "أعلنت الوزارة أن المدارس ستفتح أبوابها يوم الأحد المقبل في جميع المحافظات.</p></article>";
        assertThat(clean(page, "-", "--format", "html")).isEqualTo(ExitCode.COMPLETE);
        assertThat(articles())
                .extracting(article -> article.get("body").asString())
                .containsExactly("أعلنت الوزارة أن المدارس ستفتح أبوابها يوم الأحد المقبل في جميع المحافظات.");
    }

    @Test
    void refusesAFormatThatIsNoneOrIsOfNothing() {
        assertThat(refused("-", "--format", "parquet"))
                .startsWith("--format is 'parquet'; allowed is an ending of files");
        assertThat(refused("news.jsonl", "--format", "csv")).startsWith("--format says what standard input is");
    }

    @Test
    void keepsWhatWasRemovedWhenAsked() {
        assertThat(clean("", "news.jsonl", "--keep-removed")).isEqualTo(ExitCode.COMPLETE);

        JsonNode removed = articles().get(0).get("removed").get(0);
        assertThat(removed.get("kind").asString()).isEqualTo("RELATED_LINKS");
        assertThat(removed.get("reason").asString()).isNotBlank();
        assertThat(removed.get("confidence").asDouble()).isBetween(0.0, 1.0);
        assertThat(removed.get("text").asString()).isEqualTo("اقرأ أيضا\nأسعار الخضار ترتفع في أسواق العاصمة");
    }

    @Test
    void leavesOutShortArticlesAndOtherLanguages() {
        assertThat(clean("", "news.jsonl", "one.txt", "--language", "ar,fa", "--min-words", "3"))
                .isEqualTo(ExitCode.COMPLETE);

        assertThat(articles()).hasSize(2);
        assertThat(err.toString().lines().toList())
                .last()
                .isEqualTo("ghirbal: read 5 = 2 written + 2 rejected + 0 of fewer than 3 words + 1 not in ar or fa");
    }

    @Test
    void writesAFileWholeAndDoesNotReadItTheNextTime() throws IOException {
        Path file = folder.resolve("corpus.jsonl");
        assertThat(clean("", ".", "--out", "corpus.jsonl")).isEqualTo(ExitCode.COMPLETE);
        byte[] first = Files.readAllBytes(file);
        assertThat(out.size()).isZero();

        assertThat(clean("", ".", "--out", "corpus.jsonl", "--threads", "3")).isEqualTo(ExitCode.COMPLETE);
        assertThat(file).hasBinaryContent(first);
        assertThat(folder).isDirectoryNotContaining("glob:**/.*");
    }

    @Test
    void saysTheSameInParquet() {
        assertThat(clean("", "news.jsonl", "--keep-removed", "--out", "corpus.parquet"))
                .isEqualTo(ExitCode.COMPLETE);
        assertThat(clean("", "news.jsonl", "--keep-removed")).isEqualTo(ExitCode.COMPLETE);

        assertThat(JdbcClient.create(new DriverManagerDataSource("jdbc:duckdb:"))
                        .sql("select external_id || ' ' || removed[1].text || ' ' || body from '%s' limit 1"
                                .formatted(folder.resolve("corpus.parquet")))
                        .query(String.class)
                        .single())
                .isEqualTo("7 "
                        + articles().get(0).get("removed").get(0).get("text").asString() + " "
                        + articles().get(0).get("body").asString());
    }

    /** What goes in comes out, whichever way it goes: the fields of the exports are names that the readers know. */
    @Test
    void bringsThroughWhatIsKnownInJsonLinesAndParquet() {
        clean("", "news.jsonl", "--out", "a.parquet");
        clean("", "a.parquet", "--out", "b.jsonl");
        clean("", "b.jsonl");
        List<JsonNode> back = articles();
        out.reset();
        clean("", "news.jsonl");
        List<JsonNode> once = articles();

        assertThat(back).hasSameSizeAs(once);
        for (int i = 0; i < once.size(); i++) {
            for (String field :
                    List.of("url", "outlet", "title", "publishedOn", "published", "body", "words", "language")) {
                assertThat(back.get(i).get(field))
                        .as(field)
                        .isEqualTo(once.get(i).get(field));
            }
        }
    }

    @Test
    void endsQuietlyWhenNobodyReadsOn() {
        OutputStream closed = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("Broken pipe");
            }
        };
        assertThat(clean(closed, "", "news.jsonl")).isEqualTo(ExitCode.COMPLETE);
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void answersThreeWhenStrictAndSomethingWasRejected() {
        assertThat(clean("", "news.jsonl", "--strict")).isEqualTo(ExitCode.COMPLETE_WITH_REJECTIONS);
        assertThat(clean("", "one.txt", "--strict")).isEqualTo(ExitCode.COMPLETE);
    }

    @Test
    void saysWhatIsWrongWithTheCommandLine() {
        assertThat(refused()).isEqualTo("nothing to read: name files or folders, or - for standard input");
        assertThat(refused("-", "-")).startsWith("- stands twice");
        assertThat(refused("gone.txt")).startsWith("no such file or folder: ").endsWith("gone.txt");
        assertThat(refused("news.jsonl", "--out", "news.jsonl")).startsWith("--out would overwrite ");
        assertThat(refused("one.txt", "--out", "corpus.csv"))
                .contains("corpus.csv'; allowed is a file that ends in .jsonl, .ndjson or .parquet, or -");
        assertThat(refused("one.txt", "--language", "Arabic")).startsWith("--language is 'Arabic'; allowed is codes");
        assertThat(refused("one.txt", "--min-words", "0")).startsWith("--min-words is '0'; allowed is a number from 1");
    }

    @Test
    void stillScoresTheCleaner() {
        assertThat(clean("", "evaluate", "gone.jsonl")).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(err.toString()).contains("no such file: ");
    }

    private String refused(String... arguments) {
        err.getBuffer().setLength(0);
        assertThat(clean("", arguments)).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(err.toString().lines()).hasSize(1);
        return err.toString().strip().substring("ghirbal: ".length());
    }

    private int clean(String standardInput, String... arguments) {
        return clean(out, standardInput, arguments);
    }

    /** @param arguments names of files are those of the folder */
    private int clean(OutputStream standardOutput, String standardInput, String... arguments) {
        StandardStreams streams =
                new StandardStreams(new ByteArrayInputStream(standardInput.getBytes(UTF_8)), standardOutput);
        return Ghirbal.commandLine(Stop.never(), streams, "clean")
                .setErr(new PrintWriter(err, true))
                .execute(Stream.concat(
                                Stream.of("clean"),
                                Stream.of(arguments)
                                        .map(argument -> argument.contains(".")
                                                ? folder.resolve(argument).toString()
                                                : argument))
                        .toArray(String[]::new));
    }

    private List<JsonNode> articles() {
        return out.toString(UTF_8).lines().map(JsonMapper.shared()::readTree).toList();
    }
}

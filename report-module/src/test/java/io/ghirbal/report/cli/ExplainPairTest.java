package io.ghirbal.report.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.ghirbal.report.cli.GhirbalJar.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplainPairTest {
    private static final String ESCAPE = "\u001B";

    private static final String FLOOD = """
            غمرت مياه السيول فجر الأربعاء أحياء واسعة من مدينة غات جنوب غربي ليبيا، وأجبرت 260 أسرة على مغادرة منازلها.
            وقال رئيس فرع الهلال الأحمر إن فرق الإنقاذ انتشلت جثتين وأجلت المسنين من حي تونين بالقوارب المطاطية.
            وأضاف أن المستشفى الوحيد في المدينة توقف عن العمل بعد انقطاع الكهرباء، وأن طائرة إغاثة ستصل من سبها.
            """;

    private static final String FLOOD_RETOLD = """
            اضطرت 260 أسرة في غات الليبية إلى النزوح بعدما اجتاحت السيول أحياء المدينة فجر الأربعاء.
            وبحسب شهود، قطعت المياه الطريق إلى حي تونين وخرج المستشفى عن الخدمة لانقطاع الكهرباء عنه منذ ساعات.
            وتعهدت الحكومة بإرسال خيام ومواد غذائية جوا، فيما ناشد الأهالي الهلال الأحمر تكثيف فرق الإنقاذ.
            """;

    private static final String CHESS = """
            أحرز اللاعب المغربي لقب بطولة الشطرنج العربية للناشئين بعد فوزه في الجولة الأخيرة على منافسه الأردني.
            وجمع البطل ثماني نقاط ونصف النقطة من تسع جولات أقيمت في عمان بمشاركة لاعبين من اثني عشر بلدا.
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void writeFiles() throws IOException {
        write("flood.txt", "السيول تغمر مدينة غات الليبية\n\n" + FLOOD);
        write(
                "news.jsonl",
                record("كارثة في جنوب ليبيا", "المساء", "2024-09-12", FLOOD.replace("فجر الأربعاء ", ""))
                        + record("نزوح 260 أسرة من غات بسبب السيول", "الأفق", "2024-09-11", FLOOD_RETOLD)
                        + "{\"text\":\"\"}\n"
                        + record("مغربي بطلا للعرب في الشطرنج", "الأفق", "2024-09-11", CHESS)
                        + record("السيول تغمر غات", "النهار", "2024-09-11", FLOOD));
        write("empty.txt", "");
    }

    @Test
    void showsACopyWithANewHeadline() {
        Answer answer = explain("--pair", "flood.txt", "news.jsonl");

        assertThat(answer.exitCode()).as(answer.err()).isZero();
        assertThat(answer.out())
                .containsSubsequence(
                        "A  flood.txt, record 1",
                        "title        السيول تغمر مدينة غات الليبية",
                        "published    -",
                        "B  news.jsonl, record 1",
                        "title        كارثة في جنوب ليبيا",
                        "published    2024-09-12",
                        "outlet       المساء",
                        "One is a copy of the other, likelihood ",
                        "days apart   unknown, taken for the same day",
                        "same outlet  no",
                        "runs of three words in common ",
                        "all together ",
                        "shared word for word: 1 passage, ",
                        "    1  ",
                        "       أحياء واسعة من مدينة غات",
                        "       وقال رئيس فرع الهلال الأحمر",
                        "numbers of both      260");
        assertThat(answer.err()).isEmpty();
    }

    @Test
    void showsOneStoryInTwoTellings() {
        Answer answer = explain("--pair", "news.jsonl#5", "news.jsonl#2");

        assertThat(answer.out())
                .containsSubsequence(
                        "A  news.jsonl, record 5",
                        "B  news.jsonl, record 2",
                        "One story, each in words of its own: likelihood 0.",
                        "days apart   0",
                        "shared word for word: no 6 words in a row",
                        "rare words of both ",
                        "numbers of both      260");
    }

    @Test
    void showsTwoStories() {
        Answer answer = explain("--pair", "news.jsonl#2", "news.jsonl#4");

        assertThat(answer.exitCode()).as(answer.err()).isZero();
        assertThat(answer.out())
                .containsSubsequence(
                        "Not one story: likelihood 0.0", "same outlet  yes", "all together", "-", "only of A", "260");
    }

    @Test
    void showsOneTextThatWasPublishedTwice() {
        assertThat(explain("--pair", "flood.txt", "news.jsonl#5").out())
                .contains("One text that was published twice", "1 passage, ", "100.0 %");
    }

    @Test
    void readsTheFirstDocumentOfAFileWhateverStandsBeforeIt() throws IOException {
        write("late.jsonl", "{\"text\":\"\"}\n" + record("سيول", "النهار", "2024-09-11", FLOOD));

        assertThat(explain("--pair", "late.jsonl", "flood.txt").out()).startsWith("A  late.jsonl, record 2");
    }

    @Test
    void takesAFileForWhatItIsCalled() throws IOException {
        write("news.jsonl#4", FLOOD);
        write("abcdef0123", FLOOD);

        assertThat(explain("--pair", "news.jsonl#5", "flood.txt").out()).startsWith("A  news.jsonl, record 5");
        // there are files of these names, which no format reads
        assertThat(oneLine("--pair", "news.jsonl#4", "flood.txt")).contains("news.jsonl#4, record 1: UNSUPPORTED");
        assertThat(oneLine("--pair", folder.resolve("abcdef0123").toString(), "flood.txt"))
                .contains("abcdef0123, record 1: UNSUPPORTED");
    }

    @Test
    void namesInOneLineWhatItCannotCompare() {
        assertThat(oneLine("--pair", "flood.txt")).contains("--pair compares two articles; given: 1");
        assertThat(oneLine("--pair", "flood.txt", "news.jsonl", "news.jsonl#2")).contains("two articles; given: 3");
        assertThat(oneLine("--pair", "flood.txt", "gone.txt"))
                .contains("no such file: ")
                .endsWith("gone.txt\n");
        assertThat(oneLine("--pair", "flood.txt", "gone.jsonl#2")).endsWith("gone.jsonl\n");
        assertThat(oneLine("--pair", "flood.txt", "news.jsonl#9")).contains("there is no record 9 in ");
        assertThat(oneLine("--pair", "flood.txt", "news.jsonl#3")).contains("news.jsonl, record 3: EMPTY");
        assertThat(oneLine("--pair", "empty.txt", "flood.txt")).contains("empty.txt, record 1: EMPTY");
        assertThat(oneLine("--pair", "flood.txt", ".")).contains("a folder, where a file is wanted");
        assertThat(oneLine("--pair", "flood.txt", "news.jsonl", "--all")).contains("--all does not go with --pair");
        assertThat(oneLine("--pair", "flood.txt", "news.jsonl", "--record", "1"))
                .contains("--record does not go with --pair; record N of a file is FILE#N");
        assertThat(oneLine("flood.txt", "--db", "jdbc:hsqldb:file:x")).contains("--db goes with --pair only");
    }

    @Test
    void colours() {
        Answer plain = explain("--pair", "flood.txt", "news.jsonl", "--color=never");
        Answer coloured = explain("--pair", "flood.txt", "news.jsonl", "--color=always");

        assertThat(plain.out()).doesNotContain(ESCAPE);
        assertThat(coloured.out()).contains(ESCAPE + "[");
        assertThat(coloured.out().replaceAll(ESCAPE + "\\[[0-9;]*m", "")).isEqualTo(plain.out());
    }

    @Test
    void letsNoOrderOfATextThrough() throws IOException {
        String attack = "\\u001B[2J\\u202E";
        write(
                "hostile.jsonl",
                record("عنوان" + attack, "وسيلة" + attack, "2024-09-11", FLOOD.replace("غات", "غات" + attack)));

        Answer answer = explain("--pair", "hostile.jsonl", "hostile.jsonl", "--color=always");

        assertThat(answer.exitCode()).as(answer.err()).isZero();
        assertThat(answer.out().replaceAll(ESCAPE + "\\[[0-9;]*m", ""))
                .doesNotContain(ESCAPE, "\u202E")
                .contains("عنوان\\u001B[2J\\u202E", "غات\\u001B[2J\\u202E");
    }

    @Test
    void writesAPageInsteadOfPrinting() throws IOException {
        Path page = folder.resolve("new/page.html");

        Answer answer = explain("--pair", "flood.txt", "news.jsonl", "--html", page.toString());

        assertThat(answer.out()).isEqualTo("page  " + page + System.lineSeparator());
        String written = Files.readString(page);
        assertThat(written).contains("id=\"a1\"", "id=\"b1\"");
        explain("--pair", "flood.txt", "news.jsonl", "--html", page.toString());
        assertThat(page).as("the same bytes again").content().isEqualTo(written);

        Path input = folder.resolve("news.jsonl");
        assertThat(oneLine("--pair", "flood.txt", "news.jsonl#2", "--html", input.toString()))
                .contains("--html would overwrite");
    }

    @Test
    void comparesStoredArticlesByTheirIds() throws IOException {
        String database = "jdbc:hsqldb:file:" + folder.resolve("data/news");
        Path out = folder.resolve("out");
        Answer run = InProcess.call("run", "--db", database, "--out", out, folder.resolve("news.jsonl"));
        assertThat(run.exitCode()).as(run.err()).isZero();
        List<String> ids = new ArrayList<>();
        Matcher id = Pattern.compile("(?m)^\\{\"id\":\"([0-9a-f]{64})\"")
                .matcher(Files.readString(out.resolve("articles.jsonl")));
        while (id.find()) {
            ids.add(id.group(1));
        }

        Answer answer =
                explain("--pair", ids.get(0), ids.get(1).substring(0, 8).toUpperCase(Locale.ROOT), "--db", database);

        assertThat(answer.exitCode()).as(answer.err()).isZero();
        assertThat(answer.out())
                .containsSubsequence(
                        "A  news.jsonl, record 1",
                        "id           " + ids.get(0),
                        "story        ",
                        "B  news.jsonl, record 2",
                        "One story",
                        "The last run placed both in one story.");
        Answer mixed = explain("--pair", ids.get(2), "flood.txt", "--db", database);
        assertThat(mixed.out())
                .contains("A  news.jsonl, record 4", "B  flood.txt, record 1", "Not one story")
                .doesNotContain("The last run");

        Answer unknown = explain("--pair", "00000000", "flood.txt", "--db", database);
        assertThat(unknown.exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(unknown.err()).hasLineCount(1).contains("00000000 is no file, and no analysed article");
        assertThat(oneLine("--pair", "00000000", "flood.txt", "--db", database + "-gone"))
                .contains("no such file: 00000000; nor an article's id: there is no database at ");
    }

    private void write(String name, String content) throws IOException {
        Files.writeString(folder.resolve(name), content);
    }

    private static String record(String title, String outlet, String date, String text) {
        return "{\"title\":\"%s\",\"outlet\":\"%s\",\"date\":\"%s\",\"text\":\"%s\"}\n"
                .formatted(title, outlet, date, text.replace("\n", "\\n"));
    }

    /** What is said on standard error; nothing else is. */
    private String oneLine(String... arguments) {
        Answer answer = explain(arguments);
        assertThat(answer.exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(answer.err()).hasLineCount(1);
        assertThat(answer.out()).isEmpty();
        return answer.err().replace(System.lineSeparator(), "\n");
    }

    /** Calls the command; names of files stand for those in the folder. */
    private Answer explain(String... arguments) {
        return InProcess.call(Stream.concat(
                        Stream.of("explain"),
                        Stream.of(arguments)
                                .map(argument -> argument.matches("[a-z]*\\.[a-z]*(#[0-9]+)?")
                                        ? folder.resolve(argument).toString()
                                        : argument))
                .toArray());
    }
}

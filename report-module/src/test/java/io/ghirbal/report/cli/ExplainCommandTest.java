package io.ghirbal.report.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplainCommandTest {
    private static final String ESCAPE = "\u001B";
    private static final String COLOUR = ESCAPE + "\\[[0-9;]*m";

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    @BeforeEach
    void writeFiles() throws IOException {
        write(
                "one.txt",
                OddFiles.article(1) + "\nاقرأ أيضا\nأسعار الخضار ترتفع في أسواق العاصمة\nالمنتخب يتأهل إلى النهائي\n");
        write("two.txt", OddFiles.article(2));
        write("empty.txt", "");
        write(
                "many.jsonl",
                "{\"title\":\"أول\",\"text\":\"%s\"}\n{\"text\":\"\"}\n\n{\"text\":\"%s\",\"date\":\"2024-03-05\",\"outlet\":\"صحيفة\"}\n"
                        .formatted(
                                OddFiles.article(3).replace("\n", "\\n"),
                                OddFiles.article(4).replace("\n", "\\n")));
    }

    @Test
    void explainsFilesInTheOrderGiven() {
        assertThat(explain("two.txt", "one.txt")).isEqualTo(ExitCode.COMPLETE);

        assertThat(out.toString())
                .containsSubsequence(
                        "two.txt, record 1, UTF-8",
                        "title        افتتاح جسر جديد فوق نهر الوادي 2",
                        "removed 0 of 3 lines",
                        "one.txt, record 1, UTF-8",
                        "RELATED_LINKS, lines 6 to 8, confidence ",
                        "    6 - اقرأ أيضا",
                        "removed 3 of 6 lines");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void namesWhatItCannotExplainAndGoesOn() {
        assertThat(explain("gone.txt", "empty.txt", ".", "two.txt")).isEqualTo(ExitCode.WRONG_USAGE);

        assertThat(err.toString().lines())
                .satisfiesExactly(
                        line -> assertThat(line)
                                .startsWith("ghirbal: no such file: ")
                                .endsWith("gone.txt"),
                        line -> assertThat(line).startsWith("ghirbal: empty.txt, record 1: EMPTY: "),
                        line -> assertThat(line).startsWith("ghirbal: a folder, where a file is wanted: "));
        assertThat(out.toString()).startsWith("two.txt, record 1");
    }

    @Test
    void explainsTheFirstOfManyDocumentsOrTheOneAskedForOrAll() {
        assertThat(explain("many.jsonl")).isEqualTo(ExitCode.COMPLETE);
        assertThat(records()).containsExactly("many.jsonl, record 1, UTF-8");

        assertThat(explain("many.jsonl", "--record", "4")).isEqualTo(ExitCode.COMPLETE);
        assertThat(records()).containsExactly("many.jsonl, record 4, UTF-8");
        assertThat(out.toString()).contains("published    2024-03-05", "outlet       صحيفة");

        assertThat(explain("many.jsonl", "--all", "two.txt")).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(records())
                .containsExactly(
                        "many.jsonl, record 1, UTF-8", "many.jsonl, record 4, UTF-8", "two.txt, record 1, UTF-8");
        assertThat(err.toString()).hasLineCount(1).contains("many.jsonl, record 2: EMPTY");
    }

    @Test
    void refusesARecordThatIsNotThereAndTwoWishesAtOnce() {
        assertThat(explain("many.jsonl", "--record", "3")).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(err.toString()).hasLineCount(1).contains("there is no record 3 in ");

        assertThat(explain("many.jsonl", "--record", "1", "--all")).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(err.toString()).contains("mutually exclusive");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void printsInColourOnlyWhenAskedTo() {
        assertThat(explain("one.txt", "--color=never")).isEqualTo(ExitCode.COMPLETE);
        String plain = out.toString();
        assertThat(plain).doesNotContain(ESCAPE);

        assertThat(explain("one.txt", "--color", "always")).isEqualTo(ExitCode.COMPLETE);
        String coloured = out.toString();
        assertThat(coloured).contains(ESCAPE + "[31m- اقرأ أيضا" + ESCAPE + "[0m");
        assertThat(coloured.replaceAll(COLOUR, "")).isEqualTo(plain);

        assertThat(explain("one.txt", "--color=sometimes")).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(err.toString()).contains("auto, always or never is wanted, not 'sometimes'");
    }

    @Test
    void letsNoOrderOfATextThroughAmongItsOwnColours() throws IOException {
        String attack = ESCAPE + "[31m" + ESCAPE + "]0;owned\u0007\u009B2J\u202E@|red x|@";
        write(
                "hostile.txt",
                OddFiles.article(1).replace("\n", attack + "\n") + "\nاقرأ أيضا" + attack + "\nخبر آخر" + attack
                        + "\n");
        write(
                "hostile.jsonl",
                "{\"outlet\":\"\\u001B[2J@|red x|@\",\"title\":\"\\u001B[2J\",\"text\":\"نص الخبر هنا\"}\n");

        assertThat(explain("hostile.txt", "hostile.jsonl", "--color=always")).isEqualTo(ExitCode.COMPLETE);

        assertThat(out.toString().replaceAll(COLOUR, ""))
                .doesNotContain(ESCAPE, "\u0007", "\u009B", "\u202E")
                .contains("\\u001B[31m\\u001B]0;owned\\u0007\\u009B2J\\u202E@|red x|@")
                .contains("outlet       \\u001B[2J@|red x|@");
        assertThat(out.toString()).doesNotContain(ESCAPE + "[2J");
    }

    @Test
    void writesAPageInsteadOfPrinting() throws IOException {
        Path page = folder.resolve("new/page.html");

        assertThat(explain("one.txt", "empty.txt", "many.jsonl", "--html", page.toString()))
                .isEqualTo(ExitCode.WRONG_USAGE);

        assertThat(out.toString()).isEqualTo("page  " + page + System.lineSeparator());
        assertThat(err.toString()).hasLineCount(1).contains("empty.txt");
        String written = Files.readString(page);
        assertThat(written)
                .containsSubsequence("id=\"d1\"", "one.txt", "id=\"d2\"", "many.jsonl", "id=\"rejected\"", "empty.txt");

        assertThat(explain("one.txt", "empty.txt", "many.jsonl", "--html", page.toString()))
                .isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(page).as("the same bytes again").content().isEqualTo(written);
    }

    @Test
    void writesNoPageOfNothingAndNoneOverAnInputOrAFolder() throws IOException {
        Path page = folder.resolve("page.html");
        assertThat(explain("empty.txt", "--html", page.toString())).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(page).doesNotExist();

        String before = Files.readString(folder.resolve("one.txt"));
        assertThat(explain("one.txt", "--html", folder.resolve("one.txt").toString()))
                .isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(err.toString()).hasLineCount(1).contains("--html would overwrite");
        assertThat(folder.resolve("one.txt")).hasContent(before);

        assertThat(explain(
                        "one.txt", "--html", folder.resolve("two.txt/page.html").toString()))
                .isEqualTo(ExitCode.FAILED);
        assertThat(err.toString()).hasLineCount(1).contains("two.txt");
    }

    private Path write(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    private List<String> records() {
        return out.toString().lines().filter(line -> line.contains(", record ")).toList();
    }

    /** Calls the command; names of files stand for those in the folder. */
    private int explain(String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        List<String> all = new ArrayList<>(List.of("explain"));
        Stream.of(arguments)
                .map(argument -> argument.matches("[a-z]*\\.[a-z]*")
                        ? folder.resolve(argument).toString()
                        : argument)
                .forEach(all::add);
        return Ghirbal.execute(
                Stop.never(), new PrintWriter(out, true), new PrintWriter(err, true), all.toArray(String[]::new));
    }
}

package io.ghirbal.report.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.ghirbal.report.cli.GhirbalJar.Answer;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What run does with its options and says of it, from the first line to the last. */
class RunCommandTest {
    private static final Path SEEDS = Path.of("..", "seeds").toAbsolutePath().normalize();

    @TempDir
    private Path folder;

    @Test
    void saysWhatItWouldReadAndStoresNothing() throws Exception {
        Files.createDirectory(folder.resolve("news"));
        Files.writeString(folder.resolve("news/a.csv"), "text,site\nنص الخبر الأول,جريدة\nنص الخبر الثاني,\n,x\n");
        Files.writeString(folder.resolve("news/b.log"), "x");

        Answer answer = InProcess.call(
                "run",
                "--dry-run",
                "--exclude",
                "*.log",
                "--db",
                "jdbc:hsqldb:file:" + folder.resolve("db"),
                folder.resolve("news"));

        assertThat(answer.exitCode()).isEqualTo(ExitCode.COMPLETE);
        assertThat(answer.out())
                .contains(
                        "a.csv, document 2",
                        "outlet جريدة · published - ",
                        "2 documents can be read; of these 1 have an outlet, 0 a date, 0 a title",
                        "1 would be rejected as EMPTY, the first: a.csv, document 4: ",
                        "Nothing was stored.")
                .doesNotContain("b.log");
        assertThat(folder.resolve("db.script")).doesNotExist();
        assertThat(InProcess.call("run", "--limit", "1", folder).exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
    }

    @Test
    void failsWhenNoFormatReadsAnyFile() throws Exception {
        Files.createDirectory(folder.resolve("pictures"));
        Files.writeString(folder.resolve("pictures/1.jpg"), "x");
        Files.writeString(folder.resolve("pictures/2.jpg"), "x");

        Answer answer = InProcess.call(
                "run", "--db", "jdbc:hsqldb:mem:pictures", "--out", folder.resolve("out"), folder.resolve("pictures"));

        assertThat(answer.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(answer.out())
                .contains("rejected  1 UNSUPPORTED, the first: 1.jpg, document 1: There are 1 more such files")
                .contains("NOTHING COULD BE STORED");
    }

    @Test
    void beginsWithTheDatabaseAndEndsWithTheTimes() {
        Answer answer = run(SEEDS);

        assertThat(answer.exitCode()).as(answer.err()).isZero();
        assertThat(answer.out()).startsWith(InProcess.OPENING).containsSubsequence("run 1\n", "\nrun 1 completed in ");
        assertThat(answer.out().lines())
                .filteredOn(line -> line.startsWith("run 1 completed"))
                .singleElement()
                .asString()
                .matches("run 1 completed in [0-9]+\\.[0-9] s \\([0-9]+\\.[0-9] s of work\\)");
    }

    @Test
    void completesThoughDocumentsAreRejectedUnlessItIsStrict() throws Exception {
        OddFiles.writeTo(folder.resolve("odd"));

        Answer answer = run(folder.resolve("odd"));
        assertThat(answer.exitCode()).as(answer.err()).isEqualTo(ExitCode.COMPLETE);
        assertThat(answer.err()).isEmpty();

        assertThat(run("--strict", folder.resolve("odd")).exitCode()).isEqualTo(ExitCode.COMPLETE_WITH_REJECTIONS);
    }

    @Test
    void doesNotTakeItsOwnOutputForInput() throws Exception {
        Files.copy(SEEDS.resolve("003_25fe7f9002335ffe.txt"), folder.resolve("article.txt"));
        for (String stored : List.of("1 stored + 0 duplicate", "0 stored + 1 duplicate")) {
            Answer answer = run("--outlet", " Al Bayan ", folder);
            assertThat(answer.exitCode()).as(answer.err()).isZero();
            assertThat(answer.out()).contains(stored);
            assertThat(Files.readString(folder.resolve("ghirbal-out/articles.jsonl")))
                    .contains("\"outlet\":\"Al Bayan\"")
                    .hasLineCount(1);
        }
    }

    @Test
    void writesTheExportsThatAreWantedOfTheLanguagesThatAreWanted() throws Exception {
        Path news = Files.writeString(folder.resolve("news.jsonl"), """
                {"text":"قالت البلدية في المدينة إن الجسر الجديد الذي بدأ العمل فيه من قبل مفتوح أمام الناس"}
                {"text":"The mayor said on Monday that the new bridge of the city was open to all the people"}
                """);

        Answer answer = run("--export", "jsonl,csv", "--language", "ar", news);

        assertThat(answer.exitCode()).as(answer.err()).isZero();
        assertThat(answer.out()).contains("2 = 2 stored");
        Path out = folder.resolve("ghirbal-out");
        assertThat(Files.readAllLines(out.resolve("articles.jsonl")))
                .singleElement()
                .asString()
                .contains("\"language\":\"ar\"");
        assertThat(out.resolve("articles.csv")).exists();
        assertThat(out.resolve("tables/daily_summary.csv")).content().contains(",1,0,");
        assertThat(out.resolve("tables.xlsx")).doesNotExist();
        assertThat(out.resolve("articles.parquet")).doesNotExist();
        assertThat(out.resolve("report.html"))
                .content()
                .contains("articles.csv")
                .doesNotContain("tables.xlsx");

        assertThat(run("--export", "none", news).exitCode()).isZero();
        assertThat(out.resolve("report.html")).content().doesNotContain("articles.csv");
    }

    @Test
    void saysThatItCannotWriteItsFigures() throws Exception {
        Files.writeString(folder.resolve("taken"), "a file where a folder should be");

        Answer answer = run("--metrics", folder.resolve("taken/ghirbal.prom"), SEEDS);

        assertThat(answer.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(answer.err()).hasLineCount(1).contains("taken");
        assertThat(answer.out()).contains("run 1 completed");
    }

    @Test
    void readsStandardInputAndKeepsItUntilTheRunIsComplete() throws Exception {
        InputStream before = System.in;
        try {
            for (String stored : List.of("2 stored + 0 duplicate", "0 stored + 2 duplicate")) {
                System.setIn(new ByteArrayInputStream("text,title\nنص أول,عنوان\nنص ثان,\n".getBytes(UTF_8)));
                Answer answer = run("--format", "csv", "-");
                assertThat(answer.exitCode()).as(answer.err()).isZero();
                assertThat(answer.out()).contains(stored);
            }
            assertThat(run("-", "-").exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
        } finally {
            System.setIn(before);
        }
        Path out = folder.resolve("ghirbal-out");
        assertThat(Files.readAllLines(out.resolve("articles.jsonl")))
                .hasSize(2)
                .allMatch(line -> line.contains("\"source\":\".standard-input-"));
        try (Stream<Path> files = Files.list(out)) {
            assertThat(files).noneMatch(file -> file.getFileName().toString().startsWith(".standard-input"));
        }
    }

    private Answer run(Object... arguments) {
        List<Object> all = new ArrayList<>(List.of(
                "run",
                "--db",
                "jdbc:hsqldb:file:" + folder.resolve("ghirbal-data/news"),
                "--out",
                folder.resolve("ghirbal-out")));
        all.addAll(List.of(arguments));
        return InProcess.call(all.toArray());
    }
}

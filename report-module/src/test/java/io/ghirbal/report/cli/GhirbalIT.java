package io.ghirbal.report.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.ghirbal.report.cli.GhirbalJar.Answer;
import io.ghirbal.report.cli.GhirbalJar.Running;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.List;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The packaged jar as its users meet it: what it prints, what it leaves, what it answers. */
class GhirbalIT {
    private static final Path SEEDS = Path.of("..", "seeds").toAbsolutePath().normalize();

    /** What a process answers that SIGKILL ended. */
    private static final int KILLED = 128 + 9;

    @TempDir
    private Path folder;

    private GhirbalJar ghirbal;

    @SuppressWarnings("NullAway.Init")
    GhirbalIT() {}

    @BeforeEach
    void start() {
        ghirbal = new GhirbalJar(folder);
    }

    @Test
    void leavesAReportOnTheSeedsAndStoresNothingNewTheSecondTime() throws Exception {
        Answer first = ghirbal.call("run", SEEDS.toString());

        assertThat(first.exitCode()).as(first.err()).isZero();
        assertThat(first.err()).isEmpty();
        assertThat(first.out())
                .startsWith(InProcess.OPENING)
                .contains("5 = 5 stored + 0 duplicate + 0 rejected")
                .contains("ghirbal-out/report.html");
        assertThat(folder.resolve("ghirbal-out")).isDirectoryContaining("glob:**/report.html");
        assertThat(Files.readAllLines(folder.resolve("ghirbal-out/articles.jsonl")))
                .hasSize(5);
        try (var tables = Files.list(folder.resolve("ghirbal-out/tables"))) {
            assertThat(tables).hasSize(20);
        }
        assertThat(numberOfArticlesIn(folder.resolve("ghirbal-out/articles.parquet")))
                .isEqualTo(5);
        try (XSSFWorkbook workbook =
                new XSSFWorkbook(Files.newInputStream(folder.resolve("ghirbal-out/tables.xlsx")))) {
            assertThat(workbook.getNumberOfSheets()).isEqualTo(11);
        }
        byte[] articles = Files.readAllBytes(folder.resolve("ghirbal-out/articles.jsonl"));

        Answer second = ghirbal.call("run", SEEDS.toString());

        assertThat(second.exitCode()).as(second.err()).isZero();
        assertThat(second.out())
                .contains("5 = 0 stored + 5 duplicate + 0 rejected")
                .contains("Nothing new");
        assertThat(folder.resolve("ghirbal-out/articles.jsonl")).hasBinaryContent(articles);

        String database = "jdbc:hsqldb:file:" + folder.resolve("ghirbal-data/news");
        Answer again =
                InProcess.call("run", "--reanalyse", "--db", database, "--out", folder.resolve("ghirbal-out"), SEEDS);

        assertThat(again.exitCode()).as(again.err()).isZero();
        assertThat(again.out()).contains("in 5 articles");
        assertThat(folder.resolve("ghirbal-out/articles.jsonl")).hasBinaryContent(articles);

        Answer report = InProcess.call("report", "--db", database, "--out", folder.resolve("elsewhere"));

        assertThat(report.exitCode()).as(report.err()).isZero();
        assertThat(folder.resolve("elsewhere/articles.jsonl")).hasBinaryContent(articles);
    }

    private static long numberOfArticlesIn(Path parquet) {
        return JdbcClient.create(new DriverManagerDataSource("jdbc:duckdb:"))
                .sql("select count(*) from '%s'".formatted(parquet))
                .query(Long.class)
                .single();
    }

    @Test
    void readsNothingThatItWroteIntoAnInput() throws Exception {
        Files.writeString(folder.resolve("a.txt"), "أعلنت البلدية افتتاح الجسر القديم بعد ترميمه");
        assertThat(ghirbal.call("run", "--out", ".", ".").out()).contains("1 = 1 stored + 0 duplicate + 0 rejected");

        Answer second = ghirbal.call("run", "--out", ".", ".");

        assertThat(folder.resolve("tables.xlsx")).exists();
        assertThat(second.out()).contains("1 = 0 stored + 1 duplicate + 0 rejected");
    }

    @Test
    void storesTheGoodAndRejectsTheBrokenEachWithItsCause() throws Exception {
        OddFiles.writeTo(folder.resolve("odd"));

        Answer answer = ghirbal.call("run", "--strict", "odd");

        assertThat(answer.exitCode()).as(answer.err()).isEqualTo(3);
        assertThat(answer.err()).isEmpty();
        assertThat(answer.out())
                .contains("%d = %d stored + 0 duplicate + %d rejected"
                        .formatted(OddFiles.GOOD + OddFiles.BROKEN, OddFiles.GOOD, OddFiles.BROKEN));
        List<String> articles = Files.readAllLines(folder.resolve("ghirbal-out/articles.jsonl"));
        assertThat(articles).hasSize(OddFiles.GOOD).allMatch(article -> article.contains("افتتحت بلدية المدينة"));
        assertThat(Files.readString(folder.resolve("ghirbal-out/tables/rejection_summary.csv")))
                .contains(
                        "EMPTY,2",
                        "BINARY,1",
                        "UNDECODABLE,1",
                        "NO_TEXT,1",
                        "MALFORMED,2",
                        "TOO_LARGE,1",
                        "UNREADABLE,3",
                        "UNSUPPORTED,1");
    }

    @Test
    void answersWrongUsageWithTwoAndOneLine() throws Exception {
        Answer missing = ghirbal.call("run", "no-such-folder");
        assertThat(missing.exitCode()).isEqualTo(2);
        assertThat(missing.err()).hasLineCount(1).contains("no-such-folder");
    }

    @Test
    void answersAFailureWithOneAndGoesOnOnceItsCauseIsGone() throws Exception {
        Files.createDirectory(folder.resolve("out"));
        Files.writeString(folder.resolve("out/tables"), "a file where the folder of the tables should be");

        Answer failed = ghirbal.call("run", "--out", "out", SEEDS.toString());

        assertThat(failed.exitCode()).isEqualTo(1);
        assertThat(failed.err()).hasLineCount(1).contains("out/tables");

        Answer resumed = InProcess.call(
                "run",
                "--reanalyse",
                "--db",
                "jdbc:hsqldb:file:" + folder.resolve("ghirbal-data/news"),
                "--out",
                folder.resolve("ghirbal-out"),
                SEEDS);

        assertThat(resumed.exitCode()).as(resumed.err()).isZero();
        assertThat(resumed.out())
                .contains("run 1 (resumed) completed")
                .contains("5 = 5 stored + 0 duplicate + 0 rejected")
                .contains("run 2 completed")
                .contains("5 = 0 stored + 5 duplicate + 0 rejected")
                .contains("analyse    0 articles", "analyse    5 articles");
    }

    @Test
    void saysAtOnceThatItCannotWriteAndStoresNothing() throws Exception {
        Files.writeString(folder.resolve("taken"), "a file where a folder should be");

        Answer out = ghirbal.call("run", "--out", "taken", SEEDS.toString());
        assertThat(out.exitCode()).isEqualTo(1);
        assertThat(out.err()).hasLineCount(1).contains("taken").doesNotContain("Exception");
        assertThat(out.out()).isEmpty();
        assertThat(folder.resolve("ghirbal-data")).doesNotExist();
    }

    @Test
    void refusesArgumentsThatTheLocaleGarbles() throws Exception {
        assumeThat(System.getProperty("sun.jnu.encoding"))
                .as("else the test cannot pass them on")
                .isEqualTo("UTF-8");

        Answer answer = ghirbal.call("run", "--outlet", "صحيفة", SEEDS.toString());

        assertThat(answer.exitCode()).isEqualTo(2);
        assertThat(answer.err()).hasLineCount(1).contains("LC_ALL=C.UTF-8");
    }

    @Test
    void answersAnUnreachableDatabaseWithOneAndOneLine() throws Exception {
        String address = "jdbc:postgresql://localhost:1/news?user=reader&password=geheim";

        Answer answer = ghirbal.call("run", "--db", address, "--metrics", "m.prom", SEEDS.toString());

        assertThat(answer.exitCode()).isEqualTo(1);
        assertThat(answer.err())
                .hasLineCount(1)
                .contains("jdbc:postgresql://localhost:1/news")
                .doesNotContain("geheim");
        assertThat(answer.out()).isEqualTo(InProcess.OPENING);
        assertThat(Files.readString(folder.resolve("m.prom"))).contains("ghirbal_runs_total{status=\"failed\"} 1.0");
    }

    @Test
    void refusesToRunBesideAnotherRun() throws Exception {
        String database = "jdbc:hsqldb:file:" + folder.resolve("ghirbal-data/news") + ";shutdown=true";
        Answer second;
        try (Connection held = DriverManager.getConnection(database, "sa", "")) {
            second = ghirbal.call("run", SEEDS.toString());
            assertThat(held.isClosed()).isFalse();
        }

        assertThat(second.exitCode()).as(second.out() + second.err()).isEqualTo(4);
        assertThat(second.out()).isEqualTo(InProcess.OPENING);
        assertThat(second.err()).hasLineCount(1).contains("another run is active");
        assertThat(InProcess.call("run", "--db", database, "--out", folder.resolve("ghirbal-out"), SEEDS)
                        .exitCode())
                .isZero();
    }

    @Test
    void stopsOnRequestAndGoesOnWhereItStopped() throws Exception {
        int articles = 4_000;
        writeArticles(articles);
        Running running = ghirbal.start("run", "many.jsonl");
        running.awaitOutput("run 1");

        running.process().destroy();
        Answer stopped = running.await();

        assertThat(stopped.exitCode()).as(stopped.out() + stopped.err()).isEqualTo(5);
        assertThat(stopped.out()).contains("stopped").contains("goes on where it stopped");
        assertCompletesExactly(articles);
    }

    @Test
    void goesOnWhereItWasKilled() throws Exception {
        int articles = 4_000;
        writeArticles(articles);
        Running running = ghirbal.start("run", "many.jsonl");
        // said when it has begun to analyse
        running.awaitOutput("  ingest ");

        running.process().destroyForcibly();

        assertThat(running.await().exitCode()).as("killed, not at its end").isEqualTo(KILLED);
        assertCompletesExactly(articles);
    }

    /** However much the interrupted run had done, the next one ends with every article stored and exported once. */
    private void assertCompletesExactly(int articles) throws Exception {
        Answer answer = ghirbal.call("run", "many.jsonl");
        assertThat(answer.exitCode()).as(answer.out() + answer.err()).isZero();
        assertThat(answer.out())
                .contains("goes on where it stopped")
                .contains("%,d = %,d stored + 0 duplicate + 0 rejected".formatted(articles, articles));
        try (var lines = Files.lines(folder.resolve("ghirbal-out/articles.jsonl"))) {
            assertThat(lines.distinct()).hasSize(articles);
        }
    }

    @Test
    void explainsDocumentsWithoutADatabaseAndIntoAFileWithoutColour() throws Exception {
        Files.writeString(folder.resolve("a.txt"), OddFiles.article(1));

        Answer answer = ghirbal.call(
                "explain", SEEDS.resolve("003_25fe7f9002335ffe.txt").toString(), "a.txt");

        assertThat(answer.exitCode()).as(answer.err()).isZero();
        assertThat(answer.out()).contains("افتتاح جسر جديد").doesNotContain("\u001B[");
        assertThat(answer.out())
                .contains("RELATED_LINKS, lines 8 to 20")
                .contains("    8 - اقرأ أيضاً")
                .contains("   21   وختم المتحدث الرسمي")
                .contains("medtop:11000000", "medtop:16000000");
        assertThat(folder.resolve("ghirbal-data")).doesNotExist();
    }

    @Test
    void printsItsVersionAndHelp() throws Exception {
        assertThat(ghirbal.call("--version").out()).matches("ghirbal \\d+\\.\\d+\\.\\d+.*\\R");
        assertThat(InProcess.call("run", "--help").out())
                .contains("--db", "--out", "--outlet", "--reanalyse", "--strict");
    }

    private void writeArticles(int count) throws IOException {
        try (BufferedWriter file = Files.newBufferedWriter(folder.resolve("many.jsonl"))) {
            for (int i = 1; i <= count; i++) {
                file.write("{\"id\":\"%d\",\"outlet\":\"صحيفة %d\",\"date\":\"2024-03-%02d\",\"text\":\"%s\"}\n"
                        .formatted(i, i % 7, 1 + i % 28, OddFiles.article(i).replace("\n", "\\n")));
            }
        }
    }
}

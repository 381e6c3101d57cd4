package io.ghirbal.report.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.ghirbal.report.cli.GhirbalJar.Answer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PurgeCommandTest {
    private static final Path SEEDS = Path.of("..", "seeds").toAbsolutePath().normalize();

    @TempDir
    private Path folder;

    @Test
    void purgesRawTextsAndRunsGoOnWithoutThem() throws Exception {
        String database = "jdbc:hsqldb:file:" + folder.resolve("ghirbal-data/news");
        Path out = folder.resolve("ghirbal-out");
        InProcess.call("run", "--db", database, "--out", out, SEEDS);
        byte[] articles = Files.readAllBytes(out.resolve("articles.jsonl"));

        Answer early = InProcess.call("purge", "--before", "2020-01-01", "--db", database);
        assertThat(early.exitCode()).as(early.err()).isZero();
        assertThat(early.out()).contains("the raw texts of 0 articles");

        Answer purge = InProcess.call("purge", "--before", "2999-01-01", "--db", database);
        assertThat(purge.exitCode()).as(purge.err()).isZero();
        assertThat(purge.out()).contains("purged the raw texts of 5 articles stored before 2999-01-01");
        for (String file : List.of("news.script", "news.data", "news.log")) {
            Path path = folder.resolve("ghirbal-data").resolve(file);
            if (Files.exists(path)) {
                assertThat(new String(Files.readAllBytes(path), UTF_8)).doesNotContain("اقرأ أيضاً");
            }
        }

        Answer again = InProcess.call("run", "--reanalyse", "--db", database, "--out", out, SEEDS);
        assertThat(again.exitCode()).as(again.err()).isZero();
        assertThat(again.out()).contains("5 = 0 stored + 5 duplicate + 0 rejected");
        assertThat(out.resolve("articles.jsonl")).hasBinaryContent(articles);
        assertThat(Files.readString(out.resolve("report.html"))).contains("The raw text was purged on request");
    }
}

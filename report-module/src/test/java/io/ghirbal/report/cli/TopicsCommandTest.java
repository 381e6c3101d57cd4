package io.ghirbal.report.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.ghirbal.report.cli.GhirbalJar.Answer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TopicsCommandTest {
    @TempDir
    private Path folder;

    @Test
    void trainsATopicModelOfOnesOwnAndRunsWithIt() throws Exception {
        StringBuilder data = new StringBuilder();
        for (int i = 0; i < 60; i++) {
            data.append("{\"outlet\":\"%d\",\"topic\":\"%s\",\"text\":\"%s\"}\n"
                    .formatted(
                            i % 3,
                            i % 2 == 0 ? "جسور" : "أسماك",
                            i % 2 == 0
                                    ? "افتتحت البلدية جسرا جديدا فوق النهر بعد أعمال بناء طويلة رقم " + i
                                    : "ارتفعت أسعار السمك في سوق الميناء مع بدء موسم الصيد رقم " + i));
        }
        Path labelled = Files.writeString(folder.resolve("labelled.jsonl"), data);
        Path model = folder.resolve("own.model");
        OddFiles.writeTo(folder.resolve("odd"));

        Answer trained = InProcess.call("topics", "train", labelled, "--out", model);
        assertThat(trained.exitCode()).as(trained.err()).isZero();
        Answer scored = InProcess.call("topics", "evaluate", model, labelled);
        assertThat(scored.exitCode()).as(scored.err()).isZero();
        assertThat(scored.out()).contains("جسور", "أسماك");
        Answer run = InProcess.call(
                "run",
                "--topics",
                model,
                "--db",
                "jdbc:hsqldb:file:" + folder.resolve("data/news"),
                "--out",
                folder.resolve("out"),
                folder.resolve("odd"));
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).contains("topics    جسور 3");

        Answer noModel = InProcess.call("explain", "--topics", labelled, folder.resolve("odd/good-utf8.txt"));
        assertThat(noModel.exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(noModel.err()).hasLineCount(1).contains("labelled.jsonl");
    }

    @Test
    void saysWhatAModelIs() {
        Answer none = InProcess.call("topics", "evaluate", folder.resolve("no.model"), folder.resolve("no.jsonl"));

        assertThat(none.exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(none.err())
                .hasLineCount(1)
                .contains("MODEL is '", "no.model'; allowed is a model made by topics train, or the word standard");
    }
}

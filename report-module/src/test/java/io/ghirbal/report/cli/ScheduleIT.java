package io.ghirbal.report.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.ghirbal.report.cli.GhirbalJar.Answer;
import io.ghirbal.report.cli.GhirbalJar.Running;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged jar as a long-lived process, with the settings in a file. */
class ScheduleIT {
    private static final Path SEEDS = Path.of("..", "seeds").toAbsolutePath().normalize();

    @TempDir
    private Path folder;

    private GhirbalJar ghirbal;

    @SuppressWarnings("NullAway.Init")
    ScheduleIT() {}

    @BeforeEach
    void start() {
        ghirbal = new GhirbalJar(folder);
    }

    @Test
    void runsAgainAndAgainUntilItIsAskedToStop() throws Exception {
        Files.writeString(folder.resolve("ghirbal.yaml"), """
                inputs: %s
                cron: "* * * * * *"
                zone: Asia/Dubai
                metrics: ghirbal.prom
                """.formatted(SEEDS));

        Running schedule = ghirbal.start("schedule", "--config", "ghirbal.yaml");
        schedule.awaitOutput("run 2 completed");
        schedule.process().destroy();
        Answer answer = schedule.await();

        assertThat(answer.exitCode()).as(answer.out() + answer.err()).isIn(0, 5);
        assertThat(answer.err()).isEmpty();
        assertThat(answer.out())
                .contains("Asia/Dubai")
                .contains("5 = 5 stored + 0 duplicate + 0 rejected")
                .contains("5 = 0 stored + 5 duplicate + 0 rejected");
        assertThat(Files.readString(folder.resolve("ghirbal.prom")))
                .contains("ghirbal_documents_total{outcome=\"stored\"} 5.0");
    }

    @Test
    void goesOnWhenARunCannotBegin() throws Exception {
        Path inputs = Files.createDirectory(folder.resolve("news"));
        Running schedule = ghirbal.start("schedule", "--cron", "* * * * * *", "news");
        schedule.awaitOutput("run 1 completed");
        Files.delete(inputs);
        schedule.awaitError("no such file or folder: news");
        Files.createDirectory(inputs);
        int said = schedule.output().length();
        schedule.awaitOutput("completed", said);
        schedule.process().destroy();
        assertThat(schedule.await().exitCode()).isIn(0, 5);
    }
}

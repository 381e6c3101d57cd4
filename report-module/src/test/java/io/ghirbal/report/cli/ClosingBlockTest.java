package io.ghirbal.report.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.ghirbal.report.job.RunResult;
import io.ghirbal.report.job.RunTotals;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ClosingBlockTest {
    private static final RunTotals NOTHING = new RunTotals(0, 0, 0, 0, List.of(), 0, 0, null, 0, 0, 0, 0, List.of(), 0);

    @Test
    void tellsHowLongTheUserWaitedAndHowLongTheWorkTook() {
        assertThat(firstLines(result(1, false, RunResult.Status.COMPLETED, 940)))
                .containsExactly("run 1 completed in 2.1 s (0.9 s of work)");
    }

    @Test
    void tellsOfARunThatAnotherFollowedOnlyTheWork() {
        assertThat(firstLines(
                        result(1, true, RunResult.Status.COMPLETED, 500),
                        result(2, false, RunResult.Status.STOPPED, 700)))
                .containsExactly(
                        "run 1 (resumed) completed in 0.5 s of work", "run 2 stopped in 2.1 s (0.7 s of work)");
    }

    private static List<String> firstLines(RunResult... results) {
        StringWriter console = new StringWriter();
        new ClosingBlock(new PrintWriter(console)).print(List.of(results), Duration.ofMillis(2_140), Path.of("out"));
        return console.toString()
                .lines()
                .filter(line -> line.startsWith("run "))
                .toList();
    }

    private static RunResult result(long run, boolean resumed, RunResult.Status status, long millis) {
        return new RunResult(run, resumed, status, null, Duration.ofMillis(millis), Map.of(), NOTHING);
    }
}

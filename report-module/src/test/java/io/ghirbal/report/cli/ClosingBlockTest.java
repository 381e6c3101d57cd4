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

    @Test
    void saysThatTopicsOfAnotherModelDoNotCompareWithTheseAndWhatToDo() {
        RunTotals totals = new RunTotals(0, 0, 0, 0, List.of(), 0, 0, null, 0, 0, 0, 0, List.of(), 1_200);

        assertThat(printed(new RunResult(
                        2, false, RunResult.Status.COMPLETED, null, Duration.ofMillis(500), Map.of(), totals)))
                .contains(
                        "topics    of 1,200 articles stored earlier are of another topic model; run with --reanalyse");
        assertThat(printed(result(2, false, RunResult.Status.COMPLETED, 500))).doesNotContain("topic model");
    }

    @Test
    void tellsEachCauseOfRejectionWithItsFirstExampleAndWhenNothingCouldBeStored() {
        List<RunTotals.CauseCount> causes = List.of(
                new RunTotals.CauseCount("NO_TEXT", 1_200, "a.csv", 1, "None of the columns holds the text."),
                new RunTotals.CauseCount("EMPTY", 1, "b.txt", 1, "The file is empty."));
        RunTotals totals = new RunTotals(1_201, 0, 0, 1_201, causes, 0, 0, null, 0, 0, 0, 0, List.of(), 0);

        assertThat(printed(new RunResult(
                        2, false, RunResult.Status.COMPLETED, null, Duration.ofMillis(500), Map.of(), totals)))
                .contains(
                        "  rejected  1,200 NO_TEXT, the first: a.csv, document 1: None of the columns holds the text.",
                        "  rejected  1 EMPTY, the first: b.txt, document 1: The file is empty.",
                        "  NOTHING COULD BE STORED: every document was rejected.");
    }

    private static List<String> firstLines(RunResult... results) {
        return printed(results).lines().filter(line -> line.startsWith("run ")).toList();
    }

    private static String printed(RunResult... results) {
        StringWriter console = new StringWriter();
        new ClosingBlock(new PrintWriter(console)).print(List.of(results), Duration.ofMillis(2_140), Path.of("out"));
        return console.toString();
    }

    private static RunResult result(long run, boolean resumed, RunResult.Status status, long millis) {
        return new RunResult(run, resumed, status, null, Duration.ofMillis(millis), Map.of(), NOTHING);
    }
}

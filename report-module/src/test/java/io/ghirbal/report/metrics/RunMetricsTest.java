package io.ghirbal.report.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.ghirbal.ingest.run.NewsStep;
import io.ghirbal.report.job.RunResult;
import io.ghirbal.report.job.RunTotals;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunMetricsTest {
    private final RunMetrics metrics = new RunMetrics();

    @Test
    void countsWhatRunsDid() {
        metrics.count(result(RunResult.Status.COMPLETED));
        metrics.count(result(RunResult.Status.COMPLETED));
        assertThat(metrics.text().lines())
                .contains(
                        "ghirbal_runs_total{status=\"completed\"} 2.0",
                        "ghirbal_runs_total{status=\"failed\"} 0.0",
                        "ghirbal_documents_total{outcome=\"stored\"} 14.0",
                        "ghirbal_documents_total{outcome=\"duplicate\"} 4.0",
                        "ghirbal_documents_total{outcome=\"rejected\"} 2.0",
                        "ghirbal_articles_analysed_total 14.0",
                        "ghirbal_characters_total{part=\"removed\"} 600.0",
                        "ghirbal_characters_total{part=\"kept\"} 1400.0",
                        "ghirbal_step_seconds_count{step=\"analyse\"} 2",
                        "ghirbal_step_seconds_sum{step=\"analyse\"} 3.0")
                .anyMatch(line -> line.startsWith("ghirbal_run_end_timestamp_seconds{status=\"completed\"}"))
                .noneMatch(line -> line.startsWith("ghirbal_run_end_timestamp_seconds{status=\"failed\"}"));
    }

    @Test
    void countsRunsThatCouldNotBegin() {
        metrics.countFailure();
        assertThat(metrics.text().lines())
                .contains("ghirbal_runs_total{status=\"failed\"} 1.0")
                .anyMatch(line -> line.startsWith("ghirbal_run_end_timestamp_seconds{status=\"failed\"}"));
    }

    @Test
    void replacesTheFileWhole(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("ghirbal.prom"), "old");
        metrics.write(file);
        assertThat(file).hasContent(metrics.text());
        try (var left = Files.list(folder)) {
            assertThat(left).containsExactly(file);
        }
    }

    private static RunResult result(RunResult.Status status) {
        return new RunResult(
                1,
                false,
                status,
                null,
                Duration.ofSeconds(3),
                Map.of(NewsStep.ANALYSE, Duration.ofMillis(1500)),
                new RunTotals(10, 7, 2, 1, List.of(), 7, 0, null, 100, 30, 1000, 300, List.of(), 0));
    }
}

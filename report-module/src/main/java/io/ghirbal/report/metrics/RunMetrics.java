package io.ghirbal.report.metrics;

import io.ghirbal.report.export.OutputFile;
import io.ghirbal.report.job.ProgramVersion;
import io.ghirbal.report.job.RunResult;
import io.ghirbal.report.job.RunTotals;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What the runs of this process did, for Prometheus. Thread-safe. */
public final class RunMetrics {
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    /** By status: when a run ended with it last, in seconds since 1970. */
    private final Map<String, Double> ends = new ConcurrentHashMap<>();

    /** All at zero. */
    public RunMetrics() {
        Gauge.builder("ghirbal.info", () -> 1)
                .description("The program; the version is in the label")
                .tag("version", ProgramVersion.current())
                .register(registry);
        for (RunResult.Status status : RunResult.Status.values()) {
            registry.counter("ghirbal.runs", "status", label(status));
        }
    }

    /** Counts a run that came to an end, whichever. */
    public void count(RunResult result) {
        ended(result.status());
        RunTotals totals = result.totals();
        documents("stored", totals.stored());
        documents("duplicate", totals.duplicates());
        documents("rejected", totals.rejected());
        registry.counter("ghirbal.articles.analysed").increment((double) totals.analysed());
        characters("kept", totals.characters() - totals.removedCharacters());
        characters("removed", totals.removedCharacters());
        result.steps()
                .forEach((step, took) ->
                        registry.timer("ghirbal.step", "step", step.stepName()).record(took));
    }

    /** Counts a run that could not begin. */
    public void countFailure() {
        ended(RunResult.Status.FAILED);
    }

    private void ended(RunResult.Status status) {
        String label = label(status);
        registry.counter("ghirbal.runs", "status", label).increment();
        if (ends.put(label, (double) Instant.now().getEpochSecond()) == null) {
            Gauge.builder("ghirbal.run.end.timestamp", () -> ends.getOrDefault(label, 0.0))
                    .description("When a run ended with this status last")
                    .tag("status", label)
                    .baseUnit("seconds")
                    .register(registry);
        }
    }

    private void documents(String outcome, long count) {
        registry.counter("ghirbal.documents", "outcome", outcome).increment((double) count);
    }

    private void characters(String part, long count) {
        registry.counter("ghirbal.characters", "part", part).increment((double) count);
    }

    private static String label(RunResult.Status status) {
        return status.name().toLowerCase(Locale.ROOT);
    }

    /** The figures in the text format of Prometheus. */
    public String text() {
        return registry.scrape();
    }

    /**
     * Writes {@link #text} to a file, whole or not at all, as the textfile collector of the node exporter wants it.
     *
     * @throws java.io.UncheckedIOException when the file cannot be written; the message names it
     */
    public void write(Path file) {
        OutputFile.write(file, out -> out.write(text()));
    }
}

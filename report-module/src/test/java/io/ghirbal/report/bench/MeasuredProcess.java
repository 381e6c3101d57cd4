package io.ghirbal.report.bench;

import io.ghirbal.ingest.source.ArticleSources;
import io.ghirbal.ingest.source.Documents;
import io.ghirbal.nlp.topic.TopicClassifier;
import io.ghirbal.report.database.DatabaseUrl;
import io.ghirbal.report.job.NewsRuns;
import io.ghirbal.report.job.RunListener;
import io.ghirbal.report.job.RunRequest;
import io.ghirbal.report.job.RunResult;
import io.ghirbal.report.remote.Broker;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A process that does one thing in a heap of its own, cold as a run from a scheduler is, and says how long it took. */
final class MeasuredProcess {
    private static final Pattern PAUSE = Pattern.compile("(\\d+)M->(\\d+)M\\(");

    private final Properties results;
    private final List<MatchResult> pauses;

    private MeasuredProcess(Properties results, List<MatchResult> pauses) {
        this.results = results;
        this.pauses = pauses;
    }

    /**
     * Runs {@link #main} with these arguments.
     *
     * @param heap as of {@code -Xmx}
     * @param folder for its files
     */
    static MeasuredProcess run(String heap, Path folder, String... arguments) throws IOException, InterruptedException {
        Path results = Files.createTempFile(folder, "results", ".properties");
        Path collections = Files.createTempFile(folder, "gc", ".log");
        ProcessBuilder process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + heap,
                        "-Xlog:gc:file=" + collections,
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        MeasuredProcess.class.getName(),
                        results.toString())
                .inheritIO();
        process.command().addAll(List.of(arguments));
        Process running = process.start();
        try {
            if (running.waitFor() != 0) {
                throw new AssertionError("%s ended with %d".formatted(arguments[0], running.exitValue()));
            }
        } finally {
            running.destroyForcibly();
        }
        Properties measured = new Properties();
        try (var reader = Files.newBufferedReader(results)) {
            measured.load(reader);
        }
        return new MeasuredProcess(
                measured, PAUSE.matcher(Files.readString(collections)).results().toList());
    }

    double number(String name) {
        return Double.parseDouble(results.getProperty(name));
    }

    /** The most the heap held, garbage included, in MiB: what was in it before each collection, by the log of the JVM. */
    long peakHeap() {
        return mostOf(1);
    }

    /** The most that was left by a collection, in MiB. */
    long peakHeapAfterCollection() {
        return mostOf(2);
    }

    private long mostOf(int group) {
        return pauses.stream()
                .mapToLong(pause -> Long.parseLong(pause.group(group)))
                .max()
                .orElseThrow();
    }

    // The arguments are the file for the results, what to do, and what to do it with.
    public static void main(String[] args) throws IOException, SQLException {
        Properties results = new Properties();
        switch (args[1]) {
            case "read" -> read(Path.of(args[2]), results);
            case "job" ->
                runJob(
                        Path.of(args[2]),
                        args[3],
                        Path.of(args[4]),
                        Integer.parseInt(args[5]),
                        args.length > 6 ? new Broker(args[6], null, null) : null,
                        results);
            case "insert" -> {
                PlainInserts.Outcome outcome = PlainInserts.measure(args[2], args[3]);
                put(results, "rows", outcome.rows());
                put(results, "seconds", outcome.seconds());
            }
            default -> throw new IllegalArgumentException(args[1]);
        }
        try (Writer file = Files.newBufferedWriter(Path.of(args[0]))) {
            results.store(file, null);
        }
    }

    private static void read(Path news, Properties results) {
        long start = System.nanoTime();
        long read = 0;
        try (Documents documents = ArticleSources.standard().read(List.of(news))) {
            while (documents.next() != null) {
                read++;
            }
        }
        put(results, "seconds", (System.nanoTime() - start) / 1e9);
        put(results, "documents", read);
    }

    private static void runJob(
            Path news, String database, Path out, int threads, @Nullable Broker broker, Properties results) {
        try (NewsRuns runs = NewsRuns.open(new DatabaseUrl(database), TopicClassifier.standard(), threads, broker)) {
            RunResult run = runs.run(new RunRequest(List.of(news), out, null, false), RunListener.NONE)
                    .get(0);
            if (run.status() != RunResult.Status.COMPLETED) {
                throw new IllegalStateException("the job ended as " + run.status(), run.failure());
            }
            run.steps().forEach((step, took) -> put(results, step.stepName(), took.toNanos() / 1e9));
            put(results, "whole job", run.took().toNanos() / 1e9);
            put(results, "documents", run.totals().read());
            put(results, "articles", run.totals().stored());
        }
    }

    private static void put(Properties results, String name, Number number) {
        results.setProperty(name, number.toString());
    }
}

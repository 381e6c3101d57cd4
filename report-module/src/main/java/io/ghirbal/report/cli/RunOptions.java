package io.ghirbal.report.cli;

import io.ghirbal.ingest.source.SourceDocument;
import io.ghirbal.report.export.OutputFile;
import io.ghirbal.report.job.NewsRuns;
import io.ghirbal.report.job.RunRequest;
import io.ghirbal.report.job.RunResult;
import io.ghirbal.report.metrics.RunMetrics;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What a run reads, where its results go and how; and the run itself. */
final class RunOptions {
    private static final Path SEEDS = Path.of("seeds");

    private final ConfigFile config;

    @Parameters(paramLabel = "INPUT", arity = "0..*", description = "Files and folders to read. Default: seeds/")
    private List<Path> inputs = List.of();

    @Mixin
    private DatabaseOption database = new DatabaseOption();

    @Mixin
    private OutOption out = new OutOption();

    @Mixin
    private TopicsOption topics = new TopicsOption();

    @Option(names = "--outlet", paramLabel = "NAME", description = "Outlet of the documents that name none.")
    private @Nullable String outlet;

    @Option(
            names = "--reanalyse",
            description = "Clean and classify all stored articles anew, without reading them again.")
    private boolean reanalyse;

    @Mixin
    private ThreadsOption threads = new ThreadsOption();

    @Mixin
    private BrokerOption broker = new BrokerOption();

    @Option(names = "--strict", description = "Exit with 3 when a document was rejected.")
    private boolean strict;

    @Option(
            names = "--metrics",
            paramLabel = "FILE",
            description =
                    "File for what the run did in figures, for the textfile collector of Prometheus' node exporter.")
    private @Nullable Path metricsFile;

    RunOptions(ConfigFile config) {
        this.config = config;
    }

    /**
     * Runs once, says on the console how it went and keeps the figures.
     *
     * @param stopBy is told how to stop the run
     * @return the exit code
     */
    int run(CommandLine command, RunMetrics metrics, Consumer<Runnable> stopBy) {
        try {
            RunRequest request = request(command);
            // hours of work should not end at a folder that cannot be written
            OutputFile.makeFolder(out.dir());
            return run(request, command, metrics, stopBy);
        } catch (RuntimeException e) {
            CommandFailure failure = CommandFailure.of(e);
            if (failure.exitCode() == ExitCode.FAILED) {
                metrics.countFailure();
                writeMetrics(metrics);
            }
            return failure.print(command.getErr());
        }
    }

    private int run(RunRequest request, CommandLine command, RunMetrics metrics, Consumer<Runnable> stopBy) {
        PrintWriter console = command.getOut();
        // a signal may come while the database is being opened: the run then stops before its first step
        CompletableFuture<@Nullable Void> stopRequest = new CompletableFuture<>();
        stopBy.accept(() -> stopRequest.complete(null));
        try (NewsRuns runs = open()) {
            var unused = stopRequest.thenRun(runs::stop);
            List<RunResult> results = runs.run(request, new Progress(console, Ansi.AUTO.enabled()));
            results.forEach(result -> new ClosingBlock(console).print(result, out.dir()));
            results.forEach(metrics::count);
            writeMetrics(metrics);
            RunResult last = results.get(results.size() - 1);
            return last.failure() == null
                    ? exitCode(last)
                    : CommandFailure.of(last.failure()).print(command.getErr());
        }
    }

    /**
     * When a run over these inputs began last.
     *
     * @throws RuntimeException when the database cannot be asked
     */
    Optional<Instant> lastStart(CommandLine command) {
        RunRequest request = request(command);
        try (NewsRuns runs = open()) {
            return runs.lastStart(request);
        }
    }

    private NewsRuns open() {
        return NewsRuns.open(database.url(), topics.load(), threads.threads(database.url()), broker.broker(database));
    }

    private RunRequest request(CommandLine command) {
        List<Path> existing = existingInputs();
        try {
            return new RunRequest(existing, out.dir(), checkedOutlet(), reanalyse, arguments(command));
        } catch (IllegalArgumentException e) {
            throw new WrongUsageException(String.valueOf(e.getMessage()));
        }
    }

    private void writeMetrics(RunMetrics metrics) {
        if (metricsFile != null) {
            metrics.write(metricsFile);
        }
    }

    private List<Path> existingInputs() {
        List<Path> named = inputs.isEmpty() ? config.inputs() : inputs;
        if (named.isEmpty() && !Files.isDirectory(SEEDS)) {
            throw new WrongUsageException(
                    "nothing to read: name files or folders (there is no folder seeds/ here to fall back on)");
        }
        List<Path> existing = named.isEmpty() ? List.of(SEEDS) : named;
        for (Path input : existing) {
            if (!Files.exists(input)) {
                throw new WrongUsageException("no such file or folder: " + input);
            }
        }
        return existing;
    }

    /** As typed, but the addresses of the database and the broker, which may hold a password, without their settings. */
    private String arguments(CommandLine command) {
        return command.getParseResult().originalArgs().stream()
                .map(database::withoutSecrets)
                .map(broker::withoutSecrets)
                .collect(Collectors.joining("\n"));
    }

    private @Nullable String checkedOutlet() {
        if (outlet == null) {
            return null;
        }
        String name = outlet.strip();
        if (!isOutletName(name)) {
            throw new WrongUsageException("--outlet: a name has from 1 to %d characters, not %d"
                    .formatted(SourceDocument.MAX_OUTLET_LENGTH, name.length()));
        }
        return name;
    }

    /** Whether {@code name}, blanks around it aside, can name an outlet. */
    static boolean isOutletName(String name) {
        int length = name.strip().length();
        return length > 0 && length <= SourceDocument.MAX_OUTLET_LENGTH;
    }

    private int exitCode(RunResult result) {
        return switch (result.status()) {
            case FAILED -> ExitCode.FAILED;
            case STOPPED -> ExitCode.STOPPED;
            case COMPLETED ->
                strict && result.totals().rejected() > 0 ? ExitCode.COMPLETE_WITH_REJECTIONS : ExitCode.COMPLETE;
        };
    }
}

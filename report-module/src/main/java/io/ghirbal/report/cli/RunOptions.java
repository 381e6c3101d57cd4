package io.ghirbal.report.cli;

import io.ghirbal.ingest.source.ArticleSources;
import io.ghirbal.ingest.source.SourceDocument;
import io.ghirbal.report.database.DatabaseUrl;
import io.ghirbal.report.export.OutputFile;
import io.ghirbal.report.job.NewsRuns;
import io.ghirbal.report.job.Publication;
import io.ghirbal.report.job.RunRequest;
import io.ghirbal.report.job.RunResult;
import io.ghirbal.report.metrics.RunMetrics;
import io.ghirbal.report.remote.Broker;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
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

    @Parameters(
            paramLabel = "INPUT",
            arity = "0..*",
            converter = Input.class,
            description = "Files and folders to read, or - for standard input. Default: seeds/")
    private List<Path> inputs = List.of();

    @Mixin
    private ConfigOption config = new ConfigOption();

    @Mixin
    private DatabaseOption database = new DatabaseOption();

    @Mixin
    private OutOption out = new OutOption();

    @Mixin
    private TopicsOption topics = new TopicsOption();

    @Option(
            names = "--outlet",
            paramLabel = "NAME",
            converter = OutletName.class,
            description = "Outlet of the documents that name none.")
    private @Nullable String outlet;

    @Mixin
    private FieldOptions fields = new FieldOptions();

    @Mixin
    private ExportOption export = new ExportOption();

    @Mixin
    private LanguageOption language = new LanguageOption();

    @Option(
            names = "--reanalyse",
            converter = FlagType.class,
            fallbackValue = FlagType.GIVEN,
            description = "Clean and classify all stored articles anew, without reading them again.")
    private boolean reanalyse;

    @Mixin
    private TemplatesOption templates = new TemplatesOption();

    @Mixin
    private ThreadsOption threads = new ThreadsOption();

    @Mixin
    private BrokerOption broker = new BrokerOption();

    @Option(
            names = "--strict",
            converter = FlagType.class,
            fallbackValue = FlagType.GIVEN,
            description = "Exit with 3 when a document was rejected.")
    private boolean strict;

    @Option(
            names = "--metrics",
            paramLabel = "FILE",
            converter = MetricsFile.class,
            description =
                    "File for what the run did in figures, for the textfile collector of Prometheus' node exporter.")
    private @Nullable Path metricsFile;

    /**
     * Puts a file in place of standard input, where it is one of the inputs that were typed.
     *
     * @param format the ending of the file
     * @return the file, to be removed when the run is complete; null when standard input is none of the inputs
     */
    @Nullable Path keepStandardInput(InputStream input, String format) {
        int times = Collections.frequency(inputs, CorpusInputs.STANDARD_INPUT);
        if (times == 0) {
            return null;
        }
        if (times > 1) {
            throw new WrongUsageException("- stands twice among the inputs; standard input can be read once");
        }
        Path kept = KeptInput.keep(input, format, out.dir());
        List<Path> named = new ArrayList<>(inputs);
        named.replaceAll(path -> path.equals(CorpusInputs.STANDARD_INPUT) ? kept : path);
        inputs = List.copyOf(named);
        return kept;
    }

    /** Reads the inputs as a run would, without storing anything. */
    int read(DryRun dryRun, long limit) {
        return dryRun.read(ArticleSources.of(fields.reading()), existingInputs(), limit);
    }

    /**
     * Runs once, says on the console how it went and keeps the figures.
     *
     * @param metrics of a process that does many runs; null when this is its only one
     * @param stopBy is told how to stop the run
     * @param elapsed asked for when the run has ended: for how long it has kept its user waiting
     * @return the exit code
     */
    int run(CommandLine command, @Nullable RunMetrics metrics, Consumer<Runnable> stopBy, Supplier<Duration> elapsed) {
        List<RunResult> results;
        try {
            results = results(command, stopBy);
        } catch (RuntimeException e) {
            CommandFailure failure = CommandFailure.of(e);
            int exitCode = failure.print(command.getErr());
            return exitCode == ExitCode.FAILED ? keep(metrics, RunMetrics::countFailure, exitCode, command) : exitCode;
        }
        new ClosingBlock(command.getOut()).print(results, elapsed.get(), out.dir());
        RunResult last = results.get(results.size() - 1);
        int exitCode = last.failure() == null
                ? exitCode(last)
                : CommandFailure.of(last.failure()).print(command.getErr());
        return keep(metrics, figures -> results.forEach(figures::count), exitCode, command);
    }

    private List<RunResult> results(CommandLine command, Consumer<Runnable> stopBy) {
        RunRequest request = request(command);
        // hours of work should not end at a folder that cannot be written
        OutputFile.makeFolder(out.dir());
        // a signal may come while the database is being opened: the run then stops before its first step
        CompletableFuture<@Nullable Void> stopRequest = new CompletableFuture<>();
        stopBy.accept(() -> stopRequest.complete(null));
        try (NewsRuns runs = open(command)) {
            var unused = stopRequest.thenRun(runs::stop);
            return runs.run(request, new Progress(command.getOut(), Ansi.AUTO.enabled()));
        }
    }

    /**
     * When a run over these inputs began last.
     *
     * @throws RuntimeException when the database cannot be asked
     */
    Optional<Instant> lastStart(CommandLine command) {
        RunRequest request = request(command);
        try (NewsRuns runs = open(command)) {
            return runs.lastStart(request);
        }
    }

    private NewsRuns open(CommandLine command) {
        Broker workers = broker.broker(database);
        DatabaseUrl url = database.opening(command);
        return NewsRuns.open(url, topics.load(), threads.threads(url), workers);
    }

    private RunRequest request(CommandLine command) {
        List<Path> existing = existingInputs();
        try {
            return new RunRequest(
                    existing,
                    out.dir(),
                    outlet,
                    fields.reading(),
                    reanalyse,
                    new Publication(export.exports(), language.codes()),
                    templates.corrections(),
                    arguments(command));
        } catch (IllegalArgumentException e) {
            throw new WrongUsageException(String.valueOf(e.getMessage()));
        }
    }

    /**
     * Counts what a run did, and writes the figures of the process where somebody wants them.
     *
     * @return {@code exitCode}, or that of a failure when they cannot be written
     */
    private int keep(@Nullable RunMetrics ofMany, Consumer<RunMetrics> count, int exitCode, CommandLine command) {
        if (ofMany == null && metricsFile == null) {
            return exitCode;
        }
        RunMetrics metrics = ofMany == null ? new RunMetrics() : ofMany;
        count.accept(metrics);
        try {
            if (metricsFile != null) {
                metrics.write(metricsFile);
            }
            return exitCode;
        } catch (UncheckedIOException e) {
            return CommandFailure.of(e).print(command.getErr());
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

    private int exitCode(RunResult result) {
        return switch (result.status()) {
            case FAILED -> ExitCode.FAILED;
            case STOPPED -> ExitCode.STOPPED;
            case COMPLETED ->
                result.totals().nothingWasSupported()
                        ? ExitCode.FAILED
                        : strict && result.totals().rejected() > 0
                                ? ExitCode.COMPLETE_WITH_REJECTIONS
                                : ExitCode.COMPLETE;
        };
    }

    /** What to read. That it is there is checked when a run begins: a schedule goes on when it is gone for a while. */
    static final class Input extends PathType {
        Input() {
            super("a file or folder, or a list of them");
        }
    }

    /** Where to write figures. */
    static final class MetricsFile extends PathType {
        MetricsFile() {
            super("a file");
        }
    }

    /** A name, without blanks around it. */
    static final class OutletName extends OptionType<String> {
        OutletName() {
            super("a name of 1 to " + SourceDocument.MAX_OUTLET_LENGTH + " characters");
        }

        @Override
        String parse(String value) {
            String name = value.strip();
            if (name.isEmpty() || name.length() > SourceDocument.MAX_OUTLET_LENGTH) {
                throw new IllegalArgumentException();
            }
            return name;
        }
    }
}

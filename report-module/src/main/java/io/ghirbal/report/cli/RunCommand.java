package io.ghirbal.report.cli;

import io.ghirbal.ingest.source.SourceDocument;
import io.ghirbal.report.export.OutputFile;
import io.ghirbal.report.job.DatabaseUrl;
import io.ghirbal.report.job.NewsRuns;
import io.ghirbal.report.job.RunRequest;
import io.ghirbal.report.job.RunResult;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The whole job. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = "Reads, cleans and classifies articles, and writes the report and the exports.")
final class RunCommand implements Callable<Integer> {
    private static final Path SEEDS = Path.of("seeds");

    private final Stop stop;

    @Spec
    private CommandSpec spec;

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

    @Option(names = "--strict", description = "Exit with 3 when a document was rejected.")
    private boolean strict;

    @SuppressWarnings("NullAway.Init") // picocli injects the spec
    RunCommand(Stop stop) {
        this.stop = stop;
    }

    @Override
    public Integer call() {
        DatabaseUrl url = database.url();
        RunRequest request = new RunRequest(existingInputs(), out.dir(), checkedOutlet(), reanalyse, arguments());
        PrintWriter console = spec.commandLine().getOut();
        // a signal may come while the database is being opened: the run then stops before its first step
        CompletableFuture<@Nullable Void> stopRequest = new CompletableFuture<>();
        stop.calls(() -> stopRequest.complete(null));
        // hours of work should not end at a folder that cannot be written
        OutputFile.makeFolder(out.dir());
        try (NewsRuns runs = NewsRuns.open(url, topics.load())) {
            var unused = stopRequest.thenRun(runs::stop);
            List<RunResult> results = runs.run(request, new Progress(console, Ansi.AUTO.enabled()));
            results.forEach(result -> new ClosingBlock(console).print(result, out.dir()));
            RunResult last = results.get(results.size() - 1);
            return last.failure() == null
                    ? exitCode(last)
                    : CommandFailure.of(last.failure()).print(spec.commandLine().getErr());
        }
    }

    private List<Path> existingInputs() {
        if (inputs.isEmpty() && !Files.isDirectory(SEEDS)) {
            throw new WrongUsageException(
                    "nothing to read: name files or folders (there is no folder seeds/ here to fall back on)");
        }
        List<Path> named = inputs.isEmpty() ? List.of(SEEDS) : inputs;
        for (Path input : named) {
            if (!Files.exists(input)) {
                throw new WrongUsageException("no such file or folder: " + input);
            }
        }
        return named;
    }

    /** As typed, but the address of the database, which may hold a password, without its settings. */
    private String arguments() {
        return spec.commandLine().getParseResult().originalArgs().stream()
                .map(database::withoutSecrets)
                .collect(Collectors.joining("\n"));
    }

    private @Nullable String checkedOutlet() {
        if (outlet == null) {
            return null;
        }
        String name = outlet.strip();
        if (name.isEmpty() || name.length() > SourceDocument.MAX_OUTLET_LENGTH) {
            throw new WrongUsageException("--outlet: a name has from 1 to %d characters, not %d"
                    .formatted(SourceDocument.MAX_OUTLET_LENGTH, name.length()));
        }
        return name;
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

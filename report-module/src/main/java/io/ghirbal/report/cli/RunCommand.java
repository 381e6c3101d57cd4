package io.ghirbal.report.cli;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The whole job. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = "Reads, cleans and classifies articles, and writes the report and the exports.")
final class RunCommand implements Callable<Integer> {
    private final Stop stop;
    private final StandardStreams streams;

    @Spec
    private CommandSpec spec;

    @Mixin
    private RunOptions run = new RunOptions();

    @Mixin
    private FormatOption format = new FormatOption();

    @Option(
            names = "--dry-run",
            converter = FlagType.class,
            fallbackValue = FlagType.GIVEN,
            description =
                    "Only say what would be read: the first documents, how many there are, and what would be rejected.")
    private boolean dryRun;

    @Option(
            names = "--limit",
            paramLabel = "NUMBER",
            converter = Limit.class,
            description = "With --dry-run: read only so many documents.")
    private @Nullable Long limit;

    @SuppressWarnings("NullAway.Init") // picocli injects the spec
    RunCommand(Stop stop, StandardStreams streams) {
        this.stop = stop;
        this.streams = streams;
    }

    @Override
    public Integer call() {
        if (limit != null && !dryRun) {
            throw new WrongUsageException("--limit goes with --dry-run; a run reads all there is");
        }
        Path kept;
        try {
            kept = run.keepStandardInput(streams.in(), format.orUsual());
        } catch (RuntimeException e) {
            return CommandFailure.of(e).print(spec.commandLine().getErr());
        }
        if (dryRun) {
            try {
                return run.read(new DryRun(spec.commandLine().getOut()), limit == null ? Long.MAX_VALUE : limit);
            } catch (RuntimeException e) {
                return CommandFailure.of(e).print(spec.commandLine().getErr());
            } finally {
                KeptInput.remove(kept);
            }
        }
        int exitCode = run.run(spec.commandLine(), null, stop::calls, RunCommand::sinceTheStartOfTheProcess);
        if (exitCode == ExitCode.COMPLETE || exitCode == ExitCode.COMPLETE_WITH_REJECTIONS) {
            KeptInput.remove(kept);
        }
        return exitCode;
    }

    private static Duration sinceTheStartOfTheProcess() {
        return Duration.ofMillis(ManagementFactory.getRuntimeMXBean().getUptime());
    }

    /** How many documents to read at most. */
    static final class Limit extends OptionType<Long> {
        Limit() {
            super("a number from 1 on");
        }

        @Override
        Long parse(String value) {
            long limit = Long.parseLong(value);
            if (limit < 1) {
                throw new IllegalArgumentException();
            }
            return limit;
        }
    }
}

package io.ghirbal.report.cli;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
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

    @SuppressWarnings("NullAway.Init") // picocli injects the spec
    RunCommand(Stop stop, StandardStreams streams) {
        this.stop = stop;
        this.streams = streams;
    }

    @Override
    public Integer call() {
        Path kept;
        try {
            kept = run.keepStandardInput(streams.in(), format.orUsual());
        } catch (RuntimeException e) {
            return CommandFailure.of(e).print(spec.commandLine().getErr());
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
}

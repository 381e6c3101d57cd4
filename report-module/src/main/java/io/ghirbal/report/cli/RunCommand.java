package io.ghirbal.report.cli;

import java.lang.management.ManagementFactory;
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

    @Spec
    private CommandSpec spec;

    @Mixin
    private RunOptions run = new RunOptions();

    @SuppressWarnings("NullAway.Init") // picocli injects the spec
    RunCommand(Stop stop) {
        this.stop = stop;
    }

    @Override
    public Integer call() {
        return run.run(spec.commandLine(), null, stop::calls, RunCommand::sinceTheStartOfTheProcess);
    }

    private static Duration sinceTheStartOfTheProcess() {
        return Duration.ofMillis(ManagementFactory.getRuntimeMXBean().getUptime());
    }
}

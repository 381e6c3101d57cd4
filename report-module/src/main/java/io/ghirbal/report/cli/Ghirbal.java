package io.ghirbal.report.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The entry point of the command line. */
@Command(
        name = "ghirbal",
        description = "Sifts scraped Arabic news: removes boilerplate, classifies, summarises.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Exit codes: 0 complete, 1 failed, 2 wrong usage, 3 complete but --strict and something was rejected, 4 another run is active,"
                    + " 5 stopped on request."
        })
public final class Ghirbal {
    /** What Java makes of bytes in an argument that the locale has no characters for. */
    private static final char GARBLED = '\uFFFD';

    private Ghirbal() {}

    public static void main(String[] args) {
        Stop stop = Stop.onSignal();
        // Arabic comes out whole whatever the locale of the scheduler that started us
        PrintWriter out = utf8(FileDescriptor.out);
        PrintWriter err = utf8(FileDescriptor.err);
        int exitCode = ExitCode.FAILED;
        try {
            exitCode = execute(stop, out, err, args);
        } catch (Error e) {
            // without an answer, a process that was asked to stop would wait for one for ever
            e.printStackTrace(err);
        }
        stop.exit(exitCode);
    }

    static int execute(Stop stop, PrintWriter out, PrintWriter err, String... args) {
        if (Stream.of(args).anyMatch(argument -> argument.indexOf(GARBLED) >= 0)) {
            err.println("ghirbal: the locale of this process cannot read the arguments; call it with LC_ALL=C.UTF-8");
            return ExitCode.WRONG_USAGE;
        }
        ConfigFile config;
        try {
            config = ConfigFile.named(args);
        } catch (WrongUsageException e) {
            return CommandFailure.of(e).print(err);
        }
        return new CommandLine(new Ghirbal())
                .addSubcommand(new RunCommand(stop, config))
                .addSubcommand(new ScheduleCommand(stop, config))
                .addSubcommand(new WorkerCommand(stop))
                .addSubcommand(new ExplainCommand())
                .addSubcommand(new ReportCommand())
                .addSubcommand(new PurgeCommand())
                .addSubcommand(new TopicsCommand())
                .addSubcommand(new CleanCommand())
                .setDefaultValueProvider(config)
                .setOut(out)
                .setErr(err)
                .setUsageHelpAutoWidth(true)
                .setExecutionExceptionHandler(
                        (failure, command, parsed) -> CommandFailure.of(failure).print(command.getErr()))
                .execute(args);
    }

    private static PrintWriter utf8(FileDescriptor descriptor) {
        return new PrintWriter(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }
}

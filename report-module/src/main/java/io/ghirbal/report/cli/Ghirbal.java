package io.ghirbal.report.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IParameterExceptionHandler;

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
        return commandLine(stop).setOut(out).setErr(err).execute(args);
    }

    /** All commands and how they answer. */
    static CommandLine commandLine(Stop stop) {
        CommandLine run = new CommandLine(new RunCommand(stop));
        CommandLine schedule = new CommandLine(new ScheduleCommand(stop));
        CommandLine worker = new CommandLine(new WorkerCommand(stop));
        CommandLine ghirbal = new CommandLine(new Ghirbal())
                .addSubcommand(run)
                .addSubcommand(schedule)
                .addSubcommand(worker)
                .addSubcommand(new ExplainCommand())
                .addSubcommand(new ReportCommand())
                .addSubcommand(new PurgeCommand())
                .addSubcommand(new TopicsCommand())
                .addSubcommand(new CleanCommand());
        IParameterExceptionHandler withUsage = ghirbal.getParameterExceptionHandler();
        return ghirbal.registerConverter(
                        ConfigFile.class,
                        file -> new ConfigFileReader(
                                        run.getCommandSpec(), schedule.getCommandSpec(), worker.getCommandSpec())
                                .read(Path.of(file)))
                .setDefaultValueProvider(ConfigOption::defaultValue)
                .setUsageHelpAutoWidth(true)
                .setParameterExceptionHandler((failure, args) -> {
                    WrongUsageException inOneLine = WrongUsageException.find(failure);
                    return inOneLine == null
                            ? withUsage.handleParseException(failure, args)
                            : CommandFailure.of(inOneLine)
                                    .print(failure.getCommandLine().getErr());
                })
                .setExecutionExceptionHandler(
                        (failure, command, parsed) -> CommandFailure.of(failure).print(command.getErr()));
    }

    private static PrintWriter utf8(FileDescriptor descriptor) {
        return new PrintWriter(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }
}

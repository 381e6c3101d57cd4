package io.ghirbal.report.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.CommandSpec;

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

    /** In the order of the help. */
    private static final List<String> COMMANDS =
            List.of("run", "schedule", "worker", "explain", "report", "purge", "topics", "stories", "clean");

    private Ghirbal() {}

    public static void main(String[] args) {
        // else picocli looks for Groovy, which opens every library of the class path before the first line is printed
        System.setProperty("picocli.disable.closures", "true");
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
        return commandLine(stop, args).setOut(out).setErr(err).execute(args);
    }

    /**
     * The commands and how they answer.
     *
     * @param args what was typed; picocli takes a while to look at a command, so when one is named it looks at no other
     */
    static CommandLine commandLine(Stop stop, String... args) {
        return commandLine(stop, StandardStreams.ofProcess(), args);
    }

    /**
     * As {@link #commandLine(Stop, String...)}.
     *
     * @param streams what filters read and write
     */
    static CommandLine commandLine(Stop stop, StandardStreams streams, String... args) {
        CommandLine ghirbal = new CommandLine(new Ghirbal());
        boolean isNamed = args.length > 0 && COMMANDS.contains(args[0]);
        for (String name : isNamed ? List.of(args[0]) : COMMANDS) {
            ghirbal.addSubcommand(name, command(name, stop, streams));
        }
        IParameterExceptionHandler withUsage = ghirbal.getParameterExceptionHandler();
        return ghirbal.registerConverter(
                        ConfigFile.class,
                        file -> configFileReader(stop, streams).read(Path.of(file)))
                .setDefaultValueProvider(ConfigOption::defaultValue)
                .setUsageHelpAutoWidth(true)
                .setParameterExceptionHandler((failure, arguments) -> {
                    WrongUsageException inOneLine = WrongUsageException.find(failure);
                    return inOneLine == null
                            ? withUsage.handleParseException(failure, arguments)
                            : CommandFailure.of(inOneLine)
                                    .print(failure.getCommandLine().getErr());
                })
                .setExecutionExceptionHandler(
                        (failure, command, parsed) -> CommandFailure.of(failure).print(command.getErr()));
    }

    private static Object command(String name, Stop stop, StandardStreams streams) {
        return switch (name) {
            case "run" -> new RunCommand(stop, streams);
            case "schedule" -> new ScheduleCommand(stop);
            case "worker" -> new WorkerCommand(stop);
            case "explain" -> new ExplainCommand();
            case "report" -> new ReportCommand();
            case "purge" -> new PurgeCommand();
            case "topics" -> new TopicsCommand();
            case "stories" -> new StoriesCommand();
            case "clean" -> new CleanCommand(streams);
            default -> throw new IllegalArgumentException(name);
        };
    }

    /** Of a file whose keys are the options of the commands that run the job. */
    private static ConfigFileReader configFileReader(Stop stop, StandardStreams streams) {
        return new ConfigFileReader(Stream.of("run", "schedule", "worker")
                .map(name -> CommandSpec.forAnnotatedObject(command(name, stop, streams)))
                .toArray(CommandSpec[]::new));
    }

    private static PrintWriter utf8(FileDescriptor descriptor) {
        return new PrintWriter(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }
}

package io.ghirbal.report.cli;

import io.ghirbal.report.metrics.RunMetrics;
import io.ghirbal.report.schedule.Schedule;
import io.ghirbal.report.schedule.ScheduleStatus;
import io.ghirbal.report.schedule.Scheduler;
import io.ghirbal.report.schedule.StatusServer;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Stays up and runs the job on a schedule. The database is open only while a run is under way. */
@Command(
        name = "schedule",
        mixinStandardHelpOptions = true,
        description = {
            "Stays up and runs the job at the times of a cron expression, one run at a time.",
            "Times missed while a run was under way, or while no process was up, are caught up once."
        })
final class ScheduleCommand implements Callable<Integer> {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss VV", Locale.ROOT);

    private final Stop stop;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--cron",
            required = true,
            paramLabel = "CRON",
            converter = Cron.class,
            description = "When: five fields as in a crontab, six with the seconds first, or @daily, @hourly, ...")
    private String cron;

    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            converter = Zone.class,
            description = "Time zone of the hours, like Asia/Dubai. Default: that of the machine")
    private String zone = ZoneId.systemDefault().getId();

    @Option(
            names = "--http",
            paramLabel = "PORT",
            converter = Port.class,
            description = "Answer /health and /metrics on this port, to this machine only. Default: no port is open")
    private @Nullable Integer port;

    @Mixin
    private RunOptions run = new RunOptions();

    private volatile boolean running;
    private volatile @Nullable Instant lastEnd;
    private volatile @Nullable Integer lastExitCode;

    @SuppressWarnings("NullAway.Init") // picocli injects the spec and the required option
    ScheduleCommand(Stop stop) {
        this.stop = stop;
    }

    @Override
    public Integer call() throws InterruptedException {
        Schedule schedule = Schedule.of(cron, zone);
        RunMetrics metrics = new RunMetrics();
        Scheduler scheduler = new Scheduler(schedule, Clock.systemUTC());
        stop.calls(scheduler::stop);
        CommandLine command = spec.commandLine();
        try (StatusServer server = port == null ? null : listen(port, scheduler, metrics)) {
            if (server != null) {
                command.getOut().println("http://localhost:%d/health and /metrics".formatted(server.port()));
            }
            scheduler.run(
                    lastStart(command), next -> announce(schedule, next), () -> runOnce(command, scheduler, metrics));
        }
        if (!scheduler.isStopped()) {
            command.getErr().println("ghirbal: the schedule '%s' has no time left".formatted(cron));
            return ExitCode.FAILED;
        }
        Integer last = lastExitCode;
        return last != null && last == ExitCode.STOPPED ? ExitCode.STOPPED : ExitCode.COMPLETE;
    }

    /** A database that is away at the start is no reason to give up; then nothing is caught up. */
    private @Nullable Instant lastStart(CommandLine command) {
        try {
            return run.lastStart(command).orElse(null);
        } catch (RuntimeException e) {
            CommandFailure failure = CommandFailure.of(e);
            if (failure.exitCode() == ExitCode.WRONG_USAGE) {
                throw e;
            }
            int unused = failure.print(command.getErr());
            return null;
        }
    }

    private void announce(Schedule schedule, Instant next) {
        spec.commandLine()
                .getOut()
                .println(
                        next.isAfter(Instant.now())
                                ? "next run at " + TIME.format(next.atZone(schedule.zone()))
                                : "catching up the run of " + TIME.format(next.atZone(schedule.zone())));
    }

    private void runOnce(CommandLine command, Scheduler scheduler, RunMetrics metrics) {
        running = true;
        Instant start = Instant.now();
        try {
            lastExitCode = run.run(
                    command,
                    metrics,
                    stopRun -> stop.calls(() -> {
                        scheduler.stop();
                        stopRun.run();
                    }),
                    () -> Duration.between(start, Instant.now()));
        } finally {
            running = false;
            lastEnd = Instant.now().truncatedTo(ChronoUnit.SECONDS);
            stop.calls(scheduler::stop);
        }
    }

    private StatusServer listen(int onPort, Scheduler scheduler, RunMetrics metrics) {
        try {
            return StatusServer.start(onPort, () -> status(scheduler), metrics::text);
        } catch (IOException e) {
            throw new WrongUsageException("--http: cannot listen on port %d: %s".formatted(onPort, e.getMessage()));
        }
    }

    private ScheduleStatus status(Scheduler scheduler) {
        Integer code = lastExitCode;
        return new ScheduleStatus(
                code == null || code != ExitCode.FAILED,
                running,
                lastEnd,
                code,
                scheduler.due().orElse(null));
    }

    /** When to run, as {@link Schedule} reads it. */
    static final class Cron extends OptionType<String> {
        Cron() {
            super("five fields as in a crontab, like '15 5 * * *'");
        }

        @Override
        String parse(String value) {
            return Schedule.of(value, "UTC").expression();
        }

        /** Which field is wrong; of a wrong number of fields the parser speaks as if there were always six. */
        @Override
        String reason(String value, IllegalArgumentException refused) {
            int fields = value.strip().split("\\s+").length;
            return refused.getCause() == null || fields < 5 || fields > 6
                    ? ""
                    : " (%s)".formatted(refused.getCause().getMessage());
        }
    }

    /** Of which the hours are. */
    static final class Zone extends OptionType<String> {
        Zone() {
            super("a time zone like Asia/Dubai or UTC");
        }

        @Override
        String parse(String value) {
            return Schedule.of("@daily", value).zone().getId();
        }
    }

    /** Where to listen. */
    static final class Port extends NumberType {
        Port() {
            super("a port", 65535);
        }
    }
}

package io.ghirbal.report.cli;

import io.ghirbal.report.database.DatabaseUrl;
import io.ghirbal.report.export.Visible;
import io.ghirbal.report.job.NewsRuns;
import io.ghirbal.report.remote.Broker;
import io.ghirbal.report.remote.BrokerUnavailableException;
import io.ghirbal.report.remote.WorkerListener;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Analyses articles for the runs of other processes. */
@Command(
        name = "worker",
        mixinStandardHelpOptions = true,
        description = {
            "Stays up and analyses articles for runs that were given the same --db and --broker, on as many machines as you like.",
            "It has to be the same ghirbal.jar as that of the run, and the same --topics."
        })
final class WorkerCommand implements Callable<Integer> {
    private final Stop stop;

    @Spec
    private CommandSpec spec;

    @Mixin
    @SuppressWarnings("UnusedVariable") // the other options have their values from it
    private ConfigOption config = new ConfigOption();

    @Mixin
    private DatabaseOption database = new DatabaseOption();

    @Mixin
    private BrokerOption broker = new BrokerOption();

    @Mixin
    private TopicsOption topics = new TopicsOption();

    @Mixin
    private ThreadsOption threads = new ThreadsOption();

    @SuppressWarnings("NullAway.Init") // picocli injects the spec
    WorkerCommand(Stop stop) {
        this.stop = stop;
    }

    @Override
    public Integer call() throws InterruptedException {
        CommandLine command = spec.commandLine();
        Broker at = broker.broker(database);
        if (at == null) {
            throw new WrongUsageException("--broker says where the runs hand out what there is to do; it is missing");
        }
        at.check();
        // a signal may come while the database is being opened
        CompletableFuture<@Nullable Void> stopRequest = new CompletableFuture<>();
        stop.calls(() -> stopRequest.complete(null));
        DatabaseUrl url = database.opening(command);
        int atATime = threads.threads(url);
        try (NewsRuns runs = NewsRuns.open(url, topics.load(), atATime)) {
            command.getOut()
                    .println("worker for runs on %s over %s, %d at a time".formatted(url.shown(), at.shown(), atATime));
            runs.work(at, atATime, new Console(command.getOut(), command.getErr()), stopRequest);
        }
        command.getOut().println("Stopped on request. What was not done yet is left to other workers.");
        return ExitCode.STOPPED;
    }

    /** Says what the worker does. */
    private record Console(PrintWriter out, PrintWriter err) implements WorkerListener {
        @Override
        public void rangeDone(String range, long articles, Duration took) {
            out.println(Visible.of(String.format(
                    Locale.ROOT, "  %s  %,d articles in %.1f s", range, articles, took.toMillis() / 1000.0)));
        }

        @Override
        public void brokerLost(BrokerUnavailableException loss) {
            int unused = CommandFailure.of(loss).print(err);
            err.println("ghirbal: trying again until it is back");
        }

        @Override
        public void brokerBack() {
            err.println("ghirbal: the broker is back");
        }
    }
}

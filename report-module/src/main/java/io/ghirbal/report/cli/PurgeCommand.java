package io.ghirbal.report.cli;

import io.ghirbal.report.job.NewsRuns;
import io.ghirbal.report.retention.Purge;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Removes what need not be kept any longer. */
@Command(
        name = "purge",
        mixinStandardHelpOptions = true,
        description = {
            "Removes the raw texts of articles stored before a day. Cleaned texts, topics, counts and summaries stay,",
            "and a text met again is still known as a duplicate; such an article can't be analysed anew."
        })
final class PurgeCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(
            names = "--before",
            required = true,
            paramLabel = "DATE",
            description = "Articles of runs that began before this day (UTC), like 2026-01-31.")
    private LocalDate before;

    @Option(
            names = "--articles",
            description =
                    "Remove the articles altogether. A text whose file is still there is stored anew by the next run.")
    private boolean articles;

    @Mixin
    @SuppressWarnings("UnusedVariable") // the other options have their values from it
    private ConfigOption config = new ConfigOption();

    @Mixin
    private DatabaseOption database = new DatabaseOption();

    @SuppressWarnings("NullAway.Init") // picocli injects the spec and the required option
    PurgeCommand() {}

    @Override
    public Integer call() {
        Purge purge = new Purge(
                before.atStartOfDay(ZoneOffset.UTC).toInstant(), articles ? Purge.What.ARTICLES : Purge.What.TEXTS);
        Purge.Outcome outcome;
        try (NewsRuns runs = NewsRuns.open(database.openingExisting(spec.commandLine()))) {
            outcome = runs.purge(purge);
        }
        spec.commandLine()
                .getOut()
                .println(String.format(
                        Locale.ROOT,
                        "purged %s%,d articles stored before %s (%,d characters); %s",
                        articles ? "" : "the raw texts of ",
                        outcome.articles(),
                        before,
                        outcome.characters(),
                        articles
                                ? "the summaries count what is left; the next run, or 'report', writes report and exports again"
                                : "cleaned texts, topics and summaries stay"));
        return ExitCode.COMPLETE;
    }
}

package io.ghirbal.report.cli;

import io.ghirbal.report.export.Visible;
import io.ghirbal.report.job.NewsRuns;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Renders the report and the exports again. */
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        description = "Renders the report and the exports again from the database as it stands.")
final class ReportCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private DatabaseOption database = new DatabaseOption();

    @Mixin
    private OutOption out = new OutOption();

    @SuppressWarnings("NullAway.Init") // picocli injects the spec
    ReportCommand() {}

    @Override
    public Integer call() {
        try (NewsRuns runs = NewsRuns.open(database.existing())) {
            runs.publish(out.dir());
        }
        spec.commandLine()
                .getOut()
                .println(
                        "report  " + Visible.of(out.dir().resolve("report.html").toString()));
        return ExitCode.COMPLETE;
    }
}

package io.ghirbal.report.cli;

import io.ghirbal.report.export.Visible;
import io.ghirbal.report.job.NewsRuns;
import io.ghirbal.report.summary.Slice;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Renders the report and the exports again. */
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        description = {
            "Renders the report and the exports again from the database as it stands, all of it or a part.",
            "The exports of a part take the place of earlier ones in the same folder; give it another with --out."
        })
final class ReportCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    @SuppressWarnings("UnusedVariable") // the other options have their values from it
    private ConfigOption config = new ConfigOption();

    @Mixin
    private DatabaseOption database = new DatabaseOption();

    @Mixin
    private OutOption out = new OutOption();

    @Mixin
    private ExportOption export = new ExportOption();

    @Mixin
    private SliceOptions part = new SliceOptions();

    @SuppressWarnings("NullAway.Init") // picocli injects the spec
    ReportCommand() {}

    @Override
    public Integer call() {
        try (NewsRuns runs = NewsRuns.open(database.openingExisting(spec.commandLine()))) {
            Slice slice = part.slice(runs.topics());
            runs.publish(out.dir(), slice, part.compared(slice), export.exports());
        }
        spec.commandLine()
                .getOut()
                .println(
                        "report  " + Visible.of(out.dir().resolve("report.html").toString()));
        return ExitCode.COMPLETE;
    }
}

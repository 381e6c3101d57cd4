package io.ghirbal.report.cli;

import io.ghirbal.report.export.Visible;
import io.ghirbal.report.job.NewsRuns;
import io.ghirbal.report.summary.Slice;
import java.nio.file.Path;
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
            "A part goes into a folder of its own below that of the whole, parts/2026-01-31 for one day, unless --out names one;",
            "there {from} and {to} stand for the first and last day, and {day} for the last one."
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
            Path folder = folder(slice);
            runs.publish(folder, slice, part.compared(slice), export.exports());
            spec.commandLine()
                    .getOut()
                    .println("report  "
                            + Visible.of(folder.resolve("report.html").toString()));
        }
        return ExitCode.COMPLETE;
    }

    /** A part never takes the place of the whole. */
    private Path folder(Slice slice) {
        boolean named = spec.commandLine().getParseResult().hasMatchedOption("--out");
        String from = slice.from() == null ? "" : slice.from().toString();
        String to = slice.to() == null ? "" : slice.to().toString();
        if (named || slice.isAll()) {
            String path = out.dir()
                    .toString()
                    .replace("{from}", from)
                    .replace("{to}", to)
                    .replace("{day}", to);
            return Path.of(path);
        }
        String name = from.equals(to) ? from : from + ".." + to;
        return out.dir().resolve(NewsRuns.PARTS).resolve(name.isEmpty() ? "part" : name);
    }
}

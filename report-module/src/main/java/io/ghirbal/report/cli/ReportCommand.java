package io.ghirbal.report.cli;

import io.ghirbal.report.export.Visible;
import io.ghirbal.report.job.DatabaseUrl;
import io.ghirbal.report.job.NewsRuns;
import java.nio.file.Files;
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
        DatabaseUrl url = database.url();
        url.findFile().filter(file -> !Files.exists(Path.of(file + ".script"))).ifPresent(file -> {
            throw new WrongUsageException(
                    "there is no database at %s: run the job first, or name it with --db".formatted(file));
        });
        try (NewsRuns runs = NewsRuns.open(url)) {
            runs.publish(out.dir());
        }
        spec.commandLine()
                .getOut()
                .println(
                        "report  " + Visible.of(out.dir().resolve("report.html").toString()));
        return ExitCode.COMPLETE;
    }
}

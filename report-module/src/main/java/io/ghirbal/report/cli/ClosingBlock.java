package io.ghirbal.report.cli;

import io.ghirbal.report.export.Visible;
import io.ghirbal.report.job.RunResult;
import io.ghirbal.report.job.RunTotals;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;

/** The few lines that end a run. */
final class ClosingBlock {
    private final PrintWriter console;

    ClosingBlock(PrintWriter console) {
        this.console = console;
    }

    void print(RunResult result, Path out) {
        RunTotals totals = result.totals();
        line(
                "run %d %s%s in %.1f s",
                result.run(),
                result.resumed() ? "(resumed) " : "",
                result.status().name().toLowerCase(Locale.ROOT),
                result.took().toMillis() / 1000.0);
        line(
                "  read      %,d = %,d stored + %,d duplicate + %,d rejected",
                totals.read(), totals.stored(), totals.duplicates(), totals.rejected());
        if (totals.analysed() > 0) {
            line(
                    "  removed   %,d of %,d lines, %.1f %% of the text, in %,d articles",
                    totals.removedLines(),
                    totals.lines(),
                    percent(totals.removedCharacters(), totals.characters()),
                    totals.analysed());
            line(
                    "  topics    %s",
                    totals.topics().stream()
                            .map(topic -> "%s %d".formatted(topic.name(), topic.articles()))
                            .collect(Collectors.joining(" · ")));
        }
        if (result.status() == RunResult.Status.COMPLETED) {
            if (totals.stored() == 0 && totals.duplicates() > 0) {
                line("  Nothing new: all texts were stored already.");
            }
            if (totals.read() == 0) {
                line("  There was nothing to read in the inputs.");
            }
            if (totals.rejected() > 0) {
                line("  rejected documents and their causes: see the report, or the table rejected_document");
            }
            line("  report    %s", out.resolve("report.html"));
        }
        if (result.status() == RunResult.Status.STOPPED) {
            line("  Stopped on request. The same command goes on where it stopped.");
        }
    }

    private void line(String format, Object... values) {
        console.println(Visible.of(String.format(Locale.ROOT, format, values)));
    }

    private static double percent(long part, long whole) {
        return whole == 0 ? 0 : 100.0 * part / whole;
    }
}

package io.ghirbal.report.cli;

import io.ghirbal.report.corpus.TurnedAway;
import io.ghirbal.report.export.Visible;
import io.ghirbal.report.job.RunResult;
import io.ghirbal.report.job.RunTotals;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The few lines that end a run. */
final class ClosingBlock {
    private final PrintWriter console;

    ClosingBlock(PrintWriter console) {
        this.console = console;
    }

    /**
     * Prints a block for each run.
     *
     * @param results the runs, one after the other
     * @param elapsed how long all of it took, with what went before the first of them: the start of the program, opening the database
     * @param out folder that received the report
     */
    void print(List<RunResult> results, Duration elapsed, Path out) {
        int last = results.size() - 1;
        for (RunResult earlier : results.subList(0, last)) {
            print(earlier, work(earlier), out);
        }
        print(results.get(last), "%s (%s)".formatted(seconds(elapsed), work(results.get(last))), out);
    }

    private void print(RunResult result, String time, Path out) {
        RunTotals totals = result.totals();
        line(
                "run %d %s%s in %s",
                result.run(),
                result.resumed() ? "(resumed) " : "",
                result.status().name().toLowerCase(Locale.ROOT),
                time);
        line(
                "  read      %,d = %,d stored + %,d duplicate + %,d rejected",
                totals.read(), totals.stored(), totals.duplicates(), totals.rejected());
        for (RunTotals.CauseCount rejection : totals.rejections()) {
            console.println(RejectedLines.line(
                    "  rejected  %,d %s",
                    rejection.documents(),
                    new TurnedAway(rejection.cause(), rejection.source(), rejection.record(), rejection.message())));
        }
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
        if (totals.failed() > 0) {
            line(
                    "  failed    %,d articles could not be analysed; they are listed in the table failed_article",
                    totals.failed());
        }
        String firstFailure = totals.firstFailure();
        if (firstFailure != null) {
            line("            first: %s", firstFailure);
        }
        if (result.status() == RunResult.Status.COMPLETED) {
            if (totals.stored() == 0 && totals.duplicates() > 0) {
                line("  Nothing new: all texts were stored already.");
            }
            if (totals.read() == 0) {
                line("  There was nothing to read in the inputs.");
            }
            if (totals.nothingCouldBeStored()) {
                line("  NOTHING COULD BE STORED: every document was rejected.");
            }
            if (totals.otherModel() > 0) {
                line(
                        "  topics    of %,d articles stored earlier are of another topic model; run with --reanalyse to classify them again",
                        totals.otherModel());
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

    private static String work(RunResult result) {
        return seconds(result.took()) + " of work";
    }

    private static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
    }

    private static double percent(long part, long whole) {
        return whole == 0 ? 0 : 100.0 * part / whole;
    }
}

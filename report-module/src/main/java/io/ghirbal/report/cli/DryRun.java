package io.ghirbal.report.cli;

import io.ghirbal.ingest.source.ArticleSources;
import io.ghirbal.ingest.source.Documents;
import io.ghirbal.ingest.source.Rejection;
import io.ghirbal.ingest.source.SourceDocument;
import io.ghirbal.ingest.source.SourceRecord;
import io.ghirbal.report.corpus.Causes;
import io.ghirbal.report.corpus.TurnedAway;
import io.ghirbal.report.export.Visible;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads the inputs of a run and says what it would read, without storing anything. */
final class DryRun {
    /** Documents that are shown. */
    private static final int SHOWN = 5;

    private static final int LONGEST_TEXT = 70;

    private final PrintWriter console;
    private final Causes rejected = new Causes();
    private long documents;
    private long withOutlet;
    private long withDate;
    private long withTitle;

    DryRun(PrintWriter console) {
        this.console = console;
    }

    /**
     * Reads documents until there are no more, or until there are so many.
     *
     * @param limit the most documents to read, rejected ones among them
     * @return the exit code of a run that would read the same
     */
    int read(ArticleSources sources, List<Path> inputs, long limit) {
        long met = 0;
        try (Documents all = sources.read(inputs)) {
            for (SourceRecord next = all.next(); next != null; next = met == limit ? null : all.next()) {
                met++;
                if (next instanceof SourceDocument document) {
                    count(document);
                } else if (next instanceof Rejection rejection) {
                    rejected.add(TurnedAway.of(rejection));
                }
            }
        }
        line(
                "%,d documents can be read; of these %,d have an outlet, %,d a date, %,d a title",
                documents, withOutlet, withDate, withTitle);
        RejectedLines.of("%,d would be rejected as %s", rejected).forEach(console::println);
        if (met == limit) {
            line("stopped after %,d documents, as --limit says", limit);
        }
        line("Nothing was stored.");
        return ExitCode.COMPLETE;
    }

    private void count(SourceDocument document) {
        documents++;
        withOutlet += document.outlet() == null ? 0 : 1;
        withDate += document.published() == null ? 0 : 1;
        withTitle += document.title() == null ? 0 : 1;
        if (documents <= SHOWN) {
            line("%s, document %d", document.source(), document.record());
            line(
                    "  outlet %s · published %s · author %s · address %s",
                    shown(document.outlet()),
                    shown(document.published()),
                    shown(document.author()),
                    shown(document.url()));
            line("  title  %s", shown(document.title()));
            line("  text   %s", shown(document.text().strip()));
        }
    }

    /** Its beginning, on one line. */
    private static String shown(@Nullable String value) {
        if (value == null) {
            return "-";
        }
        String line = value.lines().findFirst().orElse("");
        return line.codePointCount(0, line.length()) > LONGEST_TEXT
                ? line.substring(0, line.offsetByCodePoints(0, LONGEST_TEXT)) + "…"
                : line;
    }

    private void line(String format, Object... values) {
        console.println(Visible.of(String.format(Locale.ROOT, format, values)));
    }
}

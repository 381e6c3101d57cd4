package io.ghirbal.report.cli;

import io.ghirbal.report.corpus.Causes;
import io.ghirbal.report.corpus.TurnedAway;
import io.ghirbal.report.export.Visible;
import java.util.List;
import java.util.Locale;

/** What the console says of rejected documents: a line a cause, with the document that was met first. */
final class RejectedLines {
    private RejectedLines() {}

    /**
     * A line for each cause.
     *
     * @param what how a line begins, with places for the number of documents and for the cause
     */
    static List<String> of(String what, Causes causes) {
        return causes.byName().values().stream()
                .map(cause -> line(what, cause.documents(), cause.first()))
                .toList();
    }

    /** The line of one cause. */
    static String line(String what, long documents, TurnedAway first) {
        return Visible.of(String.format(
                Locale.ROOT,
                what + ", the first: %s, document %d: %s",
                documents,
                first.cause(),
                first.source(),
                first.record(),
                first.message()));
    }
}

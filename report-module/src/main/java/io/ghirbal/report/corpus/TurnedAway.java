package io.ghirbal.report.corpus;

import io.ghirbal.ingest.source.Rejection;
import io.ghirbal.ingest.source.SourceDocument;

/**
 * A document that could not be read, or of which the analysis failed.
 *
 * @param cause why, for counting: a name of {@link io.ghirbal.ingest.source.RejectionCause}, or {@link #FAILED}
 * @param source the file it was met in
 * @param record which document of the file, from 1
 * @param message why, for people, in a line
 */
public record TurnedAway(String cause, String source, long record, String message) {
    /** The cause of one whose analysis failed, which is the fault of the program. */
    public static final String FAILED = "FAILED";

    /** A document that could not be read. */
    public static TurnedAway of(Rejection rejection) {
        return new TurnedAway(rejection.cause().name(), rejection.source(), rejection.record(), rejection.message());
    }

    static TurnedAway failed(SourceDocument document, Throwable failure) {
        return new TurnedAway(
                FAILED,
                document.source(),
                document.record(),
                "The article cannot be analysed (%s); please report it with the article.".formatted(failure));
    }
}

package io.ghirbal.ingest.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** The documents that come out of a stream that has no name, such as standard input, in a format that is told. Not thread-safe. */
public final class StreamedDocuments implements AutoCloseable {
    private final String source;
    private final SourceRecords records;
    private boolean ended;

    /** @param source what the documents are to call the stream */
    StreamedDocuments(String source, SourceRecords records) {
        this.source = source;
        this.records = records;
    }

    /** The next document, or null after the last. A stream that cannot be read any further ends with a rejection. */
    public @Nullable SourceRecord next() {
        if (ended) {
            return null;
        }
        try {
            SourceRecord next = records.next();
            ended = next == null;
            return next;
        } catch (IOException e) {
            return broken(e);
        } catch (RuntimeException | StackOverflowError e) {
            return broken(ReaderFailedException.of(e));
        }
    }

    private Rejection broken(IOException failure) {
        ended = true;
        return new Rejection(
                source,
                Math.max(1, records.record()),
                failure instanceof ExpansionLimit.ExpandsTooFarException
                        ? RejectionCause.TOO_LARGE
                        : RejectionCause.UNREADABLE,
                "It cannot be read any further (%s); documents before this place are kept."
                        .formatted(SourceFiles.reason(failure)));
    }

    /** Closes the stream. */
    @Override
    public void close() {
        try {
            records.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

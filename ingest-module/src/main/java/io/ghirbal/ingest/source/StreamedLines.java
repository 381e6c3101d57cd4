package io.ghirbal.ingest.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** The documents of JSON Lines, or of any other JSON, that come out of a stream, such as standard input. Not thread-safe. */
public final class StreamedLines implements AutoCloseable {
    private final String source;
    private final SourceRecords records;
    private boolean ended;

    /**
     * Reads {@code bytes}.
     *
     * @param source what the documents are to call it
     * @param options what the fields mean
     */
    public StreamedLines(String source, InputStream bytes, ReadingOptions options) {
        this.source = source;
        this.records = new JsonFormat(ArticleSources.MAX_BYTES, new Interpretation(options)).open(source, bytes);
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
            ended = true;
            return new Rejection(
                    source,
                    Math.max(1, records.record()),
                    RejectionCause.UNREADABLE,
                    "It cannot be read any further (%s); documents before this place are kept."
                            .formatted(SourceFiles.reason(e)));
        }
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

package io.ghirbal.ingest.source;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The documents of a source, one after the other. Not thread-safe. */
interface SourceRecords extends Closeable {
    /**
     * The next document, or null after the last.
     *
     * @throws IOException when the bytes cannot be read any further; {@link #record()} then tells where
     */
    @Nullable SourceRecord next() throws IOException;

    /**
     * Where reading is, to go on behind it: the number of the document that was read last, or at which reading failed; 0 before the first.
     * It grows strictly within the file; in an archive it counts the documents of all files in it.
     */
    long record();
}

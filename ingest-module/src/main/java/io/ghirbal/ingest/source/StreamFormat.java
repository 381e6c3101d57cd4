package io.ghirbal.ingest.source;

import java.io.IOException;
import java.io.InputStream;

/** A format that is read from its beginning to its end, and so may be compressed. */
non-sealed interface StreamFormat extends SourceFormat {
    /**
     * The documents in {@code bytes}. What is wrong with a document is a {@link Rejection}; exceptions are for the stream.
     *
     * @param source what {@link SourceRecord#source()} of the documents is to say
     * @param bytes the file, already decompressed; the caller closes it
     * @throws IOException when {@code bytes} cannot be read
     */
    SourceRecords open(String source, InputStream bytes) throws IOException;
}

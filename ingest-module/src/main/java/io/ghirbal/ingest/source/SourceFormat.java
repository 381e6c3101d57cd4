package io.ghirbal.ingest.source;

import java.io.IOException;
import java.io.InputStream;

/** A file format: one class a format, listed in {@link ArticleSources}. Implementations are immutable and thread-safe. */
interface SourceFormat {
    /**
     * Whether this format reads files of this name.
     *
     * @param fileName the name in small letters, without folders and without the ending of a compression such as {@code .gz}
     */
    boolean reads(String fileName);

    /**
     * The documents in {@code bytes}. What is wrong with a document is a {@link Rejection}; exceptions are for the stream.
     *
     * @param source what {@link SourceRecord#source()} of the documents is to say
     * @param bytes the file, already decompressed; the caller closes it
     * @throws IOException when {@code bytes} cannot be read
     */
    SourceRecords open(String source, InputStream bytes) throws IOException;
}

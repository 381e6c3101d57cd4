package io.ghirbal.ingest.source;

import java.io.IOException;
import java.nio.file.Path;

/** A format that is read here and there, and so from a file as it is only. */
non-sealed interface FileFormat extends SourceFormat {
    /**
     * The documents in {@code file}. What is wrong with a document, or with the file as this format wants it, is a {@link Rejection};
     * exceptions are for the file system.
     *
     * @param source what {@link SourceRecord#source()} of the documents is to say
     * @throws IOException when {@code file} cannot be read
     */
    SourceRecords open(String source, Path file) throws IOException;
}

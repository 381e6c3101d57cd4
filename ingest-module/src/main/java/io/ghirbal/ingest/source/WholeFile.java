package io.ghirbal.ingest.source;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** A file that is one document. */
final class WholeFile implements SourceRecords {
    private final InputStream bytes;
    private final int maxBytes;
    private final Reader reader;
    private long record;

    /** Makes the document of a file. */
    @FunctionalInterface
    interface Reader {
        /**
         * The document, or its rejection.
         *
         * @param record its number
         * @param content the bytes of the file; null when there are more than may be
         */
        SourceRecord read(long record, byte @Nullable [] content);
    }

    /** @param maxBytes largest file */
    WholeFile(InputStream bytes, int maxBytes, Reader reader) {
        this.bytes = bytes;
        this.maxBytes = maxBytes;
        this.reader = reader;
    }

    @Override
    public @Nullable SourceRecord next() throws IOException {
        if (record > 0) {
            return null;
        }
        record = 1;
        byte[] content = bytes.readNBytes(maxBytes);
        boolean isLarger = content.length == maxBytes && bytes.read() >= 0;
        return reader.read(record, isLarger ? null : content);
    }

    @Override
    public long record() {
        return record;
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }
}

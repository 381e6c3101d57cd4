package io.ghirbal.ingest.source;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * How far a compressed file may expand. What grows larger than {@code bytes} and more than {@code ratio}-fold is a decompression bomb, and
 * reading it stops: the work a file makes is then bounded by its size on the disk, however many such files there are.
 *
 * @param bytes decompressed bytes that are always allowed
 * @param ratio decompressed bytes that are allowed for each compressed byte read
 */
record ExpansionLimit(long bytes, long ratio) {
    /**
     * Arabic news in JSON Lines shrinks to a fifth or a tenth, with all letters escaped to a twentieth, by gzip or Zstandard; a bomb of
     * gzip expands 1,000-fold, one of Zstandard 10,000-fold. Small files may do as they like.
     */
    static final ExpansionLimit USUAL = new ExpansionLimit(64L << 20, 250);

    /** A decompressed stream that fails where it passes the limit. */
    InputStream watch(InputStream decompressed, Counting compressed) {
        return new Counting(decompressed) {
            @Override
            void counted() throws IOException {
                check(count(), compressed.count());
            }
        };
    }

    /** @throws ExpandsTooFarException when {@code compressed} bytes may not become {@code expanded} ones */
    void check(long expanded, long compressed) throws ExpandsTooFarException {
        if (expanded > bytes && expanded / ratio > compressed) {
            throw new ExpandsTooFarException(
                    "it expands more than %,d-fold, to over %,d bytes, as no text does".formatted(ratio, bytes));
        }
    }

    /** Thrown where a compressed file passes the limit. The message says by how much, for the middle of a sentence. */
    static final class ExpandsTooFarException extends IOException {
        private static final long serialVersionUID = 1;

        private ExpandsTooFarException(String message) {
            super(message);
        }
    }

    /** Counts the bytes that are read through it. */
    static class Counting extends FilterInputStream {
        private long count;

        Counting(InputStream in) {
            super(in);
        }

        long count() {
            return count;
        }

        /** Called after each read that gave something. */
        void counted() throws IOException {}

        @Override
        public int read() throws IOException {
            int read = in.read();
            return add(read < 0 ? 0 : 1) == 0 ? -1 : read;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = in.read(bytes, offset, length);
            add(Math.max(read, 0));
            return read;
        }

        @Override
        public long skip(long length) throws IOException {
            return add(in.skip(length));
        }

        private long add(long read) throws IOException {
            if (read > 0) {
                count += read;
                counted();
            }
            return read;
        }

        @Override
        public boolean markSupported() {
            return false;
        }
    }
}

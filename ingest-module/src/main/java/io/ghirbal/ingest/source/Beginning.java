package io.ghirbal.ingest.source;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The first bytes of a stream, looked at before it is read. */
final class Beginning {
    /** Bytes that are looked at, at most. */
    static final int BYTES = 1 << 16;

    private final byte[] bytes;
    private final InputStream whole;

    private Beginning(byte[] bytes, InputStream whole) {
        this.bytes = bytes;
        this.whole = whole;
    }

    /** Of a stream that fails behind its first bytes, these are given, and the stream fails behind them. */
    static Beginning of(InputStream stream) throws IOException {
        byte[] buffer = new byte[BYTES];
        int filled = 0;
        IOException failure = null;
        try {
            int read;
            while (filled < BYTES && (read = stream.read(buffer, filled, BYTES - filled)) >= 0) {
                filled += read;
            }
        } catch (IOException e) {
            if (filled == 0) {
                throw e;
            }
            failure = e;
        }
        byte[] bytes = Arrays.copyOf(buffer, filled);
        return new Beginning(bytes, new Whole(bytes, stream, failure));
    }

    /** The stream from its first byte. */
    InputStream stream() {
        return whole;
    }

    /** The first bytes. Not copied. */
    byte[] bytes() {
        return bytes;
    }

    /** The first bytes, cut after their last line feed when there are more to come and they have one. */
    byte[] lines() {
        int end = bytes.length;
        if (end == BYTES) {
            while (end > 0 && bytes[end - 1] != '\n') {
                end--;
            }
        }
        return end == 0 ? bytes : Arrays.copyOf(bytes, end);
    }

    /** The first bytes and the stream behind them, which may come to its end and then grow. */
    private static final class Whole extends InputStream {
        private final byte[] beginning;
        private final InputStream rest;
        private final @Nullable IOException failure;
        private int position;

        /** @param failure what the stream failed with; null when it did not */
        Whole(byte[] beginning, InputStream rest, @Nullable IOException failure) {
            this.beginning = beginning;
            this.rest = rest;
            this.failure = failure;
        }

        @Override
        public int read() throws IOException {
            return position < beginning.length ? beginning[position++] & 0xFF : rest().read();
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int count = Math.min(length, beginning.length - position);
            if (count == 0) {
                return rest().read(into, offset, length);
            }
            System.arraycopy(beginning, position, into, offset, count);
            position += count;
            return count;
        }

        private InputStream rest() throws IOException {
            if (failure != null) {
                throw failure;
            }
            return rest;
        }

        @Override
        public void close() throws IOException {
            rest.close();
        }
    }
}

package io.ghirbal.ingest.source;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a stream of bytes into lines at line feeds, holding one line at a time, and of a line over the limit only that it was there.
 * Works on bytes so that one damaged line does not spoil the next.
 */
final class Lines {
    private static final int BUFFER = 1 << 16;

    private final InputStream bytes;
    private final int maxBytes;
    private final byte[] buffer = new byte[BUFFER];
    private int position;
    private int filled;
    private int unit = 1;
    private int low;
    private @Nullable IOException failure;

    Lines(InputStream bytes, int maxBytes) {
        this.bytes = bytes;
        this.maxBytes = maxBytes;
    }

    /** A line. */
    static final class Line {
        private final byte[] content;
        private final long length;

        private Line(byte[] content, long length) {
            this.content = content;
            this.length = length;
        }

        /** Its bytes without the line feed; empty when it is too large. Not copied. */
        byte[] content() {
            return content;
        }

        /** Its length in bytes. */
        long length() {
            return length;
        }
    }

    /** The beginning of the stream, cut after its last line feed when it has one; to be called before the first line is read. */
    byte[] sample() throws IOException {
        fill();
        int end = filled;
        if (filled == BUFFER) {
            while (end > 0 && buffer[end - 1] != '\n') {
                end--;
            }
        }
        return Arrays.copyOf(buffer, end == 0 ? filled : end);
    }

    /**
     * Says how wide a line feed is.
     *
     * @param unit bytes of a code unit, 1 or 2
     * @param low which of them is the low one
     */
    void setUnit(int unit, int low) {
        this.unit = unit;
        this.low = low;
    }

    /** The next line, or null after the last. A line feed at the very end starts no further line. */
    @Nullable Line next() throws IOException {
        ByteArrayOutputStream spill = null;
        long length = 0;
        while (true) {
            if (position == filled) {
                fill();
                if (filled == 0) {
                    return length == 0 ? null : line(spill, length);
                }
            }
            int start = position;
            int end = lineFeed(start);
            boolean found = end < filled;
            position = found ? end + unit : filled;
            length += end - start;
            if (found && spill == null && length <= maxBytes) {
                return new Line(Arrays.copyOfRange(buffer, start, end), length);
            }
            if (spill == null) {
                spill = new ByteArrayOutputStream(end - start);
            }
            if (length <= maxBytes) {
                spill.write(buffer, start, end - start);
            } else {
                spill.reset();
            }
            if (found) {
                return line(spill, length);
            }
        }
    }

    /** Fills the buffer. What came before a failure is still read; the failure is thrown after it. */
    private void fill() throws IOException {
        position = 0;
        filled = 0;
        if (failure != null) {
            throw failure;
        }
        try {
            int read;
            while (filled < BUFFER && (read = bytes.read(buffer, filled, BUFFER - filled)) >= 0) {
                filled += read;
            }
        } catch (IOException e) {
            if (filled == 0) {
                throw e;
            }
            failure = e;
        }
    }

    private Line line(@Nullable ByteArrayOutputStream spill, long length) {
        return new Line(spill == null || length > maxBytes ? new byte[0] : spill.toByteArray(), length);
    }

    /** Where the next line feed stands from {@code i} on, or {@link #filled}. The buffer begins at a whole code unit. */
    private int lineFeed(int i) {
        if (unit == 1) {
            while (i < filled && buffer[i] != '\n') {
                i++;
            }
            return i;
        }
        for (; i + 1 < filled; i += 2) {
            if (buffer[i + low] == '\n' && buffer[i + 1 - low] == 0) {
                return i;
            }
        }
        return filled;
    }
}

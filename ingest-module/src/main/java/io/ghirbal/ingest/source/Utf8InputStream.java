package io.ghirbal.ingest.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * A stream of UTF-16 as one of UTF-8, without a byte order mark, for readers that look for single bytes. What is no UTF-16, half a
 * character or half a code unit, becomes what is no UTF-8, so that it spoils the document it stands in and no other.
 */
final class Utf8InputStream extends InputStream {
    private static final int BUFFER = 1 << 13;
    /** The most bytes that a code unit becomes. */
    private static final int MOST_BYTES = 3;
    /** A byte that no UTF-8 has. */
    private static final int NO_UTF_8 = 0xFF;

    private static final char NONE = '\0';

    private final InputStream stream;
    /** Which byte of a code unit is the low one. */
    private final int low;

    private final byte[] units = new byte[BUFFER];
    /** Bytes at the beginning of {@link #units} that wait for the other one of their code unit. */
    private int waiting;

    private final byte[] bytes = new byte[BUFFER / 2 * MOST_BYTES + 2 * MOST_BYTES];
    private int filled;
    private int position;
    /** The first half of a character whose second half comes next. */
    private char half = NONE;

    private boolean begun;

    /** @param charset UTF-16LE or UTF-16BE */
    Utf8InputStream(InputStream stream, Charset charset) {
        this.stream = stream;
        this.low = charset.equals(StandardCharsets.UTF_16BE) ? 1 : 0;
    }

    @Override
    public int read() throws IOException {
        return fill() ? bytes[position++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int count = Math.min(length, filled - position);
        System.arraycopy(bytes, position, into, offset, count);
        position += count;
        return count;
    }

    private boolean fill() throws IOException {
        while (position == filled) {
            position = 0;
            filled = 0;
            int count = stream.read(units, waiting, units.length - waiting);
            if (count < 0) {
                end();
                return filled > 0;
            }
            int end = waiting + count;
            int whole = end & ~1;
            for (int i = 0; i < whole; i += 2) {
                put((char) ((units[i + low] & 0xFF) | (units[i + 1 - low] & 0xFF) << 8));
            }
            waiting = end - whole;
            units[0] = waiting == 1 ? units[whole] : units[0];
        }
        return true;
    }

    private void end() {
        if (half != NONE) {
            putThree(half);
            half = NONE;
        }
        if (waiting == 1) {
            bytes[filled++] = (byte) NO_UTF_8;
            waiting = 0;
        }
    }

    private void put(char c) {
        if (!begun && c == '\uFEFF') {
            begun = true;
            return;
        }
        begun = true;
        char first = half;
        half = NONE;
        if (first != NONE && Character.isLowSurrogate(c)) {
            int whole = Character.toCodePoint(first, c);
            bytes[filled++] = (byte) (0xF0 | (whole >> 18));
            bytes[filled++] = (byte) (0x80 | ((whole >> 12) & 0x3F));
            bytes[filled++] = (byte) (0x80 | ((whole >> 6) & 0x3F));
            bytes[filled++] = (byte) (0x80 | (whole & 0x3F));
            return;
        }
        if (first != NONE) {
            putThree(first);
        }
        if (Character.isHighSurrogate(c)) {
            half = c;
        } else if (c < 0x80) {
            bytes[filled++] = (byte) c;
        } else if (c < 0x800) {
            bytes[filled++] = (byte) (0xC0 | (c >> 6));
            bytes[filled++] = (byte) (0x80 | (c & 0x3F));
        } else {
            putThree(c);
        }
    }

    /** Of half a character these are three bytes that no UTF-8 has. */
    private void putThree(char c) {
        bytes[filled++] = (byte) (0xE0 | (c >> 12));
        bytes[filled++] = (byte) (0x80 | ((c >> 6) & 0x3F));
        bytes[filled++] = (byte) (0x80 | (c & 0x3F));
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}

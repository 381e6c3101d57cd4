package io.ghirbal.report.export;

import java.io.Writer;
import java.util.Arrays;

/**
 * Text in UTF-8 in memory, encoded as it is written: nothing is kept twice. What UTF-8 cannot express, a lone surrogate, becomes U+FFFD.
 * Not for several threads.
 */
final class Utf8Text extends Writer {
    private static final char REPLACEMENT = '\uFFFD';
    /** The most bytes that a char becomes; the four of a pair are two for each. */
    private static final int MOST_BYTES = 3;

    private static final char NONE = '\0';

    private byte[] bytes;
    private int length;
    /** The first half of a character whose second half may be written next. */
    private char half = NONE;

    /** @param expected how many bytes there will be, more or less */
    Utf8Text(int expected) {
        bytes = new byte[Math.max(16, expected)];
    }

    @Override
    public void write(char[] text, int offset, int count) {
        reserve(count);
        // in locals, for this is where the time goes
        byte[] out = bytes;
        int at = length;
        for (int i = offset; i < offset + count; i++) {
            char c = text[i];
            if (c < 0x800 && half == NONE) {
                if (c < 0x80) {
                    out[at++] = (byte) c;
                } else {
                    out[at++] = (byte) (0xC0 | (c >> 6));
                    out[at++] = (byte) (0x80 | (c & 0x3F));
                }
            } else {
                length = at;
                put(c);
                at = length;
            }
        }
        length = at;
    }

    @Override
    public void write(String text, int offset, int count) {
        write(text.substring(offset, offset + count).toCharArray(), 0, count);
    }

    @Override
    public void write(int c) {
        reserve(1);
        put((char) c);
    }

    /** Makes room for so many chars and a half one before them. */
    private void reserve(int chars) {
        long needed = length + (chars + 1L) * MOST_BYTES;
        if (needed > bytes.length) {
            bytes = Arrays.copyOf(bytes, (int) Math.min(Integer.MAX_VALUE - 8, Math.max(needed, 2L * bytes.length)));
        }
    }

    private void put(char c) {
        if (half == NONE && c < 0x80) {
            bytes[length++] = (byte) c;
        } else if (half == NONE && c < 0x800) {
            bytes[length++] = (byte) (0xC0 | (c >> 6));
            bytes[length++] = (byte) (0x80 | (c & 0x3F));
        } else if (half != NONE || Character.isSurrogate(c)) {
            putSurrogate(c);
        } else {
            putThree(c);
        }
    }

    private void putThree(char c) {
        bytes[length++] = (byte) (0xE0 | (c >> 12));
        bytes[length++] = (byte) (0x80 | ((c >> 6) & 0x3F));
        bytes[length++] = (byte) (0x80 | (c & 0x3F));
    }

    /** Half a character, or what comes behind its first half. */
    private void putSurrogate(char c) {
        char first = half;
        half = NONE;
        if (first != NONE && Character.isLowSurrogate(c)) {
            int whole = Character.toCodePoint(first, c);
            bytes[length++] = (byte) (0xF0 | (whole >> 18));
            bytes[length++] = (byte) (0x80 | ((whole >> 12) & 0x3F));
            bytes[length++] = (byte) (0x80 | ((whole >> 6) & 0x3F));
            bytes[length++] = (byte) (0x80 | (whole & 0x3F));
            return;
        }
        if (first != NONE) {
            putThree(REPLACEMENT);
        }
        if (Character.isHighSurrogate(c)) {
            half = c;
        } else if (Character.isLowSurrogate(c)) {
            putThree(REPLACEMENT);
        } else {
            put(c);
        }
    }

    /** All that was written. */
    byte[] toByteArray() {
        if (half != NONE) {
            reserve(0);
            half = NONE;
            putThree(REPLACEMENT);
        }
        return Arrays.copyOf(bytes, length);
    }

    @Override
    public void flush() {
        // it is where it belongs
    }

    @Override
    public void close() {
        // there is nothing to close
    }
}

package io.ghirbal.ingest.source;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a stream of JSON into its elements: those of an array, or values one behind the other, holding one at a time, and of one over the
 * limit only that it was there. It looks at brackets and quotes alone, so that one element that is damaged does not spoil the next. For
 * charsets in which these are single bytes.
 */
final class JsonElements {
    private final InputStream bytes;
    private final byte[] buffer = new byte[1 << 16];
    private int position;
    private int filled;
    private int open;

    JsonElements(InputStream bytes) {
        this.bytes = bytes;
    }

    /** An element. */
    static final class Element {
        private final byte[] content;
        private final long length;
        private final boolean complete;

        private Element(byte[] content, long length, boolean complete) {
            this.content = content;
            this.length = length;
            this.complete = complete;
        }

        /** Its bytes; empty when it is over the limit. Not copied. */
        byte[] content() {
            return content;
        }

        /** Its length in bytes. */
        long length() {
            return length;
        }

        /** False when the stream ends inside it. */
        boolean complete() {
            return complete;
        }
    }

    /**
     * The next element, or null after the last.
     *
     * @param maxBytes the limit
     */
    @Nullable Element next(int maxBytes) throws IOException {
        int first = read();
        while (first >= 0 && (first <= ' ' || first == ',' || first == '[' || first == ']')) {
            open += first == '[' ? 1 : first == ']' ? -1 : 0;
            first = read();
        }
        return first < 0 ? null : first == '{' ? object(maxBytes) : other(first, maxBytes);
    }

    /** Whether an array was opened and not closed. */
    boolean isInside() {
        return open > 0;
    }

    private Element object(int maxBytes) throws IOException {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        long length = 0;
        int depth = 0;
        boolean quoted = false;
        boolean escaped = false;
        for (int b = '{'; b >= 0; b = read()) {
            length = add(content, b, length, maxBytes);
            if (escaped) {
                escaped = false;
            } else if (quoted) {
                escaped = b == '\\';
                quoted = b != '"';
            } else if (b == '"') {
                quoted = true;
            } else if (b == '{' || b == '[') {
                depth++;
            } else if ((b == '}' || b == ']') && --depth == 0) {
                return new Element(content.toByteArray(), length, true);
            }
        }
        return new Element(content.toByteArray(), length, false);
    }

    /** Anything but an object, up to what could end it. */
    private Element other(int first, int maxBytes) throws IOException {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        long length = 0;
        boolean quoted = false;
        boolean escaped = false;
        for (int b = first; b >= 0; b = read()) {
            if (!quoted && (b <= ' ' || b == ',' || b == ']' || b == '[' || b == '{')) {
                position--;
                return new Element(content.toByteArray(), length, true);
            }
            length = add(content, b, length, maxBytes);
            if (escaped) {
                escaped = false;
            } else if (quoted) {
                escaped = b == '\\';
                quoted = b != '"';
            } else {
                quoted = b == '"';
            }
        }
        return new Element(content.toByteArray(), length, !quoted);
    }

    private static long add(ByteArrayOutputStream content, int b, long length, int maxBytes) {
        if (length < maxBytes) {
            content.write(b);
        } else if (length == maxBytes) {
            content.reset();
        }
        return length + 1;
    }

    private int read() throws IOException {
        if (position == filled) {
            position = 0;
            filled = Math.max(0, bytes.read(buffer));
            if (filled == 0) {
                return -1;
            }
        }
        return buffer[position++] & 0xFF;
    }
}

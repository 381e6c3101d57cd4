package io.ghirbal.ingest.source;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The head of a WARC record or of an HTTP message: a first line, and fields by name, capitals or not; of several fields of one name the
 * first counts. Immutable.
 */
final class MessageHead {
    /** Longest head, in bytes; web servers answer with 8 to 16 KiB at most. */
    static final int MAX_BYTES = 1 << 16;

    private final String firstLine;
    private final Map<String, String> fields;

    private MessageHead(String firstLine, Map<String, String> fields) {
        this.firstLine = firstLine;
        this.fields = fields;
    }

    /** Reads a head and the blank line behind it, at most {@link #MAX_BYTES}; null when there is no blank line so far. */
    static @Nullable MessageHead read(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        String first = null;
        String name = null;
        Map<String, String> fields = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (int i = 0; i < MAX_BYTES; i++) {
            int b = in.read();
            if (b < 0) {
                return null;
            }
            if (b != '\n') {
                line.write(b);
                continue;
            }
            String text = line.toString(StandardCharsets.UTF_8).stripTrailing();
            line.reset();
            if (text.isEmpty()) {
                return first == null ? null : new MessageHead(first, fields);
            }
            int colon = text.indexOf(':');
            if (first == null) {
                first = text;
            } else if (Character.isWhitespace(text.charAt(0))) {
                if (name != null) {
                    fields.merge(name, text.strip(), (value, more) -> value + " " + more);
                }
            } else if (colon > 0) {
                String found = text.substring(0, colon).strip();
                name = fields.putIfAbsent(found, text.substring(colon + 1).strip()) == null ? found : null;
            }
        }
        return null;
    }

    String firstLine() {
        return firstLine;
    }

    /** The value of a field, or null when it is absent or empty. */
    @Nullable String field(String name) {
        String value = fields.get(name);
        return value == null || value.isEmpty() ? null : value;
    }
}

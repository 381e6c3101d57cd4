package io.ghirbal.ingest.source;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The content of an answer of a server, as it was before it was encoded for its way: in chunks, and compressed by gzip or deflate. Some
 * crawlers decode it and leave the fields as they were; what does not look encoded is taken as it is.
 */
final class HttpContent {
    private static final Pattern CHARSET =
            Pattern.compile(";\\s*charset\\s*=\\s*[\"']?([^\\s\"';,]+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern CHUNK = Pattern.compile("([0-9a-fA-F]{1,7})\\s*(?:;.*)?");
    private static final int LONGEST_CHUNK_LINE = 1_000;

    private HttpContent() {}

    /** Thrown at an encoding that is not known. */
    static final class UnknownCodingException extends IOException {
        private static final long serialVersionUID = 1;

        private final String coding;

        private UnknownCodingException(String coding) {
            super("unknown encoding");
            this.coding = coding;
        }

        /** Its name. */
        String coding() {
            return coding;
        }
    }

    /** The charset that {@code Content-Type} names; null for none. */
    static @Nullable String charset(MessageHead head) {
        String type = head.field("Content-Type");
        Matcher matcher = CHARSET.matcher(type == null ? "" : type);
        return matcher.find() ? matcher.group(1) : null;
    }

    /**
     * Decodes {@code sent}.
     *
     * @param most bytes that are decoded at most; what is longer is cut
     * @throws IOException when it is damaged; the message says how
     */
    static byte[] decode(MessageHead head, byte[] sent, int most) throws IOException {
        byte[] content = sent;
        for (String coding : codings(head.field("Transfer-Encoding"))) {
            content = coding.equals("chunked") ? joined(content) : decompressed(coding, content, most);
        }
        for (String coding : codings(head.field("Content-Encoding"))) {
            content = decompressed(coding, content, most);
        }
        return content;
    }

    /** The encodings in the order in which they are taken off. */
    private static String[] codings(@Nullable String field) {
        String[] codings = (field == null ? "" : field.toLowerCase(Locale.ROOT).strip()).split("\\s*,\\s*", -1);
        for (int i = 0; i < codings.length / 2; i++) {
            String last = codings[codings.length - 1 - i];
            codings[codings.length - 1 - i] = codings[i];
            codings[i] = last;
        }
        return codings;
    }

    private static byte[] decompressed(String coding, byte[] content, int most) throws IOException {
        return switch (coding) {
            case "", "identity" -> content;
            case "gzip", "x-gzip" -> isGzip(content) ? first(most, new GZIPInputStream(in(content))) : content;
            case "deflate" -> inflated(content, most);
            default -> throw new UnknownCodingException(coding);
        };
    }

    private static boolean isGzip(byte[] content) {
        return content.length > 2 && content[0] == 0x1F && content[1] == (byte) 0x8B;
    }

    /** With the head that the standard wants, without it as some servers send it, or not deflated at all. */
    private static byte[] inflated(byte[] content, int most) throws IOException {
        boolean headed = content.length > 2
                && (content[0] & 0x0F) == 8
                && ((content[0] & 0xFF) << 8 | (content[1] & 0xFF)) % 31 == 0;
        if (!headed && content.length > 0 && content[0] == '<') {
            return content;
        }
        Inflater inflater = new Inflater(!headed);
        try {
            return first(most, new InflaterInputStream(in(content), inflater));
        } finally {
            inflater.end();
        }
    }

    private static InputStream in(byte[] bytes) {
        return new ByteArrayInputStream(bytes);
    }

    private static byte[] first(int most, InputStream decompressed) throws IOException {
        try (decompressed) {
            return decompressed.readNBytes(most);
        }
    }

    /** The chunks behind each other; content that does not begin with a chunk was joined already. */
    private static byte[] joined(byte[] content) throws IOException {
        ByteArrayOutputStream joined = new ByteArrayOutputStream(content.length);
        int at = 0;
        while (true) {
            int end = at;
            while (end < content.length && content[end] != '\n' && end - at < LONGEST_CHUNK_LINE) {
                end++;
            }
            Matcher length = CHUNK.matcher(new String(content, at, end - at, StandardCharsets.ISO_8859_1).strip());
            if (!length.matches()) {
                if (at == 0) {
                    return content;
                }
                throw new EOFException("its chunks are damaged");
            }
            int bytes = Integer.parseInt(length.group(1), 16);
            if (bytes == 0) {
                return joined.toByteArray();
            }
            at = end + 1;
            if (at + bytes > content.length) {
                throw new EOFException("its last chunk is missing");
            }
            joined.write(content, at, bytes);
            at += bytes;
            while (at < content.length && (content[at] == '\r' || content[at] == '\n')) {
                at++;
            }
        }
    }
}

package io.ghirbal.ingest.source;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Turns bytes into text, or says why they are none. A text that no database could keep is refused, and so is one that {@link
 * CharsetDetector} finds no charset for: a wrong guess would stay in a corpus unnoticed, a rejection is seen.
 */
final class TextDecoder {
    private TextDecoder() {}

    /** What became of the bytes. */
    sealed interface Decoded permits Text, Refusal {}

    /** @param text without a leading byte order mark */
    record Text(String text, Charset charset) implements Decoded {}

    /** @param message what is wrong, where, and what to do */
    record Refusal(RejectionCause cause, String message) implements Decoded {}

    /** Over this share of control characters, bytes that happen to be valid UTF-8 are no text. */
    private static final double CONTROL_SHARE = 0.1;

    /** The same for bytes of no known kind; of random bytes it is one in nine. */
    private static final double CONTROL_BYTE_SHARE = 0.05;

    /** What stands in the place of bytes that are no valid UTF-8; a text may have it of itself. */
    private static final char REPLACEMENT = '\uFFFD';

    private static final String RESAVE = "save it again as UTF-8";

    /** Decodes a whole document. */
    static Decoded decode(byte[] bytes) {
        if (bytes.length == 0) {
            return new Refusal(RejectionCause.EMPTY, "The file has no bytes; fetch it again or remove it.");
        }
        Optional<String> signature = FileSignature.of(bytes);
        if (signature.isPresent()) {
            return binary("The content is " + signature.get());
        }
        Charset charset = CharsetDetector.detect(bytes);
        if (charset != null) {
            return decode(bytes, charset);
        }
        Attempt utf8 = attempt(bytes, StandardCharsets.UTF_8);
        if (utf8.text == null && controlBytes(bytes) > 0 && !CharsetDetector.isMostlyUtf8(bytes)) {
            return binary("The content holds control bytes that no text has");
        }
        return decoded(utf8, StandardCharsets.UTF_8);
    }

    /** Decodes {@code bytes} as {@code charset}, and nothing else. */
    static Decoded decode(byte[] bytes, Charset charset) {
        return decoded(attempt(bytes, charset), charset);
    }

    private static Decoded decoded(Attempt attempt, Charset charset) {
        return attempt.text == null ? undecodable(attempt.failedAt, charset) : accept(attempt.text, charset);
    }

    /** Why {@code text} cannot be kept, or null when it can: for text that comes out of a structure such as JSON. */
    static @Nullable Refusal flaw(String text) {
        int controls = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isPlain(c)) {
                continue;
            }
            if (c == 0) {
                return new Refusal(
                        RejectionCause.BINARY,
                        "The text has the character U+0000 at position %d; remove it.".formatted(i + 1));
            }
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c)) {
                return new Refusal(
                        RejectionCause.UNDECODABLE,
                        "The text has half a character (the lone surrogate U+%04X) at position %d; %s."
                                .formatted((int) c, i + 1, "repair the escape at its origin"));
            } else if (isControl(c)) {
                controls++;
            }
        }
        return controls > CONTROL_SHARE * text.length() ? binary("The text is full of control characters") : null;
    }

    /** Whether {@code text} has a control character that no text has. */
    static boolean hasControls(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!isPlain(c) && isControl(c)) {
                return true;
            }
        }
        return false;
    }

    /** Of nearly every character this one look says that it is neither a control character nor half of another one. */
    private static boolean isPlain(char c) {
        return c < Character.MIN_SURROGATE && (c >= 0xA0 || (c >= 0x20 && c < 0x7F));
    }

    /** Whether there is nothing to see in {@code text}: white space, no-break space and invisible format characters only. */
    static boolean isBlank(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Character.isWhitespace(c) && !Character.isSpaceChar(c) && Character.getType(c) != Character.FORMAT) {
                return false;
            }
        }
        return true;
    }

    private static Decoded accept(String decoded, Charset charset) {
        String text = decoded.startsWith("\uFEFF") ? decoded.substring(1) : decoded;
        Refusal flaw = flaw(text);
        return flaw == null ? new Text(text, charset) : flaw;
    }

    private static Refusal binary(String what) {
        return new Refusal(RejectionCause.BINARY, what + "; extract its text first, or remove the file.");
    }

    private static Refusal undecodable(int offset, Charset charset) {
        return new Refusal(
                RejectionCause.UNDECODABLE,
                "Byte %d is not valid %s and no other charset fits; fetch the document again or %s."
                        .formatted(offset + 1, charset.name(), RESAVE));
    }

    /** A text, or the offset of the byte that is wrong. */
    record Attempt(@Nullable String text, int failedAt) {}

    /** Decodes {@code bytes} strictly: no byte is replaced or left out. */
    static Attempt attempt(byte[] bytes, Charset charset) {
        if (charset.equals(StandardCharsets.UTF_8)) {
            // several times as fast; where nothing was replaced, nothing was wrong
            String text = new String(bytes, StandardCharsets.UTF_8);
            if (text.indexOf(REPLACEMENT) < 0) {
                return new Attempt(text, -1);
            }
        }
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        var decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        CoderResult result = decoder.decode(in, out, true);
        if (!result.isError()) {
            result = decoder.flush(out);
        }
        return result.isError()
                ? new Attempt(null, in.position())
                : new Attempt(out.flip().toString(), -1);
    }

    /** Whether bytes without a known signature are no text either: one in twenty is a control byte, and it is not UTF-16. */
    static boolean isFullOfControls(byte[] bytes, Charset charset) {
        return CharsetDetector.unit(charset) == 1 && controlBytes(bytes) > CONTROL_BYTE_SHARE * bytes.length;
    }

    private static int controlBytes(byte[] bytes) {
        int controls = 0;
        for (byte b : bytes) {
            if (isControl(b)) {
                controls++;
            }
        }
        return controls;
    }

    /** Control characters that no text has; tab to carriage return, escape and next line are not among them. */
    static boolean isControl(int c) {
        return (c >= 0 && c < 0x20 && !(c >= '\t' && c <= '\r') && c != 0x1B) || (c >= 0x7F && c < 0xA0 && c != 0x85);
    }
}

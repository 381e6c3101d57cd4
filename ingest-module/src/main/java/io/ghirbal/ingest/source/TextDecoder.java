package io.ghirbal.ingest.source;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Turns bytes into text, or says why they are none.
 *
 * <p>What is valid UTF-8 is UTF-8. For the rest ICU's {@link CharsetDetector} proposes; a proposal is taken only when the bytes decode
 * without a flaw and look like Arabic text, for a detector that must always answer something is often wrong. Text that is UTF-8 but for a
 * few bytes is damaged UTF-8, never the mojibake that any single-byte charset would make of it. A wrong guess would stay in a corpus
 * unnoticed; a rejection is seen.
 */
final class TextDecoder {
    private TextDecoder() {}

    /** What became of the bytes. */
    sealed interface Decoded permits Text, Refusal {}

    /** @param text without a leading byte order mark */
    record Text(String text, Charset charset) implements Decoded {}

    /** @param message what is wrong, where, and what to do */
    record Refusal(RejectionCause cause, String message) implements Decoded {}

    private static final Charset WINDOWS_1256 = Charset.forName("windows-1256");

    /**
     * The charsets Arabic news comes in, by the names ICU gives them. Not ISO-8859-6: of short Windows-1256 texts ICU takes some for it,
     * and nobody publishes in it.
     */
    private static final Map<String, Charset> RECOGNISED = Map.of(
            "UTF-16LE", StandardCharsets.UTF_16LE, "UTF-16BE", StandardCharsets.UTF_16BE, "windows-1256", WINDOWS_1256);

    /**
     * Least confidence, of 100, in a single-byte charset. ICU compares trigrams: on Arabic it gave 50 and more from three words on, the
     * same text in ISO-8859-6 10 to 28, and of a single word nothing at all.
     */
    private static final int CONFIDENCE_FLOOR = 30;

    /** Fewest Arabic letters that a text too short for ICU must have. */
    private static final int FEWEST_LETTERS = 3;

    /** Over this share of control characters, bytes that happen to be valid UTF-8 are no text. */
    private static final double CONTROL_SHARE = 0.1;

    /** The same for bytes of no known kind; of random bytes it is one in nine. */
    private static final double CONTROL_BYTE_SHARE = 0.05;

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
        Charset marked = markedCharset(bytes);
        if (marked != null) {
            return decode(bytes, marked);
        }
        Attempt utf8 = attempt(bytes, StandardCharsets.UTF_8);
        if (utf8.text != null && controls(utf8.text) == 0) {
            return accept(utf8.text, StandardCharsets.UTF_8);
        }
        Charset guess = recognise(bytes);
        if (guess != null) {
            return decode(bytes, guess);
        }
        if (utf8.text != null) {
            return accept(utf8.text, StandardCharsets.UTF_8);
        }
        if (controlBytes(bytes) > 0 && !isMostlyUtf8(bytes)) {
            return binary("The content holds control bytes that no text has");
        }
        return undecodable(utf8.failedAt, StandardCharsets.UTF_8);
    }

    /** Decodes {@code bytes} as {@code charset}, and nothing else. */
    static Decoded decode(byte[] bytes, Charset charset) {
        Attempt attempt = attempt(bytes, charset);
        return attempt.text == null ? undecodable(attempt.failedAt, charset) : accept(attempt.text, charset);
    }

    /**
     * The charset of a file of lines, judged by its first bytes. UTF-8 unless another charset is recognised, so that a damaged line is
     * refused by itself.
     *
     * @param sample whole lines, or the beginning of one
     */
    static Charset charsetOf(byte[] sample) {
        Charset marked = markedCharset(sample);
        if (marked != null) {
            return marked;
        }
        Attempt utf8 = attempt(sample, StandardCharsets.UTF_8);
        if (utf8.text != null && controls(utf8.text) == 0) {
            return StandardCharsets.UTF_8;
        }
        Charset guess = recognise(sample);
        return guess == null ? StandardCharsets.UTF_8 : guess;
    }

    /** Why {@code text} cannot be kept, or null when it can: for text that comes out of a structure such as JSON. */
    static @Nullable Refusal flaw(String text) {
        int controls = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
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

    /** The charset a byte order mark names, or null without one. */
    private static @Nullable Charset markedCharset(byte[] bytes) {
        if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
            return StandardCharsets.UTF_8;
        }
        if (startsWith(bytes, 0xFF, 0xFE)) {
            return StandardCharsets.UTF_16LE;
        }
        return startsWith(bytes, 0xFE, 0xFF) ? StandardCharsets.UTF_16BE : null;
    }

    private static boolean startsWith(byte[] bytes, int... mark) {
        if (bytes.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    /** The charset that ICU proposes and the text bears out, or null. */
    private static @Nullable Charset recognise(byte[] bytes) {
        boolean damagedUtf8 = isMostlyUtf8(bytes);
        for (CharsetMatch match : new CharsetDetector().setText(bytes).detectAll()) {
            Charset charset = RECOGNISED.get(match.getName());
            if (charset == null) {
                continue;
            }
            boolean wide = unit(charset) == 2;
            if (!wide && (damagedUtf8 || match.getConfidence() < CONFIDENCE_FLOOR)) {
                continue;
            }
            Attempt attempt = attempt(bytes, charset);
            if (attempt.text != null && Letters.of(attempt.text).fit(wide)) {
                return charset;
            }
        }
        return damagedUtf8 ? null : recogniseShort(bytes);
    }

    /** A word or two is too little for ICU's trigrams; what is all Arabic letters as Windows-1256 is taken for it. */
    private static @Nullable Charset recogniseShort(byte[] bytes) {
        Attempt attempt = attempt(bytes, WINDOWS_1256);
        if (attempt.text == null) {
            return null;
        }
        Letters letters = Letters.of(attempt.text);
        return letters.fit(false) && letters.foreign == 0 && letters.accented == 0 && letters.arabic >= FEWEST_LETTERS
                ? WINDOWS_1256
                : null;
    }

    /** Bytes a code unit of {@code charset} takes. */
    static int unit(Charset charset) {
        return charset.name().startsWith("UTF-16") ? 2 : 1;
    }

    /** What the letters of a text say about whether it was decoded rightly. */
    private record Letters(int arabic, int ascii, int accented, int foreign, boolean flawed) {
        static Letters of(String text) {
            int arabic = 0;
            int ascii = 0;
            int accented = 0;
            int foreign = 0;
            boolean flawed = false;
            for (int i = 0, c; i < text.length(); i += Character.charCount(c)) {
                c = text.codePointAt(i);
                if (c == 0xFEFF && i == 0) {
                    continue;
                }
                int type = Character.getType(c);
                flawed |= isControl(c) || type == Character.UNASSIGNED || type == Character.PRIVATE_USE;
                if (!Character.isLetter(c)) {
                    continue;
                }
                Character.UnicodeScript script = Character.UnicodeScript.of(c);
                if (script == Character.UnicodeScript.ARABIC || c == 'ـ') {
                    arabic++;
                } else if (c < 0x80) {
                    ascii++;
                } else if (script == Character.UnicodeScript.LATIN) {
                    accented++;
                } else {
                    foreign++;
                }
            }
            return new Letters(arabic, ascii, accented, foreign, flawed);
        }

        /**
         * Whether the charset is likely the right one. UTF-16 shows by itself, for read wrongly it is letters of far scripts; a
         * single-byte charset makes letters of any bytes, so that most of them must be Arabic and few Latin with accents.
         */
        boolean fit(boolean wide) {
            if (flawed) {
                return false;
            }
            if (wide) {
                return foreign * 10 <= arabic + ascii + accented;
            }
            return arabic > 0 && foreign == 0 && accented * 10 <= arabic && arabic * 4 >= ascii;
        }
    }

    /**
     * Whether most of the bytes beyond ASCII stand in valid UTF-8 sequences. In Windows-1256 a letter followed by an Arabic comma looks
     * like one, but that is one pair of bytes in many.
     */
    static boolean isMostlyUtf8(byte[] bytes) {
        int high = 0;
        int valid = 0;
        for (int i = 0; i < bytes.length; ) {
            int length = utf8Length(bytes, i);
            if (length == 0) {
                high++;
                i++;
            } else {
                if (length > 1) {
                    high += length;
                    valid += length;
                }
                i += length;
            }
        }
        return valid * 2 >= high && valid > 0;
    }

    /** Length of the UTF-8 sequence at {@code i}, 0 when there is none. */
    private static int utf8Length(byte[] bytes, int i) {
        int lead = bytes[i] & 0xFF;
        if (lead < 0x80) {
            return 1;
        }
        int length = lead >= 0xC2 && lead <= 0xDF
                ? 2
                : lead >= 0xE0 && lead <= 0xEF ? 3 : lead >= 0xF0 && lead <= 0xF4 ? 4 : 0;
        if (i + length > bytes.length) {
            return 0;
        }
        for (int k = 1; k < length; k++) {
            if ((bytes[i + k] & 0xC0) != 0x80) {
                return 0;
            }
        }
        return length;
    }

    /** A text, or the offset of the byte that is wrong. */
    private record Attempt(@Nullable String text, int failedAt) {}

    private static Attempt attempt(byte[] bytes, Charset charset) {
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

    private static int controls(String text) {
        return (int) text.chars().filter(TextDecoder::isControl).count();
    }

    /** Whether bytes without a known signature are no text either: one in twenty is a control byte, and it is not UTF-16. */
    static boolean isFullOfControls(byte[] bytes, Charset charset) {
        return unit(charset) == 1 && controlBytes(bytes) > CONTROL_BYTE_SHARE * bytes.length;
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
    private static boolean isControl(int c) {
        return (c >= 0 && c < 0x20 && !(c >= '\t' && c <= '\r') && c != 0x1B) || (c >= 0x7F && c < 0xA0 && c != 0x85);
    }
}

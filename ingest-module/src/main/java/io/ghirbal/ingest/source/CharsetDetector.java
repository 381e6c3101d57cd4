package io.ghirbal.ingest.source;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Finds the charset of Arabic news: UTF-8, UTF-16 with or without a byte order mark, or Windows-1256.
 *
 * <p>What is valid UTF-8 is UTF-8. Text that is UTF-8 but for a few bytes is damaged UTF-8, never the mojibake that any single-byte
 * charset would make of it. Anything else must decode without a flaw, and what comes out must read as text: a detector that always has an
 * answer is often wrong. ISO-8859-6 is not among the answers, for nobody publishes in it.
 */
final class CharsetDetector {
    private static final Charset WINDOWS_1256 = Charset.forName("windows-1256");

    /** Has the same letters as Windows-1256 in other places. */
    private static final Charset ISO_8859_6 = Charset.forName("ISO-8859-6");

    /**
     * The evidence against Windows-1256 that is overlooked, in bits: two letters or signs which Arabic news does not have. Of the charsets
     * that a scraper of Arabic sites meets, Windows-1256 is by far the most frequent after UTF-8.
     */
    private static final double OVERLOOKED_BITS = 16;

    /** How much better the bytes must read as ISO-8859-6 to be that, in bits: it is met a thousand times less often. */
    private static final double RARER_BITS = 10;

    /** Fewer letters, or any with an accent, must read as Arabic; of more it is enough that they may be. */
    private static final int FEW_LETTERS = 3;

    private static final int FEWEST_UTF_16_BYTES = 4;

    private CharsetDetector() {}

    /**
     * The charset of {@code bytes}, or null when they are in none of those above.
     *
     * @param bytes a whole text, or a beginning that ends with a line
     */
    static @Nullable Charset detect(byte[] bytes) {
        Charset marked = markedCharset(bytes);
        if (marked != null) {
            return marked;
        }
        String utf8 = TextDecoder.attempt(bytes, StandardCharsets.UTF_8).text();
        // UTF-16 of Latin letters is valid UTF-8 with a control character in every second place.
        if (utf8 != null && !TextDecoder.hasControls(utf8)) {
            return StandardCharsets.UTF_8;
        }
        Charset wide = utf16(bytes);
        if (wide != null) {
            return wide;
        }
        return !isMostlyUtf8(bytes) && isWindows1256(bytes) ? WINDOWS_1256 : null;
    }

    /** Bytes a code unit of {@code charset} takes. */
    static int unit(Charset charset) {
        return charset.name().startsWith("UTF-16") ? 2 : 1;
    }

    /** The charset a byte order mark names, or null without one. */
    static @Nullable Charset markedCharset(byte[] bytes) {
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

    /** The byte order in which {@code bytes} are UTF-16, or null. Read the wrong way round, Arabic and Latin letters are Chinese. */
    private static @Nullable Charset utf16(byte[] bytes) {
        if (bytes.length < FEWEST_UTF_16_BYTES) {
            return null;
        }
        int little = familiarInUtf16(bytes, StandardCharsets.UTF_16LE);
        int big = familiarInUtf16(bytes, StandardCharsets.UTF_16BE);
        if (little == 0 && big == 0) {
            return null;
        }
        return little >= big ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
    }

    private static int familiarInUtf16(byte[] bytes, Charset order) {
        String text = TextDecoder.attempt(bytes, order).text();
        if (text == null) {
            return 0;
        }
        Letters letters = Letters.of(text);
        return !letters.flawed && letters.foreign * 10 <= letters.arabic + letters.ascii + letters.accented
                ? letters.familiar
                : 0;
    }

    /** A single-byte charset makes letters of any bytes: they must be Arabic ones, and follow each other as they do in Arabic. */
    private static boolean isWindows1256(byte[] bytes) {
        String text = TextDecoder.attempt(bytes, WINDOWS_1256).text();
        if (text == null) {
            return false;
        }
        Letters letters = Letters.of(text);
        if (letters.flawed
                || letters.arabic == 0
                || letters.foreign > 0
                || letters.accented * 10 > letters.arabic
                || letters.arabic * 4 < letters.ascii) {
            return false;
        }
        double evidence = ArabicLetterPairs.evidence(text);
        boolean doubtful = letters.arabic < FEW_LETTERS || letters.accented > 0;
        if (doubtful ? evidence <= 0 : evidence < -OVERLOOKED_BITS) {
            return false;
        }
        String other = TextDecoder.attempt(bytes, ISO_8859_6).text();
        return other == null || ArabicLetterPairs.evidence(other) <= evidence + RARER_BITS;
    }

    /**
     * What the characters of a text say about whether it was decoded rightly.
     *
     * @param accented Latin letters beyond ASCII
     * @param foreign letters that are neither Arabic nor Latin
     * @param familiar Arabic letters and all ASCII characters
     * @param flawed whether there is a character that no text has
     */
    record Letters(int arabic, int ascii, int accented, int foreign, int familiar, boolean flawed) {
        static Letters of(String text) {
            int arabic = 0;
            int ascii = 0;
            int accented = 0;
            int foreign = 0;
            int familiar = 0;
            boolean flawed = false;
            for (int i = 0, c; i < text.length(); i += Character.charCount(c)) {
                c = text.codePointAt(i);
                int type = Character.getType(c);
                flawed |= TextDecoder.isControl(c) || type == Character.UNASSIGNED || type == Character.PRIVATE_USE;
                if (c < 0x80) {
                    familiar++;
                }
                if (!Character.isLetter(c)) {
                    continue;
                }
                Character.UnicodeScript script = Character.UnicodeScript.of(c);
                if (script == Character.UnicodeScript.ARABIC || c == ArabicLetterPairs.TATWEEL) {
                    arabic++;
                    familiar++;
                } else if (c < 0x80) {
                    ascii++;
                } else if (script == Character.UnicodeScript.LATIN) {
                    accented++;
                } else {
                    foreign++;
                }
            }
            return new Letters(arabic, ascii, accented, foreign, familiar, flawed);
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
}

package io.ghirbal.nlp.text;

import java.text.Normalizer;

/**
 * Folds the spellings of one Arabic word to one form, to <em>match</em> text; what is stored is never folded.
 *
 * <p>Folded together: the forms of alef, yeh and alef maksura, teh marbuta and heh, the carriers of hamza, Persian kaf and yeh, Arabic
 * and Persian digits (to 0-9), presentation forms, Latin capitals (to small letters), every kind of space (to U+0020). Dropped: tatweel,
 * diacritics, bidi marks, zero-width characters.
 */
public final class ArabicNormalizer {
    /** What {@link #fold(char)} answers for a character that is to be dropped. */
    public static final char DROPPED = 0;

    private static final char[] FOLDED = table();

    private ArabicNormalizer() {}

    /** The folded form of {@code c}, or {@link #DROPPED}. Of a ligature, its first letter; {@link #fold(CharSequence)} writes it out. */
    public static char fold(char c) {
        return FOLDED[c];
    }

    /** Whether {@code c} is white space of any kind, NBSP and the other Unicode spaces included. */
    public static boolean isSpace(char c) {
        return FOLDED[c] == ' ';
    }

    /** {@code text} folded; runs of white space become one space and outer white space goes. */
    public static String fold(CharSequence text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            char folded = FOLDED[c];
            if (folded == DROPPED || (folded == ' ' && (out.isEmpty() || out.charAt(out.length() - 1) == ' '))) {
                continue;
            }
            out.append(folded);
            if (isLamAlef(c)) {
                out.append('ا');
            }
        }
        if (!out.isEmpty() && out.charAt(out.length() - 1) == ' ') {
            out.setLength(out.length() - 1);
        }
        return out.toString();
    }

    static boolean isLamAlef(char c) {
        return c >= 0xFEF5 && c <= 0xFEFC;
    }

    private static char[] table() {
        char[] table = new char[Character.MAX_VALUE + 1];
        for (int i = 0; i < table.length; i++) {
            table[i] = foldSlowly((char) i);
        }
        return table;
    }

    private static char foldSlowly(char c) {
        if (Character.isSurrogate(c)) {
            return c;
        }
        if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
            return ' ';
        }
        boolean presentationForm = (c >= 0xFB50 && c <= 0xFDFF) || (c >= 0xFE70 && c <= 0xFEFC);
        char letter = presentationForm
                ? Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKC).charAt(0)
                : c;
        int type = Character.getType(letter);
        if (letter == 'ـ'
                || type == Character.NON_SPACING_MARK
                || type == Character.ENCLOSING_MARK
                || type == Character.FORMAT
                || type == Character.CONTROL) {
            return DROPPED;
        }
        if (Character.isDigit(letter)) {
            return (char) ('0' + Character.digit(letter, 10));
        }
        return switch (letter) {
            case 'أ', 'إ', 'آ', 'ٱ', 'ٲ', 'ٳ', 'ٵ' -> 'ا';
            case 'ى', 'ئ', 'ی', 'ې', 'ے' -> 'ي';
            case 'ؤ' -> 'و';
            case 'ة', 'ۀ', 'ہ', 'ھ', 'ە' -> 'ه';
            case 'ک', 'ڪ' -> 'ك';
            default -> Character.toLowerCase(letter);
        };
    }
}

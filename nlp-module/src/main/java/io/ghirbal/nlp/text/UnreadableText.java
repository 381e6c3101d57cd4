package io.ghirbal.nlp.text;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Tells a text that nobody can read because it was decoded with the wrong charset somewhere on its way, past repair: replacement
 * characters, control codes, "Ø§Ù" for Arabic, words of question marks.
 */
public final class UnreadableText {
    /** A part of the characters that is too large for slips of the keyboard. */
    private static final double MOST = 0.01;
    /** So many in one text are no slip either. */
    private static final int MANY = 20;
    /** "???" stands behind many a headline; a text of which so many words are question marks has lost its letters. */
    private static final int FEWEST_LOST_WORDS = 3;

    private UnreadableText() {}

    /** What part of {@code text} cannot be read, in words; null when it can be read. */
    public static @Nullable String note(String text) {
        return maySpeakOfIt(text) ? read(text) : null;
    }

    /** Whether there is any character that could count, as in few texts: a look at each is cheaper than to count. */
    private static boolean maySpeakOfIt(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '?' || (c >= 0x80 && (c <= 0xFF || c >= 0xE000) && isSuspect(c))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isSuspect(char c) {
        return c <= 0x9F || (c >= 0xD8 && c <= 0xDB) || c == 0xFFFD || (c >= 0xE000 && c <= 0xF8FF);
    }

    private static @Nullable String read(String text) {
        int visible = 0;
        int broken = 0;
        int lostWords = 0;
        int lost = 0;
        int run = 0;
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : ' ';
            if (ArabicNormalizer.isSpace(c)) {
                if (run >= 2) {
                    lostWords++;
                    lost += run;
                }
                run = 0;
                continue;
            }
            visible++;
            boolean opens = i == 0 || ArabicNormalizer.isSpace(text.charAt(i - 1));
            run = c == '?' && (run > 0 || opens) ? run + 1 : 0;
            broken += isBroken(text, i, c) ? 1 : 0;
        }
        int unreadable = broken + (lostWords >= FEWEST_LOST_WORDS ? lost : 0);
        if (unreadable == 0 || (unreadable < MANY && unreadable <= MOST * visible)) {
            return null;
        }
        return String.format(
                Locale.ROOT,
                "%d of %d characters cannot be read: the text was decoded with the wrong charset before it came here",
                unreadable,
                visible);
    }

    private static boolean isBroken(String text, int i, char c) {
        if (c < 0x80 || (c > 0xFF && c < 0xE000)) {
            return false;
        }
        boolean control = c <= 0x9F;
        boolean noText = c == 0xFFFD || (c >= 0xE000 && c <= 0xF8FF);
        boolean misread = c >= 0xD8
                && c <= 0xDB
                && i + 1 < text.length()
                && text.charAt(i + 1) > 0x7F
                && text.charAt(i + 1) < 0x600;
        return control || noText || misread;
    }
}

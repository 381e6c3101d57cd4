package io.ghirbal.nlp.story;

import io.ghirbal.nlp.text.ArabicNormalizer;

/**
 * The dateline in front of a body, such as "Cairo (agency) -": where a text was written and by whom is not what it says. Nothing is taken
 * out of a text by this; two texts are compared behind it.
 */
final class Dateline {
    /** How far a dateline goes, in chars. */
    private static final int LONGEST = 80;

    /** Some type it for a dash. */
    private static final char TATWEEL = '\u0640';

    private static final int MOST_WORDS = 9;

    /** What must follow it, in chars: what is left is compared. */
    private static final int LEAST_BEHIND = 60;

    private Dateline() {}

    /**
     * Where the text begins behind its dateline: behind a dash among its first words, with space, a bracket or a dash before it; else 0.
     */
    static int end(String body) {
        int limit = Math.min(LONGEST, body.length() - LEAST_BEHIND);
        int words = 0;
        int end = 0;
        for (int i = 1; i < limit; i++) {
            char c = body.charAt(i);
            char before = body.charAt(i - 1);
            if (c == '\n') {
                break;
            }
            boolean space = ArabicNormalizer.isSpace(c);
            if (space && !ArabicNormalizer.isSpace(before) && ++words > MOST_WORDS) {
                break;
            }
            boolean apart = ArabicNormalizer.isSpace(before) || before == ')';
            // two dashes part words without a space too; tatweel between letters only stretches a word
            if (isDash(c) && (apart || (isDash(before) && c != TATWEEL && before != TATWEEL))) {
                end = i + 1;
                break;
            }
        }
        while (end > 0
                && end < body.length()
                && (isDash(body.charAt(end)) || ArabicNormalizer.isSpace(body.charAt(end)))) {
            end++;
        }
        return end;
    }

    private static boolean isDash(char c) {
        return c == '-' || c == '–' || c == '—' || c == TATWEEL;
    }
}

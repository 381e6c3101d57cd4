package io.ghirbal.nlp.template;

import io.ghirbal.nlp.text.LineTokenizer;

/** Compares lines by their letters and digits: signs, spaces and spellings of one letter make no difference. */
final class FoldedLine {
    /** Longer lines are paragraphs, which no outlet repeats. */
    static final int LONGEST = 600;

    private static final int LONGEST_PART = 60;
    private static final long PRIME = 0x9E3779B97F4A7C15L;

    private FoldedLine() {}

    static String fold(String text) {
        return fold(text.toCharArray(), 0, text.length());
    }

    /** The words between, folded, one space between them. */
    static String fold(char[] text, int from, int to) {
        StringBuilder folded = new StringBuilder(to - from);
        LineTokenizer words = new LineTokenizer(text, from, to);
        int end = from;
        while (words.next()) {
            if (words.start() > end && !folded.isEmpty()) {
                folded.append(' ');
            }
            folded.append(words.letters(), 0, words.length());
            end = words.end();
        }
        return folded.toString();
    }

    /** The same for equal words; 0 when there is none. To look up, not to trust: {@link #fold} tells whether two are equal. */
    static long hash(char[] text, int from, int to) {
        long hash = 0;
        LineTokenizer words = new LineTokenizer(text, from, to);
        int end = from;
        while (words.next()) {
            if (words.start() > end && hash != 0) {
                hash = (hash ^ ' ') * PRIME;
            }
            hash = (hash ^ words.hash()) * PRIME;
            hash ^= hash >>> 32;
            end = words.end();
        }
        return hash;
    }

    /** Where the label ends that the line opens with, its sign not included; -1 when it opens with none. */
    static int labelEnd(char[] text, int from, int to) {
        int most = Math.min(to - 1, from + LONGEST_PART);
        for (int i = from + 1; i < most; i++) {
            if (isDelimiter(text, i)) {
                return i;
            }
        }
        return -1;
    }

    /** Where the words begin that stand behind the last sign of the line; -1 when there is none. */
    static int creditStart(char[] text, int from, int to) {
        int most = Math.max(from + 1, to - LONGEST_PART);
        for (int i = to - 2; i >= most; i--) {
            if (isDelimiter(text, i) || text[i] == '(') {
                return i + 1;
            }
        }
        return -1;
    }

    private static boolean isDelimiter(char[] text, int i) {
        return switch (text[i]) {
            case '\u2013', '\u2014', '|', '-' -> true;
            case ':' -> !Character.isDigit(text[i + 1]) && text[i + 1] != '/';
            default -> false;
        };
    }

    /** Where the first {@code most} words end, and something is left behind them; -1 when the line has no more words. */
    static int openingEnd(char[] text, int from, int to, int most) {
        LineTokenizer words = new LineTokenizer(text, from, to);
        int met = 0;
        int end = -1;
        while (words.next()) {
            if (words.start() != end && met++ == most) {
                return end;
            }
            end = words.end();
        }
        return met == most && end < to ? end : -1;
    }

    /** How many words stand between; letters and digits without a sign between them are one. */
    static int words(char[] text, int from, int to) {
        LineTokenizer words = new LineTokenizer(text, from, to);
        int met = 0;
        int end = -1;
        while (words.next()) {
            met += words.start() == end ? 0 : 1;
            end = words.end();
        }
        return met;
    }

    /** Whether a sentence ends there. */
    static boolean endsWithStop(char[] text, int from, int to) {
        return to > from && (text[to - 1] == '.' || text[to - 1] == '\u06D4');
    }
}

package io.ghirbal.nlp.story;

import io.ghirbal.nlp.text.ArabicLightStemmer;
import io.ghirbal.nlp.text.LineTokenizer;

/**
 * The words of a text as copies and stories compare them, one after another: whole words folded, their light stems, and numbers. Not for
 * several threads.
 */
final class StoryWords {
    private final LineTokenizer tokens;
    private int stemFrom;
    private int stemTo;

    /** The words of {@code text} from its start, {@code limit} chars at most. */
    StoryWords(String text, int limit) {
        int length = Math.min(text.length(), limit);
        char[] chars = new char[length];
        text.getChars(0, length, chars, 0);
        this.tokens = new LineTokenizer(chars, 0, length);
    }

    /** Goes on to the next word; false when there is none. */
    boolean next() {
        if (!tokens.next()) {
            return false;
        }
        char[] letters = tokens.letters();
        int length = tokens.length();
        stemFrom = 0;
        stemTo = length;
        if (!tokens.isNumber()) {
            int prefix = ArabicLightStemmer.prefixLength(letters, length);
            stemFrom = ArabicLightStemmer.stemStart(letters, length, prefix);
            stemTo = ArabicLightStemmer.stemEnd(letters, stemFrom, length);
        }
        return true;
    }

    boolean isNumber() {
        return tokens.isNumber();
    }

    /** Where the word starts in the text, in UTF-16 units. */
    int start() {
        return tokens.start();
    }

    /** Where the word ends in the text, not included. */
    int end() {
        return tokens.end();
    }

    /** The key of the whole word, folded. */
    long word() {
        return tokens.hash();
    }

    /** The key of the stem; of a number, of its digits. */
    long stem() {
        return LineTokenizer.hash(tokens.letters(), stemFrom, stemTo);
    }

    /** The key of the word without what is written in front of it, such as "and" and "the", but with its ending. */
    long bareWord() {
        return LineTokenizer.hash(tokens.letters(), stemFrom, tokens.length());
    }

    /** The key of the digits of a number, or of those that a number word spells out; 0 of any other word. */
    long number() {
        return isNumber() ? key(digits()) : NumberWords.standard().digitsOf(bareWord());
    }

    /** The stem in letters. */
    String stemLetters() {
        return new String(tokens.letters(), stemFrom, stemTo - stemFrom);
    }

    /** Appends the folded word and a space. */
    void appendTo(StringBuilder text) {
        text.append(tokens.letters(), 0, tokens.length()).append(' ');
    }

    /** The digits of a number without leading zeros. */
    String digits() {
        String digits = new String(tokens.letters(), 0, tokens.length());
        int from = 0;
        while (from < digits.length() - 1 && digits.charAt(from) == '0') {
            from++;
        }
        return digits.substring(from);
    }

    /** The key of a stem that {@link #stemLetters()} gave. */
    static long key(String stem) {
        return LineTokenizer.hash(stem.toCharArray(), 0, stem.length());
    }

    /** Cuts a key to 32 bits: among the words of two articles the chance of a collision is one in ten thousand. */
    static int cut(long key) {
        long mixed = key * 0x9E3779B97F4A7C15L;
        return (int) (mixed >>> 32);
    }
}

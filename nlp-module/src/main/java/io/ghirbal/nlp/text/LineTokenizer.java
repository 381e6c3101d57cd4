package io.ghirbal.nlp.text;

import java.util.Arrays;

/**
 * Reads the words of a text one after another without making objects. A word is a run of letters or a run of digits, folded as
 * {@link ArabicNormalizer} folds them; what is dropped there belongs to the word it stands in or behind. White space and signs part words,
 * so that no word goes over the end of a line. Not for several threads.
 */
public final class LineTokenizer {
    private static final char SIGN = ' ';
    private static final char FIRST_LETTER = 'A';
    /** For each character its folded letter or digit, {@link ArabicNormalizer#DROPPED}, or {@link #SIGN} for all that parts words. */
    private static final char[] READ = table();

    private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;

    private final char[] text;
    private final int to;
    private int next;

    private char[] letters = new char[40];
    private int length;
    private int start;
    private int end;
    private long hash;
    private boolean number;

    /**
     * A tokenizer of a part of a text.
     *
     * @param text characters, not to be changed while it reads
     * @param from where the part starts
     * @param to where it ends
     */
    public LineTokenizer(char[] text, int from, int to) {
        this.text = text;
        this.next = from;
        this.to = to;
    }

    /** Goes on to the next word; false when there is none. */
    public boolean next() {
        int at = next;
        while (at < to) {
            char read = READ[text[at]];
            if (read > SIGN) {
                start = at;
                number = read < FIRST_LETTER;
                if (number) {
                    readNumber();
                } else {
                    readWord();
                }
                next = end;
                return true;
            }
            at++;
        }
        next = at;
        return false;
    }

    private void readWord() {
        char[] word = letters;
        long sum = 0;
        int size = 0;
        int at = start;
        for (; at < to; at++) {
            char c = text[at];
            char letter = READ[c];
            if (letter < FIRST_LETTER) {
                if (letter == ArabicNormalizer.DROPPED) {
                    continue;
                }
                break;
            }
            if (size + 1 >= word.length) {
                word = Arrays.copyOf(word, word.length * 2);
                letters = word;
            }
            word[size++] = letter;
            sum = hash(sum, letter);
            if (ArabicNormalizer.isLamAlef(c)) {
                word[size++] = 'ا';
                sum = hash(sum, 'ا');
            }
        }
        length = size;
        hash = sum;
        end = at;
    }

    private void readNumber() {
        long sum = 0;
        int size = 0;
        int at = start;
        for (; at < to; at++) {
            char digit = READ[text[at]];
            if (digit == ArabicNormalizer.DROPPED) {
                continue;
            }
            if (digit == SIGN || digit >= FIRST_LETTER) {
                break;
            }
            if (size == letters.length) {
                letters = Arrays.copyOf(letters, size * 2);
            }
            letters[size++] = digit;
            sum = hash(sum, digit);
        }
        length = size;
        hash = sum;
        end = at;
    }

    /** Whether the word is of digits. */
    public boolean isNumber() {
        return number;
    }

    /** Where the word starts in the text. */
    public int start() {
        return start;
    }

    /** Where the word ends in the text, not included. */
    public int end() {
        return end;
    }

    /** The folded letters or digits of the word, {@link #length()} of them. Overwritten by the next word. */
    public char[] letters() {
        return letters;
    }

    /** How many letters or digits the word has. */
    public int length() {
        return length;
    }

    /** The hash of the word, the same as {@link #hash(char[], int, int)} of all its letters. */
    public long hash() {
        return hash;
    }

    /** Goes on with {@code hash} by one folded character of a word; a word starts from 0. */
    public static long hash(long hash, char folded) {
        return (hash ^ folded) * MULTIPLIER;
    }

    /** The hash of the folded letters between. */
    public static long hash(char[] letters, int from, int to) {
        long hash = 0;
        for (int i = from; i < to; i++) {
            hash = hash(hash, letters[i]);
        }
        return hash;
    }

    private static char[] table() {
        char[] table = new char[Character.MAX_VALUE + 1];
        for (int c = 0; c < table.length; c++) {
            char folded = ArabicNormalizer.fold((char) c);
            boolean digit = folded >= '0' && folded <= '9';
            boolean kept = folded == ArabicNormalizer.DROPPED || digit || Character.isLetter(folded);
            table[c] = kept ? folded : SIGN;
        }
        return table;
    }
}

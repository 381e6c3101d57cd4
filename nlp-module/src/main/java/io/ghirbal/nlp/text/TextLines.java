package io.ghirbal.nlp.text;

import java.util.Arrays;

/**
 * The lines of a text, by their places in it. A line ends at {@code \n}, {@code \r\n} or {@code \r}; line numbers start at 1. A text
 * that ends with a line break has an empty last line. Immutable; holds offsets, not copies.
 */
public final class TextLines {
    private final String text;
    /** Two entries a line: where it starts, and where it ends without its line break. */
    private final int[] bounds;

    private TextLines(String text, int[] bounds) {
        this.text = text;
        this.bounds = bounds;
    }

    /** Splits {@code text}; takes time linear in its length. */
    public static TextLines of(String text) {
        int[] bounds = new int[32];
        int size = 0;
        int feed = -1;
        int carriageReturn = -1;
        for (int start = 0; start <= text.length(); ) {
            feed = feed < start ? find('\n', text, start) : feed;
            carriageReturn = carriageReturn < start ? find('\r', text, start) : carriageReturn;
            int end = Math.min(feed, carriageReturn);
            if (size == bounds.length) {
                bounds = Arrays.copyOf(bounds, size * 2);
            }
            bounds[size++] = start;
            bounds[size++] = end;
            start = end + (carriageReturn == end && feed == end + 1 ? 2 : 1);
        }
        return new TextLines(text, Arrays.copyOf(bounds, size));
    }

    private static int find(char c, String text, int from) {
        int at = text.indexOf(c, from);
        return at < 0 ? text.length() : at;
    }

    /** The whole text. */
    public String text() {
        return text;
    }

    /** How many lines there are; at least 1. */
    public int count() {
        return bounds.length / 2;
    }

    /** Where line {@code number} (from 1) starts in the text, in UTF-16 code units. */
    public int start(int number) {
        return bounds[2 * (number - 1)];
    }

    /** Where line {@code number} (from 1) ends in the text, its line break not included. */
    public int end(int number) {
        return bounds[2 * (number - 1) + 1];
    }

    /** Line {@code number} (from 1) without its line break. */
    public String line(int number) {
        return text.substring(start(number), end(number));
    }

    /** Whether line {@code number} (from 1) holds nothing but white space. */
    public boolean isBlank(int number) {
        for (int i = start(number), end = end(number); i < end; i++) {
            if (!ArabicNormalizer.isSpace(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** How many of the lines {@code first} to {@code last} (from 1, both included) are not blank. */
    public int countFilled(int first, int last) {
        int filled = 0;
        for (int number = first; number <= last; number++) {
            if (!isBlank(number)) {
                filled++;
            }
        }
        return filled;
    }

    /** How many UTF-16 code units stand on the lines {@code first} to {@code last}, white space around each line not counted. */
    public int countCharacters(int first, int last) {
        int characters = 0;
        for (int number = first; number <= last; number++) {
            int start = start(number);
            int end = end(number);
            while (start < end && ArabicNormalizer.isSpace(text.charAt(start))) {
                start++;
            }
            while (start < end && ArabicNormalizer.isSpace(text.charAt(end - 1))) {
                end--;
            }
            characters += end - start;
        }
        return characters;
    }
}

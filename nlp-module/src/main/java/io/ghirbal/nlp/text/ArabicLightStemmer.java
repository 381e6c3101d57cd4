package io.ghirbal.nlp.text;

/**
 * Takes article, particles and endings off a folded word, so that forms of one word can be compared: a light stemmer, which knows no roots
 * and no patterns. After Larkey, Ballesteros and Connell, "Light Stemming for Arabic Information Retrieval" (2007).
 */
public final class ArabicLightStemmer {
    private static final int SHORTEST_STEM = 3;
    /** A word is compared by so many letters behind its article. */
    private static final int COMPARED_LETTERS = 5;

    private static final char[][] ENDINGS = chars("يين", "يون", "ات", "ان", "ون", "ين", "يه", "ه", "ي");

    private ArabicLightStemmer() {}

    /**
     * How many letters at the front of a word are its article, with "and", "so", "in" or "like" before it; 0 when it has none, or when less
     * than a stem would be left.
     *
     * @param word folded letters
     * @param length how many of them are the word
     */
    public static int articleLength(char[] word, int length) {
        if (length < SHORTEST_STEM + 2) {
            return 0;
        }
        char first = word[0];
        if (word[1] == 'ل') {
            return first == 'ا' || first == 'ل' ? 2 : 0;
        }
        boolean particle = first == 'و' || first == 'ف' || first == 'ب' || first == 'ك';
        return particle && word[1] == 'ا' && word[2] == 'ل' && length >= SHORTEST_STEM + 3 ? 3 : 0;
    }

    /** The same, and "and to the", "so to the" count too. */
    public static int prefixLength(char[] word, int length) {
        boolean andToThe =
                length >= SHORTEST_STEM + 3 && (word[0] == 'و' || word[0] == 'ف') && word[1] == 'ل' && word[2] == 'ل';
        return andToThe ? 3 : articleLength(word, length);
    }

    /** Where the stem of a word starts whose prefix has {@code prefix} letters: behind a single particle when it has none. */
    public static int stemStart(char[] word, int length, int prefix) {
        return prefix == 0 && length > SHORTEST_STEM + 1 && isParticle(word[0]) ? 1 : prefix;
    }

    /** Where the stem ends that starts at {@code from}. */
    public static int stemEnd(char[] word, int from, int length) {
        char last = word[length - 1];
        if (last != 'ن' && last != 'ت' && last != 'ه' && last != 'ي') {
            return length;
        }
        for (char[] ending : ENDINGS) {
            if (length - from - ending.length >= SHORTEST_STEM && endsWith(word, length, ending)) {
                return length - ending.length;
            }
        }
        return length;
    }

    /**
     * What two forms of a word have in common: the word behind {@code from}, cut to five letters, a short one without its ending, so that
     * "Iran", "the Iranians" and "and Iranian" are one. Only to compare: it is no root, and two words may fall together. Never 0.
     */
    public static long comparisonKey(char[] word, int from, int length) {
        int keep = length - from;
        if ((keep == COMPARED_LETTERS && isLongEnding(word[length - 2], word[length - 1]))
                || (keep == COMPARED_LETTERS - 1 && isEnding(word[length - 1]))) {
            keep = SHORTEST_STEM;
        }
        int end = from + Math.min(keep, COMPARED_LETTERS);
        long key = 1;
        for (int i = from; i < end; i++) {
            key = key << 12 | (word[i] & 0xFFF);
        }
        return key;
    }

    private static boolean isEnding(char last) {
        return last == 'ه' || last == 'ي' || last == 'ا';
    }

    private static boolean isLongEnding(char beforeLast, char last) {
        return (beforeLast == 'ي' && (last == 'ه' || last == 'ا'))
                || (beforeLast == 'ا' && last == 'ت')
                || (beforeLast == 'ه' && (last == 'ا' || last == 'م'));
    }

    private static boolean isParticle(char c) {
        return c == 'و' || c == 'ب' || c == 'ل' || c == 'ف';
    }

    private static boolean endsWith(char[] word, int length, char[] ending) {
        for (int i = 0; i < ending.length; i++) {
            if (word[length - ending.length + i] != ending[i]) {
                return false;
            }
        }
        return true;
    }

    private static char[][] chars(String... strings) {
        char[][] chars = new char[strings.length][];
        for (int i = 0; i < strings.length; i++) {
            chars[i] = strings[i].toCharArray();
        }
        return chars;
    }
}

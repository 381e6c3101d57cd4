package io.ghirbal.ingest.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * How well a text reads as Arabic, by which letter follows which: a Markov chain over the letters, the edges of words among them, weighed
 * against letters drawn at random. The resource {@code arabic-letter-pairs.tsv} holds the pairs that were counted in the seeds of the
 * repository. (Ted Dunning, Statistical Identification of Language, 1994.)
 */
final class ArabicLetterPairs {
    static final int TATWEEL = 0x640;

    /** The letters that are counted, behind the edge of a word. */
    static final String LETTERS = "_ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىي";

    private static final int EDGE = 0;
    /** Any other letter, of Persian and Urdu or an accented one. */
    private static final int OTHER = LETTERS.length();
    /** A letter of ASCII. */
    private static final int LATIN = OTHER + 1;

    /** Beyond ASCII, the signs that Arabic news is written with. */
    private static final String USUAL_SIGNS = "،؛؟«»–—…‘’“”•·\u00A0\u200C\u200D\u200E\u200F";

    /** The bits that a letter takes when it is drawn at random; a letter of Arabic takes 4. */
    private static final double RANDOM_BITS = 5.75;

    /** What speaks against Arabic: an accented letter, an unusual sign, a Latin letter in one word with an Arabic one. */
    private static final double ODD_BITS = 8;

    /** How many pairs of a letter the frequency of the letter itself counts for. */
    private static final double SMOOTHING = 8;

    private static final double[][] BITS = bits(read());

    private ArabicLetterPairs() {}

    /**
     * The evidence that {@code text} is Arabic rather than letters at random, in bits: above 0 it reads as Arabic, below 0 it does not.
     * Only the Arabic letters and the characters beyond ASCII count.
     */
    static double evidence(String text) {
        double evidence = 0;
        int last = EDGE;
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : ' ';
            if (isMark(c)) {
                continue;
            }
            int symbol = symbol(c);
            if (symbol < OTHER) {
                evidence += BITS[last][symbol];
            }
            if ((symbol == OTHER && !isArabic(c)) || (symbol == EDGE && isUnusualSign(c))) {
                evidence -= ODD_BITS;
            }
            if (last != EDGE && symbol != EDGE && (last == LATIN) != (symbol == LATIN)) {
                evidence -= ODD_BITS;
            }
            last = symbol;
        }
        return evidence;
    }

    /** How often each of {@link #LETTERS} is followed by each of them in {@code texts}. */
    static int[][] count(List<String> texts) {
        int[][] counts = new int[LETTERS.length()][LETTERS.length()];
        for (String text : texts) {
            int last = EDGE;
            for (int i = 0; i < text.length(); i++) {
                if (isMark(text.charAt(i))) {
                    continue;
                }
                int symbol = symbol(text.charAt(i));
                int counted = symbol < OTHER ? symbol : EDGE;
                if (counted + last > 0) {
                    counts[last][counted]++;
                }
                last = counted;
            }
        }
        return counts;
    }

    private static int symbol(char c) {
        int letter = LETTERS.indexOf(c, 1);
        if (letter > 0) {
            return letter;
        }
        return !Character.isLetter(c) ? EDGE : c < 0x80 ? LATIN : OTHER;
    }

    /** A vowel sign, or a mere stroke that lengthens a letter. */
    private static boolean isMark(char c) {
        return (c >= 0x64B && c <= 0x652) || c == TATWEEL;
    }

    private static boolean isArabic(char c) {
        return Character.UnicodeScript.of(c) == Character.UnicodeScript.ARABIC;
    }

    private static boolean isUnusualSign(char c) {
        return c >= 0x80 && USUAL_SIGNS.indexOf(c) < 0;
    }

    /**
     * The bits by which each letter behind each other speaks for Arabic. It is as likely there as it was met there, and a little as it is
     * anywhere; behind a letter that is not counted it is as likely as anywhere. Two edges, and an edge behind such a letter, say nothing.
     */
    private static double[][] bits(int[][] counts) {
        int letters = counts.length;
        double[] anywhere = new double[letters];
        for (int letter = 0; letter < letters; letter++) {
            int column = letter;
            anywhere[letter] =
                    Arrays.stream(counts).mapToInt(row -> row[column]).sum() + 0.5;
        }
        double all = Arrays.stream(anywhere).sum();
        double[][] bits = new double[LATIN + 1][letters];
        for (int first = 0; first < bits.length; first++) {
            int[] row = first < letters ? counts[first] : new int[letters];
            int sum = Arrays.stream(row).sum();
            for (int second = 0; second < letters; second++) {
                double likely = (row[second] + SMOOTHING * anywhere[second] / all) / (sum + SMOOTHING);
                bits[first][second] = second == EDGE && (first == EDGE || first >= letters)
                        ? 0
                        : Math.log(likely) / Math.log(2) + RANDOM_BITS;
            }
        }
        return bits;
    }

    private static int[][] read() {
        int[][] counts = new int[LETTERS.length()][];
        try (InputStream in = ArabicLetterPairs.class.getResourceAsStream("arabic-letter-pairs.tsv")) {
            if (in == null) {
                throw new IllegalStateException("The resource arabic-letter-pairs.tsv is missing.");
            }
            List<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
            for (int row = 0; row < counts.length; row++) {
                counts[row] = Arrays.stream(lines.get(row).split("\t"))
                        .skip(1)
                        .mapToInt(Integer::parseInt)
                        .toArray();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return counts;
    }
}

package io.ghirbal.nlp.topic;

import io.ghirbal.nlp.text.Letters;
import java.util.ArrayList;
import java.util.List;

/** The words of a text, folded and without the particles and endings that Arabic writes on to a word. */
final class Words {
    private static final List<String> PREFIXES =
            List.of("وال", "فال", "بال", "كال", "ولل", "فلل", "ال", "لل", "و", "ب", "ل", "ف");
    private static final List<String> SUFFIXES = List.of("يين", "يون", "ات", "ان", "ون", "ين", "يه", "ه", "ي");
    private static final int SHORTEST_STEM = 3;

    private Words() {}

    /** The runs of letters of {@code text}, folded, in order. */
    static List<String> of(String text) {
        String folded = Letters.fold(text);
        List<String> words = new ArrayList<>();
        int start = -1;
        for (int i = 0; i <= folded.length(); i++) {
            boolean letter = i < folded.length() && Character.isLetter(folded.charAt(i));
            if (letter && start < 0) {
                start = i;
            } else if (!letter && start >= 0) {
                words.add(folded.substring(start, i));
                start = -1;
            }
        }
        return words;
    }

    /**
     * A folded word without one prefix and one suffix, as long as three letters remain. After Larkey, Ballesteros and Connell, "Light
     * Stemming for Arabic Information Retrieval" (2007), with the single-letter prefixes only on words that stay long.
     */
    static String stem(String word) {
        String stem = word;
        for (String prefix : PREFIXES) {
            int shortest = prefix.length() == 1 ? SHORTEST_STEM + 1 : SHORTEST_STEM;
            if (stem.startsWith(prefix) && stem.length() - prefix.length() >= shortest) {
                stem = stem.substring(prefix.length());
                break;
            }
        }
        for (String suffix : SUFFIXES) {
            if (stem.endsWith(suffix) && stem.length() - suffix.length() >= SHORTEST_STEM) {
                return stem.substring(0, stem.length() - suffix.length());
            }
        }
        return stem;
    }
}

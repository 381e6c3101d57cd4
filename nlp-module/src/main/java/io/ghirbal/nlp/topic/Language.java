package io.ghirbal.nlp.topic;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Tells Arabic from the languages a scraper of Arabic news meets beside it, by their commonest words. */
final class Language {
    static final String ARABIC = "ar";

    private static final String UNDETERMINED = "und";
    private static final int FEWEST_WORDS = 4;

    private final Map<String, Set<String>> commonWords;

    private Language(Map<String, Set<String>> commonWords) {
        this.commonWords = commonWords;
    }

    /** The languages of {@code languages.txt}. */
    static Language standard() {
        Map<String, Set<String>> commonWords = new TreeMap<>();
        for (String line : ResourceLines.of("languages.txt")) {
            String[] columns = line.split(":", 2);
            commonWords.put(columns[0].strip(), new HashSet<>(Words.of(columns[1])));
        }
        return new Language(commonWords);
    }

    /**
     * The language of {@code words} as an ISO 639 code; null when they are too few to tell, {@code und} when they are of none of the
     * languages known. Arabic when most letters are Arabic and no other language that is written with them shows.
     */
    @Nullable String of(List<String> words) {
        if (words.size() < FEWEST_WORDS) {
            return null;
        }
        Map<String, Integer> hits = new HashMap<>();
        int arabicScript = 0;
        for (String word : words) {
            if (Character.UnicodeScript.of(word.codePointAt(0)) == Character.UnicodeScript.ARABIC) {
                arabicScript++;
            }
            commonWords.forEach((language, common) -> {
                if (common.contains(word)) {
                    hits.merge(language, 1, Integer::sum);
                }
            });
        }
        String best = 2 * arabicScript >= words.size() ? ARABIC : UNDETERMINED;
        int most = hits.getOrDefault(best, 0);
        for (String language : commonWords.keySet()) {
            int count = hits.getOrDefault(language, 0);
            if (count > most) {
                best = language;
                most = count;
            }
        }
        return best;
    }
}

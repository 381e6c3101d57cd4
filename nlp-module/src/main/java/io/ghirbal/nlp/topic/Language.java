package io.ghirbal.nlp.topic;

import io.ghirbal.nlp.text.KeyTable;
import io.ghirbal.nlp.text.ResourceLines;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells Arabic from the languages a scraper of Arabic news meets beside it, by their commonest words. */
final class Language {
    static final String ARABIC = "ar";

    private static final String UNDETERMINED = "und";
    private static final int FEWEST_WORDS = 4;
    /** How many words are looked at; what follows changes nothing. */
    private static final int MOST_WORDS = 150;

    private static final Language STANDARD = read();

    private final List<String> codes;
    private final KeyTable commonWords;
    /** By the number of a common word: a bit for each language it belongs to. */
    private final int[] languages;

    private Language(List<String> codes, KeyTable commonWords, int[] languages) {
        this.codes = codes;
        this.commonWords = commonWords;
        this.languages = languages;
    }

    /** The languages of {@code languages.txt}. */
    static Language standard() {
        return STANDARD;
    }

    private static Language read() {
        List<String> codes = new ArrayList<>();
        KeyTable words = new KeyTable(1024);
        int[] languages = new int[1024];
        for (String line : ResourceLines.of(Language.class, "languages.txt")) {
            String[] columns = line.split(":", 2);
            WordScanner scanner = new WordScanner(columns[1], columns[1].length());
            while (scanner.next()) {
                languages[words.add(scanner.whole())] |= 1 << codes.size();
            }
            codes.add(columns[0].strip());
        }
        return new Language(List.copyOf(codes), words, languages);
    }

    /** Starts to look at a text. */
    Reading reading() {
        return new Reading();
    }

    /** What was seen of one text so far. */
    final class Reading {
        private final int[] hits = new int[codes.size()];
        private int words;
        private int arabicScript;

        /** Looks at the word {@code scanner} stands at. */
        void read(WordScanner scanner) {
            if (words == MOST_WORDS) {
                return;
            }
            words++;
            if (scanner.isArabicScript()) {
                arabicScript++;
            }
            int number = commonWords.find(scanner.whole());
            if (number != KeyTable.ABSENT) {
                for (int i = 0; i < hits.length; i++) {
                    hits[i] += languages[number] >> i & 1;
                }
            }
        }

        /**
         * The language as an ISO 639 code; null when there are too few words to tell, {@code und} when it is none of those known.
         * Arabic when most words are in Arabic letters and no other language that is written with them shows.
         */
        @Nullable String code() {
            if (words < FEWEST_WORDS) {
                return null;
            }
            boolean arabic = 2 * arabicScript >= words;
            String best = arabic ? ARABIC : UNDETERMINED;
            int most = arabic ? hits[codes.indexOf(ARABIC)] : 0;
            for (int i = 0; i < hits.length; i++) {
                if (hits[i] > most) {
                    best = codes.get(i);
                    most = hits[i];
                }
            }
            return best;
        }
    }
}

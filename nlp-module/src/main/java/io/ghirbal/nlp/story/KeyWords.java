package io.ghirbal.nlp.story;

import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The words that headlines of one story have in common. */
public final class KeyWords {
    private static final int MOST = 6;

    /** Words that more articles have, in nats of rarity, say nothing: 5 in 100 of them. */
    private static final float RARE = 3;

    private KeyWords() {}

    private static final class Word {
        private String written;
        private final float rarity;
        private int headlines;

        private Word(String written, float rarity) {
            this.written = written;
            this.rarity = rarity;
        }
    }

    /**
     * The words of most weight, in their shortest spelling: in how many headlines they occur, times their rarity. Of
     * several headlines, only words of two and more.
     *
     * @return {@value #MOST} words at most, the one of most weight first
     */
    public static List<String> of(List<String> headlines) {
        return counted(headlines, MOST, Math.min(2, headlines.size())).stream()
                .map(Counted::written)
                .toList();
    }

    /**
     * A word of headlines.
     *
     * @param written its shortest spelling
     * @param headlines how many have it
     */
    public record Counted(String written, int headlines) {}

    /**
     * The words of most weight: in how many headlines they occur, times their rarity.
     *
     * @param most how many at most
     * @param least only words of so many headlines
     */
    public static List<Counted> counted(List<String> headlines, int most, int least) {
        Map<Long, Word> words = new LinkedHashMap<>();
        for (String headline : headlines) {
            Set<Long> met = new HashSet<>();
            StoryWords scanner = new StoryWords(headline, headline.length());
            while (scanner.next()) {
                float rarity = scanner.isNumber() ? 0 : WordRarity.standard().of(scanner.stem());
                if (rarity >= RARE && met.add(scanner.stem())) {
                    String written = headline.substring(scanner.start(), scanner.end());
                    Word word = words.computeIfAbsent(scanner.stem(), unused -> new Word(written, rarity));
                    word.headlines++;
                    // without the particles that are written on to it
                    word.written = written.length() < word.written.length() ? written : word.written;
                }
            }
        }
        return words.values().stream()
                .filter(word -> word.headlines >= least)
                .sorted(Comparator.comparingDouble((Word word) -> -word.headlines * word.rarity))
                .limit(most)
                .map(word -> new Counted(word.written, word.headlines))
                .toList();
    }
}

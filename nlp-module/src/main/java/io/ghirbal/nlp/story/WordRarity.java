package io.ghirbal.nlp.story;

import io.ghirbal.nlp.text.KeyTable;
import io.ghirbal.nlp.text.ResourceLines;
import java.util.List;

/**
 * How rare a stem is in Arabic news: its inverse document frequency, ln(N / n), from the counted articles of {@code word-frequencies.txt}.
 * The table is fixed and not counted over what a database holds, so that what two articles have in common does not depend on which others
 * are stored. Immutable and thread-safe.
 */
final class WordRarity {
    private static final WordRarity STANDARD = read(ResourceLines.of(WordRarity.class, "word-frequencies.txt"));

    private final KeyTable stems;
    private final float[] rarities;
    private final float unknown;

    private WordRarity(KeyTable stems, float[] rarities, float unknown) {
        this.stems = stems;
        this.rarities = rarities;
        this.unknown = unknown;
    }

    static WordRarity standard() {
        return STANDARD;
    }

    /**
     * Reads a table.
     *
     * @param lines "articles N least" first, then a line for each number of articles: the number and the stems that so many have
     */
    static WordRarity read(List<String> lines) {
        String[] head = lines.get(0).split(" ", -1);
        double articles = Double.parseDouble(head[1]);
        int least = Integer.parseInt(head[2]);
        KeyTable stems = new KeyTable(60_000);
        float[] rarities = new float[60_000];
        for (String line : lines.subList(1, lines.size())) {
            String[] words = line.split(" ", -1);
            float rarity = (float) StrictMath.log(articles / Double.parseDouble(words[0]));
            for (int i = 1; i < words.length; i++) {
                int number = stems.add(StoryWords.key(words[i]));
                if (number >= rarities.length) {
                    rarities = java.util.Arrays.copyOf(rarities, number * 2);
                }
                rarities[number] = rarity;
            }
        }
        // a stem that is not in the table occurs in fewer articles than the fewest it lists
        return new WordRarity(stems, rarities, (float) StrictMath.log(articles / Math.max(1.0, least / 3.0)));
    }

    /** The rarity of the stem with {@code key}, in nats: from 0 for a word of every article to about 10. */
    float of(long key) {
        int number = stems.find(key);
        return number == KeyTable.ABSENT ? unknown : rarities[number];
    }
}

package io.ghirbal.nlp.story;

import io.ghirbal.nlp.text.KeyTable;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The texts of a day by what they are found by: the rare stems of their openings, and one in eight of their 3-grams. Immutable once it is
 * made.
 */
final class DayIndex {
    /** Stems that are less rare, in nats, find nothing: 10 in 1,000 articles have them. */
    private static final float RARE = 4.6f;

    /** One 3-gram in so many is kept: of a copy of usual length a dozen are shared still. */
    private static final int SAMPLED = 8;

    /** What a shared 3-gram counts, in nats. */
    private static final float TRIGRAM_WEIGHT = 3;

    private final KeyTable keys;
    private final int[] starts;
    private final int[] numbers;
    private final int size;

    /** A key a text is found by, and what it counts. */
    @FunctionalInterface
    private interface KeyReader {
        void read(long key, float weight);
    }

    DayIndex(List<StoryText> texts) {
        this.size = texts.size();
        this.keys = new KeyTable(size * 64);
        int[] counts = new int[size * 64 + 64];
        int[][] holder = {counts};
        for (StoryText text : texts) {
            forEachKey(text.text(), (key, weight) -> {
                int slot = keys.add(key);
                if (slot >= holder[0].length) {
                    holder[0] = Arrays.copyOf(holder[0], slot * 2);
                }
                holder[0][slot]++;
            });
        }
        this.starts = new int[keys.size() + 1];
        for (int slot = 0; slot < keys.size(); slot++) {
            starts[slot + 1] = starts[slot] + holder[0][slot];
        }
        this.numbers = new int[starts[keys.size()]];
        int[] next = starts.clone();
        IntStream.range(0, size)
                .forEach(number -> forEachKey(
                        texts.get(number).text(), (key, weight) -> numbers[next[keys.find(key)]++] = number));
    }

    /**
     * Adds to {@code found}, for each text found, by how much it is like {@code text}.
     *
     * @param before only texts with a smaller number count
     * @param offset what is added to the number of a text
     */
    void find(ComparableText text, int before, FoundTexts found, int offset) {
        int limit = Math.min(before, size);
        forEachKey(text, (key, weight) -> {
            int slot = keys.find(key);
            if (slot != KeyTable.ABSENT) {
                for (int i = starts[slot]; i < starts[slot + 1] && numbers[i] < limit; i++) {
                    found.add(offset + numbers[i], weight);
                }
            }
        });
    }

    private static void forEachKey(ComparableText text, KeyReader reader) {
        WordVector opening = text.opening();
        for (int i = 0; i < opening.keys().length; i++) {
            if (opening.rarities()[i] >= RARE) {
                reader.read(opening.keys()[i], opening.rarities()[i]);
            }
        }
        for (int trigram : text.trigrams()) {
            if (trigram % SAMPLED == 0) {
                // beside the stems, which are of 32 bits too
                reader.read(1L << 40 | (trigram & 0xFFFFFFFFL), TRIGRAM_WEIGHT);
            }
        }
    }
}

package io.ghirbal.nlp.story;

import java.util.Arrays;
import java.util.List;

/**
 * The texts of a day by what they are found by: the rare stems of their openings, and one in eight of their 3-grams. Less than 1 KB a text.
 * Immutable once it is made.
 */
final class DayIndex {
    /** Stems that are less rare, in nats, find nothing: 10 in 1,000 articles have them. */
    static final float RARE = 4.6f;

    /** One 3-gram in so many is kept: of a copy of usual length a dozen are shared still. */
    private static final int SAMPLED = 8;

    /** What a shared 3-gram counts, in nats. */
    private static final float TRIGRAM_WEIGHT = 3;

    private final Postings stems;
    private final Postings trigrams;
    private final int size;

    DayIndex(List<StoryText> texts) {
        Postings.Builder stemsOfAll = new Postings.Builder();
        Postings.Builder trigramsOfAll = new Postings.Builder();
        for (int number = 0; number < texts.size(); number++) {
            ComparableText text = texts.get(number).text();
            WordVector opening = text.opening();
            for (int i = 0; i < opening.keys().length; i++) {
                if (opening.rarities()[i] >= RARE) {
                    stemsOfAll.add(opening.keys()[i], number);
                }
            }
            for (int trigram : text.trigrams()) {
                if (trigram % SAMPLED == 0) {
                    trigramsOfAll.add(trigram, number);
                }
            }
        }
        this.stems = stemsOfAll.build();
        this.trigrams = trigramsOfAll.build();
        this.size = texts.size();
    }

    /**
     * Adds to {@code found}, for each text found, by how much it is like {@code text}.
     *
     * @param before only texts with a smaller number count
     * @param offset what is added to the number of a text
     */
    void find(ComparableText text, int before, FoundTexts found, int offset) {
        int limit = Math.min(before, size);
        WordVector opening = text.opening();
        for (int i = 0; i < opening.keys().length; i++) {
            if (opening.rarities()[i] >= RARE) {
                stems.find(opening.keys()[i], opening.rarities()[i], limit, found, offset);
            }
        }
        for (int trigram : text.trigrams()) {
            if (trigram % SAMPLED == 0) {
                trigrams.find(trigram, TRIGRAM_WEIGHT, limit, found, offset);
            }
        }
    }

    /**
     * The numbers of the texts that have a key. Open addressing, at most two thirds full.
     *
     * @param keys by slot
     * @param starts by slot where the numbers of the key start, from 1; 0 for an empty slot
     * @param numbers ascending for each key; of the last one all bits are turned
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Postings(int[] keys, int[] starts, int[] numbers) {
        void find(int key, float weight, int limit, FoundTexts found, int offset) {
            int at = starts[slot(keys, starts, key)] - 1;
            if (at < 0) {
                return;
            }
            boolean last = false;
            while (!last) {
                int number = numbers[at++];
                last = number < 0;
                number = last ? ~number : number;
                if (number >= limit) {
                    return;
                }
                found.add(offset + number, weight);
            }
        }

        private static int slot(int[] keys, int[] starts, int key) {
            int mask = keys.length - 1;
            int slot = (key * 0x9E3779B9) >>> Integer.numberOfLeadingZeros(mask);
            while (starts[slot] != 0 && keys[slot] != key) {
                slot = (slot + 1) & mask;
            }
            return slot;
        }

        private static final class Builder {
            private long[] entries = new long[1024];
            private int size;

            void add(int key, int number) {
                if (size == entries.length) {
                    entries = Arrays.copyOf(entries, size * 2);
                }
                entries[size++] = (long) key << 32 | number;
            }

            Postings build() {
                Arrays.sort(entries, 0, size);
                int distinct = 0;
                for (int i = 0; i < size; i++) {
                    distinct += isLast(i) ? 1 : 0;
                }
                int capacity = Integer.highestOneBit(Math.max(1, distinct + distinct / 2)) * 2;
                int[] keys = new int[capacity];
                int[] starts = new int[capacity];
                int[] numbers = new int[size];
                int start = 0;
                for (int i = 0; i < size; i++) {
                    int number = (int) entries[i];
                    numbers[i] = isLast(i) ? ~number : number;
                    if (isLast(i)) {
                        int key = (int) (entries[i] >> 32);
                        int slot = slot(keys, starts, key);
                        keys[slot] = key;
                        starts[slot] = start + 1;
                        start = i + 1;
                    }
                }
                return new Postings(keys, starts, numbers);
            }

            private boolean isLast(int i) {
                return i + 1 == size || entries[i] >> 32 != entries[i + 1] >> 32;
            }
        }
    }
}

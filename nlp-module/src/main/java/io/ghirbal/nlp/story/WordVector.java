package io.ghirbal.nlp.story;

import java.util.Arrays;

/**
 * A part of an article as a vector of stems: each with how rare it is, times 1 + ln(how often it occurs). Sorted by key.
 *
 * @param keys the stems, ascending
 * @param weights how much each counts
 * @param rarities how rare each is, in nats
 * @param norm the Euclidean length of the weights
 * @param rarity the sum of all rarities
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record WordVector(int[] keys, float[] weights, float[] rarities, double norm, double rarity) {
    /**
     * What two vectors have in common.
     *
     * @param cosine from 0 to 1
     * @param sharedRarity the sum of the rarities of what both have, in nats
     * @param rarest the mean rarity of the three rarest of these; what is missing counts 0
     */
    record Overlap(double cosine, double sharedRarity, double rarest) {}

    /** Collects stems. */
    static final class Builder {
        private long[] entries = new long[64];
        private float[] rarity = new float[64];
        private int size;

        void add(int key, float rarityOfStem) {
            if (size == entries.length) {
                entries = Arrays.copyOf(entries, size * 2);
                rarity = Arrays.copyOf(rarity, size * 2);
            }
            // sorting the entries sorts by key, and keeps where the rarity stands
            entries[size] = ((long) key << 32) | size;
            rarity[size++] = rarityOfStem;
        }

        WordVector build() {
            long[] sorted = Arrays.copyOf(entries, size);
            Arrays.sort(sorted);
            int[] keys = new int[size];
            float[] weights = new float[size];
            float[] rarities = new float[size];
            int count = 0;
            double squares = 0;
            double sum = 0;
            for (int i = 0; i < size; ) {
                int key = (int) (sorted[i] >> 32);
                int from = i;
                while (i < size && (int) (sorted[i] >> 32) == key) {
                    i++;
                }
                float rare = rarity[(int) sorted[from]];
                if (rare > 0) {
                    keys[count] = key;
                    rarities[count] = rare;
                    weights[count] = (float) (rare * (1 + StrictMath.log(i - from)));
                    squares += (double) weights[count] * weights[count];
                    sum += rare;
                    count++;
                }
            }
            return new WordVector(
                    Arrays.copyOf(keys, count),
                    Arrays.copyOf(weights, count),
                    Arrays.copyOf(rarities, count),
                    Math.sqrt(squares),
                    sum);
        }
    }

    /** What both have in common. */
    Overlap overlap(WordVector other) {
        double product = 0;
        double shared = 0;
        float first = 0;
        float second = 0;
        float third = 0;
        int i = 0;
        int j = 0;
        while (i < keys.length && j < other.keys.length) {
            int key = keys[i];
            int otherKey = other.keys[j];
            if (key == otherKey) {
                product += (double) weights[i] * other.weights[j];
                float rare = rarities[i];
                shared += rare;
                if (rare > first) {
                    third = second;
                    second = first;
                    first = rare;
                } else if (rare > second) {
                    third = second;
                    second = rare;
                } else if (rare > third) {
                    third = rare;
                }
            }
            // sums in place of branches, which could not be foreseen
            i += key <= otherKey ? 1 : 0;
            j += otherKey <= key ? 1 : 0;
        }
        double norms = norm * other.norm;
        return new Overlap(norms == 0 ? 0 : product / norms, shared, (first + second + third) / 3.0);
    }
}

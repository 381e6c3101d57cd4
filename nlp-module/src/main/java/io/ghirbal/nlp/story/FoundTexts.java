package io.ghirbal.nlp.story;

import java.util.Arrays;

/** What is found for a text in a window: other texts by number, with how much they have in common with it. Not for several threads. */
final class FoundTexts {
    private final float[] scores;
    private int[] numbers = new int[256];
    private int size;

    /** Nothing found yet among {@code texts} texts. */
    FoundTexts(int texts) {
        this.scores = new float[texts];
    }

    /** Adds {@code score}, above 0, to what is known of a text. */
    void add(int number, float score) {
        if (scores[number] == 0) {
            if (size == numbers.length) {
                numbers = Arrays.copyOf(numbers, size * 2);
            }
            numbers[size++] = number;
        }
        scores[number] += score;
    }

    /**
     * Takes out the numbers with the highest scores, of equal ones the smaller numbers; nothing is found any more.
     *
     * @param least the lowest score that is taken
     * @param most how many are taken at most
     * @return the numbers: by score when some of them are left out, else ascending
     */
    int[] takeBest(float least, int most) {
        long[] found = new long[size];
        int count = 0;
        for (int i = 0; i < size; i++) {
            int number = numbers[i];
            if (scores[number] >= least) {
                // the bits of floats above 0 are in their order
                found[count++] = (long) ~Float.floatToIntBits(scores[number]) << 32 | number;
            }
            scores[number] = 0;
        }
        size = 0;
        Arrays.sort(found, 0, count);
        int[] best = new int[Math.min(count, most)];
        for (int i = 0; i < best.length; i++) {
            best[i] = (int) found[i];
        }
        if (count <= most) {
            Arrays.sort(best);
        }
        return best;
    }
}

package io.ghirbal.nlp.clean;

/** Numbers hashes, none of them 0, in the order they come: 0, 1, 2 and so on. */
final class HashIndex {
    private long[] keys;
    private int[] numbers;
    private int size;

    HashIndex(int expected) {
        int capacity = Integer.highestOneBit(Math.max(16, expected)) * 4;
        keys = new long[capacity];
        numbers = new int[capacity];
    }

    int size() {
        return size;
    }

    /** The number of {@code key}; negative when it has none. */
    int find(long key) {
        int mask = keys.length - 1;
        for (int i = slot(key) & mask; ; i = (i + 1) & mask) {
            if (keys[i] == key) {
                return numbers[i];
            }
            if (keys[i] == 0) {
                return -1;
            }
        }
    }

    /** The number of {@code key}, which gets the next one when it had none. */
    int add(long key) {
        int mask = keys.length - 1;
        for (int i = slot(key) & mask; ; i = (i + 1) & mask) {
            if (keys[i] == key) {
                return numbers[i];
            }
            if (keys[i] == 0) {
                keys[i] = key;
                numbers[i] = size++;
                if (size * 2 > keys.length) {
                    grow();
                }
                return size - 1;
            }
        }
    }

    private void grow() {
        long[] old = keys;
        int[] oldNumbers = numbers;
        keys = new long[old.length * 2];
        numbers = new int[old.length * 2];
        int mask = keys.length - 1;
        for (int j = 0; j < old.length; j++) {
            if (old[j] != 0) {
                int i = slot(old[j]) & mask;
                while (keys[i] != 0) {
                    i = (i + 1) & mask;
                }
                keys[i] = old[j];
                numbers[i] = oldNumbers[j];
            }
        }
    }

    private static int slot(long key) {
        return (int) ((key * 0x9E3779B97F4A7C15L) >>> 32);
    }
}

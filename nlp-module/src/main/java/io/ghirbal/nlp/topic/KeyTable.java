package io.ghirbal.nlp.topic;

/** Numbers keys of 64 bits: 0, 1, 2 … in the order they are first added. Open addressing, at most half full. */
final class KeyTable {
    static final int ABSENT = -1;

    private long[] keys;
    private int[] numbers;
    private int size;

    KeyTable(int expected) {
        int capacity = Integer.highestOneBit(Math.max(8, expected) * 2 - 1) * 2;
        keys = new long[capacity];
        numbers = new int[capacity];
    }

    int size() {
        return size;
    }

    /** The number of {@code key}, or {@link #ABSENT}. */
    int find(long key) {
        int slot = slot(key);
        return numbers[slot] - 1;
    }

    /** The number of {@code key}, which is the next one when the key is new. */
    int add(long key) {
        int slot = slot(key);
        if (numbers[slot] == 0) {
            if (2 * (size + 1) > keys.length) {
                grow();
                slot = slot(key);
            }
            keys[slot] = key;
            numbers[slot] = ++size;
        }
        return numbers[slot] - 1;
    }

    private int slot(long key) {
        int mask = keys.length - 1;
        int slot = (int) ((key * 0x9E3779B97F4A7C15L) >>> 32) & mask;
        while (numbers[slot] != 0 && keys[slot] != key) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldNumbers = numbers;
        keys = new long[oldKeys.length * 2];
        numbers = new int[oldKeys.length * 2];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldNumbers[i] != 0) {
                int slot = slot(oldKeys[i]);
                keys[slot] = oldKeys[i];
                numbers[slot] = oldNumbers[i];
            }
        }
    }
}

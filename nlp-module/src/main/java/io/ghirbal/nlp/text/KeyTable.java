package io.ghirbal.nlp.text;

/** Numbers keys of 64 bits: 0, 1, 2 … in the order they are first added. Open addressing, at most half full. */
public final class KeyTable {
    /** What stands for the number of a key that was not added. */
    public static final int ABSENT = -1;

    private static final long EMPTY = 0;
    /** What stands in the table for the key that is equal to {@link #EMPTY}. */
    private static final long ZERO = 0x5DEECE66DL;

    private long[] keys;
    private int[] numbers;
    private int size;

    /** @param expected how many keys there will be, more or less */
    public KeyTable(int expected) {
        int capacity = Integer.highestOneBit(Math.max(8, expected) * 2 - 1) * 2;
        keys = new long[capacity];
        numbers = new int[capacity];
    }

    /** How many keys there are. */
    public int size() {
        return size;
    }

    /** The number of {@code key}, or {@link #ABSENT}. */
    public int find(long key) {
        long sought = key == EMPTY ? ZERO : key;
        int slot = slot(sought);
        return keys[slot] == sought ? numbers[slot] : ABSENT;
    }

    /** The number of {@code key}, which is the next one when the key is new. */
    public int add(long key) {
        long added = key == EMPTY ? ZERO : key;
        int slot = slot(added);
        if (keys[slot] == EMPTY) {
            if (2 * (size + 1) > keys.length) {
                grow();
                slot = slot(added);
            }
            keys[slot] = added;
            numbers[slot] = size++;
        }
        return numbers[slot];
    }

    private int slot(long key) {
        int mask = keys.length - 1;
        // the upper bits of the product, the only ones that all bits of the key have a part in
        int slot = (int) ((key * 0x9E3779B97F4A7C15L) >>> Long.numberOfLeadingZeros(mask));
        while (keys[slot] != key && keys[slot] != EMPTY) {
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
            if (oldKeys[i] != EMPTY) {
                int slot = slot(oldKeys[i]);
                keys[slot] = oldKeys[i];
                numbers[slot] = oldNumbers[i];
            }
        }
    }
}

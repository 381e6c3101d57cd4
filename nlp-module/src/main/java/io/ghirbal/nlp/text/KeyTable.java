package io.ghirbal.nlp.text;

/** Numbers keys of 64 bits: 0, 1, 2 … in the order they are first added. Open addressing, at most half full. */
public final class KeyTable {
    /** What stands for the number of a key that was not added. */
    public static final int ABSENT = -1;

    private static final long EMPTY = 0;
    /** What stands in the table for the key that is equal to {@link #EMPTY}. */
    private static final long ZERO = 0x5DEECE66DL;

    /** A key and its number side by side, so that a look-up touches one line of the cache. */
    private long[] table;

    private int size;

    /** @param expected how many keys there will be, more or less */
    public KeyTable(int expected) {
        int capacity = Integer.highestOneBit(Math.max(8, expected) * 2 - 1) * 2;
        table = new long[2 * capacity];
    }

    /** How many keys there are. */
    public int size() {
        return size;
    }

    /** The number of {@code key}, or {@link #ABSENT}. */
    public int find(long key) {
        long sought = key == EMPTY ? ZERO : key;
        int slot = slot(sought);
        return table[slot] == sought ? (int) table[slot + 1] : ABSENT;
    }

    /** The number of {@code key}, which is the next one when the key is new. */
    public int add(long key) {
        long added = key == EMPTY ? ZERO : key;
        int slot = slot(added);
        if (table[slot] == EMPTY) {
            if (4 * (size + 1) > table.length) {
                grow();
                slot = slot(added);
            }
            table[slot] = added;
            table[slot + 1] = size++;
        }
        return (int) table[slot + 1];
    }

    private int slot(long key) {
        long[] all = table;
        int mask = all.length - 1;
        // the upper bits of the product, the only ones that all bits of the key have a part in
        int slot = (int) ((key * 0x9E3779B97F4A7C15L) >>> Long.numberOfLeadingZeros(mask)) & ~1;
        while (all[slot] != key && all[slot] != EMPTY) {
            slot = (slot + 2) & mask;
        }
        return slot;
    }

    private void grow() {
        long[] old = table;
        table = new long[old.length * 2];
        for (int i = 0; i < old.length; i += 2) {
            if (old[i] != EMPTY) {
                int slot = slot(old[i]);
                table[slot] = old[i];
                table[slot + 1] = old[i + 1];
            }
        }
    }
}

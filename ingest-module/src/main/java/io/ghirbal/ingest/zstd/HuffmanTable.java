package io.ghirbal.ingest.zstd;

import java.util.Arrays;

/** A decoding table of the Huffman code that literals are written in (RFC 8878, 4.2): the next bits lead to a symbol. Immutable. */
final class HuffmanTable {
    private static final int MOST_BITS = 11;
    private static final int MOST_SYMBOLS = 256;
    private static final int WEIGHTS_ACCURACY = 6;
    private static final int MOST_WEIGHT = MOST_BITS + 1;

    /** In the first byte of a description: from here on the weights stand there as they are. */
    private static final int PLAIN = 128;

    private static final int SYMBOLS_AT_A_TIME = BackwardBits.MANY / MOST_BITS;

    private final int mostBits;
    /** By the next bits of the stream: a symbol in the low byte, the number of bits that it takes above it. */
    private final short[] entries;

    private HuffmanTable(int mostBits) {
        this.mostBits = mostBits;
        this.entries = new short[1 << mostBits];
    }

    /** A table, and where the bytes behind its description begin. */
    record Described(HuffmanTable table, int end) {}

    /** Reads the description of a table, which ends before {@code end}. */
    static Described read(byte[] bytes, int start, int end) throws ZstdException {
        if (start >= end) {
            throw new ZstdException("a table is cut short");
        }
        int header = bytes[start] & 0xFF;
        int length = header < PLAIN ? header : (header - PLAIN + 2) / 2;
        int from = start + 1;
        if (length > end - from) {
            throw new ZstdException("a table is cut short");
        }
        int[] weights = new int[MOST_SYMBOLS];
        int count;
        if (header < PLAIN) {
            count = readWeights(bytes, from, from + length, weights);
        } else {
            count = header - PLAIN + 1;
            for (int i = 0; i < count; i++) {
                int both = bytes[from + i / 2];
                weights[i] = (i % 2 == 0 ? both >> 4 : both) & 0xF;
            }
        }
        return new Described(of(weights, count), from + length);
    }

    /** Reads weights that two states of one FSE table give in turn. */
    private static int readWeights(byte[] bytes, int start, int end, int[] weights) throws ZstdException {
        FseTable.Described described = FseTable.read(bytes, start, end, WEIGHTS_ACCURACY, MOST_WEIGHT);
        FseTable table = described.table();
        BackwardBits in = new BackwardBits(bytes, described.end(), end);
        int state = in.read(table.accuracy());
        int other = in.read(table.accuracy());
        if (in.isBeforeStart()) {
            throw new ZstdException("a table is cut short");
        }
        int count = 0;
        while (true) {
            if (count + 2 >= MOST_SYMBOLS) {
                throw new ZstdException("a table has too many symbols");
            }
            weights[count++] = table.symbol(state);
            state = table.next(state, in);
            if (in.isBeforeStart()) {
                weights[count++] = table.symbol(other);
                return count;
            }
            int swap = state;
            state = other;
            other = swap;
        }
    }

    /** @param count of the weights; that of the last symbol is not written, for it follows from them */
    private static HuffmanTable of(int[] weights, int count) throws ZstdException {
        int sum = 0;
        int lightest = 0;
        for (int symbol = 0; symbol < count; symbol++) {
            if (weights[symbol] > MOST_WEIGHT) {
                throw new ZstdException("a code is too long");
            }
            sum += 1 << weights[symbol] >> 1;
        }
        int mostBits = 32 - Integer.numberOfLeadingZeros(sum);
        int rest = (1 << mostBits) - sum;
        if (sum == 0 || mostBits > MOST_BITS || Integer.bitCount(rest) != 1) {
            throw new ZstdException("the codes of a table do not fill it");
        }
        weights[count] = 32 - Integer.numberOfLeadingZeros(rest);
        for (int symbol = 0; symbol <= count; symbol++) {
            lightest += weights[symbol] == 1 ? 1 : 0;
        }
        if (lightest < 2) {
            throw new ZstdException("no two codes of a table have its length");
        }
        HuffmanTable table = new HuffmanTable(mostBits);
        int position = 0;
        for (int weight = 1; weight <= mostBits; weight++) {
            for (int symbol = 0; symbol <= count; symbol++) {
                if (weights[symbol] == weight) {
                    int end = position + (1 << (weight - 1));
                    Arrays.fill(table.entries, position, end, (short) (((mostBits + 1 - weight) << 8) | symbol));
                    position = end;
                }
            }
        }
        return table;
    }

    /** Decodes what stands in {@code bytes} from {@code start} to {@code end} into {@code out} from {@code first} to {@code last}. */
    void decode(byte[] bytes, int start, int end, byte[] out, int first, int last) throws ZstdException {
        BackwardBits in = new BackwardBits(bytes, start, end);
        int mask = entries.length - 1;
        int i = first;
        while (i <= last - SYMBOLS_AT_A_TIME && in.hasMany()) {
            long many = in.peekMany();
            int left = BackwardBits.MANY - mostBits;
            for (int k = 0; k < SYMBOLS_AT_A_TIME; k++) {
                int entry = entries[(int) (many >>> left) & mask];
                out[i++] = (byte) entry;
                left -= entry >> 8;
            }
            in.skip(BackwardBits.MANY - mostBits - left);
        }
        while (i < last) {
            int entry = entries[in.peek(mostBits)];
            out[i++] = (byte) entry;
            in.skip(entry >> 8);
        }
        if (!in.isAtStart()) {
            throw new ZstdException("literals do not end where they should");
        }
    }
}

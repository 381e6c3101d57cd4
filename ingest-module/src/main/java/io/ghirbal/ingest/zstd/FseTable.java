package io.ghirbal.ingest.zstd;

/**
 * A decoding table of Finite State Entropy (RFC 8878, 4.1): a state stands for a symbol, and bits of the stream lead to the next one.
 * Immutable.
 */
final class FseTable {
    private static final int LEAST_ACCURACY = 5;

    private final int accuracy;
    private final byte[] symbols;
    private final byte[] bits;
    private final short[] baselines;

    private FseTable(int accuracy) {
        this.accuracy = accuracy;
        this.symbols = new byte[1 << accuracy];
        this.bits = new byte[1 << accuracy];
        this.baselines = new short[1 << accuracy];
    }

    /** A table that gives always the same symbol and takes no bits. */
    static FseTable repeating(int symbol) {
        FseTable table = new FseTable(0);
        table.symbols[0] = (byte) symbol;
        return table;
    }

    /**
     * The table of a distribution.
     *
     * @param accuracy binary logarithm of the number of states
     * @param frequencies how many states each symbol has; -1 for one state that is left after all bits
     * @param count how many of the frequencies count
     */
    static FseTable of(int accuracy, int[] frequencies, int count) throws ZstdException {
        FseTable table = new FseTable(accuracy);
        int size = 1 << accuracy;
        int[] next = new int[count];
        int high = size - 1;
        for (int symbol = 0; symbol < count; symbol++) {
            next[symbol] = frequencies[symbol];
            if (frequencies[symbol] < 0) {
                table.symbols[high--] = (byte) symbol;
                next[symbol] = 1;
            }
        }
        int step = (size >> 1) + (size >> 3) + 3;
        int position = 0;
        for (int symbol = 0; symbol < count; symbol++) {
            for (int i = 0; i < frequencies[symbol]; i++) {
                table.symbols[position] = (byte) symbol;
                do {
                    position = (position + step) & (size - 1);
                } while (position > high);
            }
        }
        if (position != 0) {
            throw new ZstdException("the frequencies of a table do not fill it");
        }
        for (int state = 0; state < size; state++) {
            int symbol = table.symbols[state];
            int following = next[symbol]++;
            int bits = accuracy - 31 + Integer.numberOfLeadingZeros(following);
            table.bits[state] = (byte) bits;
            table.baselines[state] = (short) ((following << bits) - size);
        }
        return table;
    }

    /** A table, and where the bytes behind its description begin. */
    record Described(FseTable table, int end) {}

    /**
     * Reads the description of a table.
     *
     * @param end behind the last byte it may take
     * @param mostAccuracy its largest accuracy
     * @param mostSymbol its largest symbol
     */
    static Described read(byte[] bytes, int start, int end, int mostAccuracy, int mostSymbol) throws ZstdException {
        ForwardBits in = new ForwardBits(bytes, start, end);
        int accuracy = in.read(4) + LEAST_ACCURACY;
        if (accuracy > mostAccuracy) {
            throw new ZstdException("a table is larger than allowed");
        }
        int[] frequencies = new int[mostSymbol + 1];
        int left = 1 << accuracy;
        int symbol = 0;
        while (left > 0) {
            // There are left + 2 values; so many of the smallest as a power of two is above that take a bit less.
            int bits = 32 - Integer.numberOfLeadingZeros(left + 1);
            int fewer = (1 << bits) - 2 - left;
            int value = in.read(bits - 1);
            if (value >= fewer) {
                value |= in.read(1) << (bits - 1);
                if (value >= 1 << (bits - 1)) {
                    value -= fewer;
                }
            }
            int frequency = value - 1;
            if (symbol > mostSymbol) {
                throw new ZstdException("a table has too many symbols");
            }
            frequencies[symbol++] = frequency;
            left -= Math.abs(frequency);
            if (frequency == 0) {
                int zeroes;
                do {
                    zeroes = in.read(2);
                    symbol += zeroes;
                } while (zeroes == 3);
            }
        }
        if (left < 0 || symbol > mostSymbol + 1) {
            throw new ZstdException("the frequencies of a table do not fill it");
        }
        return new Described(of(accuracy, frequencies, symbol), in.end());
    }

    int accuracy() {
        return accuracy;
    }

    int symbol(int state) {
        return symbols[state];
    }

    /** The state behind {@code state}. */
    int next(int state, BackwardBits in) {
        return baselines[state] + in.read(bits[state]);
    }
}

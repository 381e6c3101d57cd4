package io.ghirbal.ingest.zstd;

/** How one of the three numbers of a sequence is written: a code that says where to begin, and bits to add (RFC 8878, 3.1.1.3.2.1.1). */
final class SequenceCode {
    private static final int[] LITERAL_LENGTH_BITS = {
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 3, 3, 4, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15,
        16
    };
    private static final int[] MATCH_LENGTH_BITS = {
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2,
        2, 3, 3, 4, 4, 5, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16
    };
    private static final int[] LITERAL_LENGTH_FREQUENCIES = {
        4, 3, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 1, 1, 1, 2, 2, 2, 2, 2, 2, 2, 2, 2, 3, 2, 1, 1, 1, 1, 1, -1, -1, -1, -1
    };
    private static final int[] MATCH_LENGTH_FREQUENCIES = {
        1, 4, 3, 2, 2, 2, 2, 2, 2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
        1, 1, 1, 1, 1, 1, 1, 1, 1, -1, -1, -1, -1, -1, -1, -1
    };
    private static final int[] OFFSET_FREQUENCIES = {
        1, 1, 1, 1, 1, 1, 2, 2, 2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, -1, -1, -1, -1, -1
    };
    private static final int LEAST_MATCH = 3;
    /** An offset of 2 GiB, more than any window that is read. */
    private static final int MOST_OFFSET_CODE = 31;

    private final int[] firsts;
    private final int[] bits;
    private final int mostAccuracy;
    private final FseTable predefined;

    private SequenceCode(int[] firsts, int[] bits, int mostAccuracy, int accuracy, int[] frequencies) {
        this.firsts = firsts;
        this.bits = bits;
        this.mostAccuracy = mostAccuracy;
        try {
            this.predefined = FseTable.of(accuracy, frequencies, frequencies.length);
        } catch (ZstdException e) {
            throw new IllegalStateException(e);
        }
    }

    static SequenceCode literalLengths() {
        return new SequenceCode(firsts(0, LITERAL_LENGTH_BITS), LITERAL_LENGTH_BITS, 9, 6, LITERAL_LENGTH_FREQUENCIES);
    }

    static SequenceCode matchLengths() {
        return new SequenceCode(
                firsts(LEAST_MATCH, MATCH_LENGTH_BITS), MATCH_LENGTH_BITS, 9, 6, MATCH_LENGTH_FREQUENCIES);
    }

    /** A code of an offset is the number of its bits. */
    static SequenceCode offsets() {
        int[] bits = new int[MOST_OFFSET_CODE + 1];
        int[] firsts = new int[MOST_OFFSET_CODE + 1];
        for (int code = 0; code <= MOST_OFFSET_CODE; code++) {
            bits[code] = code;
            firsts[code] = 1 << code;
        }
        return new SequenceCode(firsts, bits, 8, 5, OFFSET_FREQUENCIES);
    }

    /** Each code begins where the numbers of the one before it end. */
    private static int[] firsts(int least, int[] bits) {
        int[] firsts = new int[bits.length];
        int first = least;
        for (int code = 0; code < bits.length; code++) {
            firsts[code] = first;
            first += 1 << bits[code];
        }
        return firsts;
    }

    FseTable predefined() {
        return predefined;
    }

    int mostAccuracy() {
        return mostAccuracy;
    }

    int mostSymbol() {
        return bits.length - 1;
    }

    /** The number that {@code code} and the next bits say. */
    int value(int code, BackwardBits in) {
        return firsts[code] + in.read(bits[code]);
    }
}

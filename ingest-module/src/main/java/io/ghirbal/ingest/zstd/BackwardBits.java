package io.ghirbal.ingest.zstd;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Reads bits from the end of some bytes to their beginning, the order in which the entropy coders of Zstandard read (RFC 8878, 4.1). The
 * highest bit that is set in the last byte only marks the end. Before the first byte there are zeroes, as far as anybody reads.
 */
final class BackwardBits {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    /** So many bits can be had from eight bytes whichever bit they begin with. */
    static final int MANY = 56;

    private final byte[] bytes;
    private final int start;
    /** The bits that are left, counted from {@link #start}; below 0 when more were read than there are. */
    private int left;

    /** @param end behind the last byte */
    BackwardBits(byte[] bytes, int start, int end) throws ZstdException {
        if (start >= end || bytes[end - 1] == 0) {
            throw new ZstdException("a stream of bits has no end mark");
        }
        this.bytes = bytes;
        this.start = start;
        int last = bytes[end - 1] & 0xFF;
        this.left = 8 * (end - 1 - start) + 31 - Integer.numberOfLeadingZeros(last);
    }

    /**
     * The next bits, which stay there; the first of them is the highest.
     *
     * @param count 0 to 32
     */
    int peek(int count) {
        if (count == 0) {
            return 0;
        }
        int from = left - count;
        return from >= 0 ? bits(from, count) : beforeTheStart(count);
    }

    /** Whether {@link #peekMany} may be called. */
    boolean hasMany() {
        return left >= MANY;
    }

    /** The next {@link #MANY} bits, which stay there. */
    long peekMany() {
        int from = left - MANY;
        int at = start + (from >>> 3);
        long eight = at + Long.BYTES <= bytes.length ? (long) LONGS.get(bytes, at) : fewBytes(at);
        return (eight >>> (from & 7)) & ((1L << MANY) - 1);
    }

    private int beforeTheStart(int count) {
        int missing = Math.min(count - left, count);
        int there = count - missing;
        return there == 0 || missing >= Integer.SIZE ? 0 : bits(0, there) << missing;
    }

    private int bits(int from, int count) {
        int at = start + (from >>> 3);
        int shift = from & 7;
        long eight = at + Long.BYTES <= bytes.length ? (long) LONGS.get(bytes, at) : fewBytes(at);
        return (int) ((eight >>> shift) & ((1L << count) - 1));
    }

    private long fewBytes(int at) {
        long value = 0;
        for (int i = bytes.length - 1; i >= at; i--) {
            value = (value << 8) | (bytes[i] & 0xFF);
        }
        return value;
    }

    void skip(int count) {
        left -= count;
    }

    /** @param count 0 to 32 */
    int read(int count) {
        int bits = peek(count);
        left -= count;
        return bits;
    }

    /** Whether all bits were read, and no more than there are. */
    boolean isAtStart() {
        return left == 0;
    }

    /** Whether more was read than there is. */
    boolean isBeforeStart() {
        return left < 0;
    }
}

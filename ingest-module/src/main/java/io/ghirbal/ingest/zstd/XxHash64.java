package io.ghirbal.ingest.zstd;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** XXH64 with the seed 0, which frames are checked by (github.com/Cyan4973/xxHash, doc/xxhash_spec.md). Not thread-safe. */
final class XxHash64 {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    private static final long PRIME1 = 0x9E3779B185EBCA87L;
    private static final long PRIME2 = 0xC2B2AE3D27D4EB4FL;
    private static final long PRIME3 = 0x165667B19E3779F9L;
    private static final long PRIME4 = 0x85EBCA77C2B2AE63L;
    private static final long PRIME5 = 0x27D4EB2F165667C5L;

    private static final int STRIPE = 32;

    private long lane1 = 0x60EA27EEADC0B5D6L; // PRIME1 + PRIME2
    private long lane2 = PRIME2;
    private long lane3;
    private long lane4 = -PRIME1;
    private long total;
    private final byte[] rest = new byte[STRIPE];
    private int restLength;

    void update(byte[] bytes, int start, int length) {
        total += length;
        int from = start;
        int end = start + length;
        if (restLength > 0) {
            int taken = Math.min(STRIPE - restLength, length);
            System.arraycopy(bytes, from, rest, restLength, taken);
            restLength += taken;
            from += taken;
            if (restLength < STRIPE) {
                return;
            }
            stripe(rest, 0);
            restLength = 0;
        }
        for (; from + STRIPE <= end; from += STRIPE) {
            stripe(bytes, from);
        }
        restLength = end - from;
        System.arraycopy(bytes, from, rest, 0, restLength);
    }

    private void stripe(byte[] bytes, int at) {
        lane1 = round(lane1, (long) LONGS.get(bytes, at));
        lane2 = round(lane2, (long) LONGS.get(bytes, at + 8));
        lane3 = round(lane3, (long) LONGS.get(bytes, at + 16));
        lane4 = round(lane4, (long) LONGS.get(bytes, at + 24));
    }

    private static long round(long lane, long input) {
        return Long.rotateLeft(lane + input * PRIME2, 31) * PRIME1;
    }

    /** The hash of all that was given so far. */
    long value() {
        long hash = total < STRIPE ? PRIME5 : merged(merged(merged(merged(lanes(), lane1), lane2), lane3), lane4);
        hash += total;
        int at = 0;
        for (; at + 8 <= restLength; at += 8) {
            hash = Long.rotateLeft(hash ^ round(0, (long) LONGS.get(rest, at)), 27) * PRIME1 + PRIME4;
        }
        if (at + 4 <= restLength) {
            hash = Long.rotateLeft(hash ^ ((int) INTS.get(rest, at) & 0xFFFFFFFFL) * PRIME1, 23) * PRIME2 + PRIME3;
            at += 4;
        }
        for (; at < restLength; at++) {
            hash = Long.rotateLeft(hash ^ (rest[at] & 0xFF) * PRIME5, 11) * PRIME1;
        }
        hash = (hash ^ (hash >>> 33)) * PRIME2;
        hash = (hash ^ (hash >>> 29)) * PRIME3;
        return hash ^ (hash >>> 32);
    }

    private long lanes() {
        return Long.rotateLeft(lane1, 1)
                + Long.rotateLeft(lane2, 7)
                + Long.rotateLeft(lane3, 12)
                + Long.rotateLeft(lane4, 18);
    }

    private static long merged(long hash, long lane) {
        return (hash ^ round(0, lane)) * PRIME1 + PRIME4;
    }
}

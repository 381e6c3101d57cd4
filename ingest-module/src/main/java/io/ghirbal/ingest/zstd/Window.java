package io.ghirbal.ingest.zstd;

import java.util.Arrays;

/**
 * The bytes of a frame that were decoded last, to which those that follow may refer. Takes memory as bytes come, not as a header claims. Not
 * thread-safe.
 */
final class Window {
    private static final int LEAST_CAPACITY = 1 << 18;

    /** So many bytes are copied faster one by one. */
    private static final int FEW = 16;

    private byte[] bytes = new byte[0];
    private int end;
    private int size;
    private long total;

    /** Forgets what was decoded; a frame begins that refers no further back than {@code size} bytes. */
    void begin(int size) {
        this.size = size;
        end = 0;
        total = 0;
    }

    /** How many bytes of the frame were decoded. */
    long total() {
        return total;
    }

    byte[] bytes() {
        return bytes;
    }

    /** Behind the last byte in {@link #bytes}. */
    int end() {
        return end;
    }

    /**
     * Makes room for {@code length} bytes more. What {@link #bytes} and {@link #end} gave is not valid any more.
     *
     * @throws ZstdException when there is not so much memory
     */
    void makeRoom(int length) throws ZstdException {
        if (length <= bytes.length - end) {
            return;
        }
        int kept = Math.min(end, size);
        int most = size + Math.max(size / 4, length);
        byte[] roomier = bytes.length < most ? grown(kept + length, most) : bytes;
        System.arraycopy(bytes, end - kept, roomier, 0, kept);
        bytes = roomier;
        end = kept;
    }

    /** Twice as large, but at once as large as can be when that is not much more, for both are held while the bytes are copied. */
    private byte[] grown(int least, int most) throws ZstdException {
        int wanted = Math.max(2 * bytes.length, Math.max(least, LEAST_CAPACITY));
        try {
            return new byte[wanted > most / 2 ? most : wanted];
        } catch (OutOfMemoryError e) {
            throw new ZstdException(
                    "its window of %,d MiB needs more memory than there is; java's option -Xmx gives more"
                            .formatted(Math.max(1, size >> 20)),
                    e);
        }
    }

    /** Appends bytes; there is room for them. */
    void append(byte[] from, int start, int length) {
        copy(from, start, length);
        end += length;
        total += length;
    }

    /** Appends the same byte; there is room for it. */
    void fill(byte value, int length) {
        Arrays.fill(bytes, end, end + length, value);
        end += length;
        total += length;
    }

    /** Appends {@code length} of the bytes that begin {@code offset} bytes back; there is room for them. */
    void repeat(int offset, int length) throws ZstdException {
        if (offset <= 0 || offset > size || offset > total) {
            throw new ZstdException("a block refers to what is not there");
        }
        int from = end - offset;
        if (offset >= length) {
            copy(bytes, from, length);
        } else {
            for (int i = 0; i < length; i++) {
                bytes[end + i] = bytes[from + i];
            }
        }
        end += length;
        total += length;
    }

    private void copy(byte[] from, int start, int length) {
        if (length > FEW) {
            System.arraycopy(from, start, bytes, end, length);
        } else {
            for (int i = 0; i < length; i++) {
                bytes[end + i] = from[start + i];
            }
        }
    }
}

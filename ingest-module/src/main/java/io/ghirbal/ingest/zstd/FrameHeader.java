package io.ghirbal.ingest.zstd;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * What a frame says of itself at its beginning (RFC 8878, 3.1.1.1).
 *
 * @param windowSize how far back its blocks refer, in bytes
 * @param contentSize its length when decompressed, in bytes; {@link #UNKNOWN} when it does not say
 * @param hasChecksum whether a checksum stands behind its last block
 */
record FrameHeader(int windowSize, long contentSize, boolean hasChecksum) {
    static final long UNKNOWN = -1;

    private static final int LEAST_WINDOW_LOG = 10;

    /**
     * Reads a header.
     *
     * @param in stands behind the magic number
     * @throws UnsupportedZstdException when the frame wants a dictionary, or a window larger than {@code mostWindow} bytes
     */
    static FrameHeader read(InputStream in, int mostWindow) throws IOException {
        int descriptor = (int) number(in, 1);
        boolean singleSegment = (descriptor & 0x20) != 0;
        if ((descriptor & 0x08) != 0) {
            throw new ZstdException("a frame sets a bit that is reserved");
        }
        long window = 0;
        if (!singleSegment) {
            int windowDescriptor = (int) number(in, 1);
            long base = 1L << (LEAST_WINDOW_LOG + (windowDescriptor >> 3));
            window = base + base / 8 * (windowDescriptor & 7);
        }
        long dictionary = number(in, (1 << (descriptor & 3)) >> 1);
        int sizeFlag = descriptor >> 6;
        long contentSize = UNKNOWN;
        if (sizeFlag > 0 || singleSegment) {
            contentSize = number(in, 1 << sizeFlag) + (sizeFlag == 1 ? 256 : 0);
            if (contentSize < 0) {
                throw new ZstdException("a frame claims more bytes than can be counted");
            }
        }
        if (singleSegment) {
            window = contentSize;
        }
        if (dictionary != 0) {
            throw new UnsupportedZstdException("it was compressed with the dictionary %,d".formatted(dictionary));
        }
        if (window > mostWindow) {
            throw new UnsupportedZstdException(
                    "it was compressed with a window of %,d MiB, and the largest that is read has %,d"
                            .formatted((window + (1 << 20) - 1) >> 20, mostWindow >> 20));
        }
        return new FrameHeader((int) window, contentSize, (descriptor & 0x04) != 0);
    }

    /** A number of 0 to 8 bytes, the lowest first. */
    private static long number(InputStream in, int length) throws IOException {
        byte[] bytes = new byte[Long.BYTES];
        ZstdInputStream.readFully(in, bytes, length);
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong();
    }
}

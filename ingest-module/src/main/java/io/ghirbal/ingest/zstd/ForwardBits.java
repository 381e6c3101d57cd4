package io.ghirbal.ingest.zstd;

/** Reads bits from the beginning of some bytes to their end, the lowest bit of a byte first. */
final class ForwardBits {
    private final byte[] bytes;
    private final int start;
    private final int end;
    private int position;

    ForwardBits(byte[] bytes, int start, int end) {
        this.bytes = bytes;
        this.start = start;
        this.end = end;
    }

    /** @param count 0 to 24 */
    int read(int count) throws ZstdException {
        int value = 0;
        for (int i = 0; i < count; i++) {
            int at = start + (position >> 3);
            if (at >= end) {
                throw new ZstdException("a table is cut short");
            }
            value |= ((bytes[at] >> (position & 7)) & 1) << i;
            position++;
        }
        return value;
    }

    /** Behind the last byte of which a bit was read. */
    int end() {
        return start + ((position + 7) >> 3);
    }
}

package io.ghirbal.ingest.source;

import io.airlift.compress.snappy.SnappyDecompressor;
import io.ghirbal.ingest.zstd.ZstdInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/** How the pages of a Parquet column are compressed. The codecs of parquet-java need Hadoop. */
enum PageCodec {
    UNCOMPRESSED {
        @Override
        int decompress(byte[] page, int offset, byte[] plain) {
            int length = page.length - offset;
            System.arraycopy(page, offset, plain, 0, Math.min(length, plain.length));
            return length;
        }
    },
    SNAPPY {
        @Override
        int decompress(byte[] page, int offset, byte[] plain) {
            return new SnappyDecompressor().decompress(page, offset, page.length - offset, plain, 0, plain.length);
        }
    },
    GZIP {
        @Override
        int decompress(byte[] page, int offset, byte[] plain) throws IOException {
            return fill(plain, new GZIPInputStream(bytes(page, offset)));
        }
    },
    ZSTD {
        @Override
        int decompress(byte[] page, int offset, byte[] plain) throws IOException {
            return fill(plain, new ZstdInputStream(bytes(page, offset)));
        }
    };

    /** The codec of this name, or empty when there is none here. */
    static Optional<PageCodec> of(CompressionCodecName name) {
        return Arrays.stream(values())
                .filter(codec -> codec.name().equals(name.name()))
                .findFirst();
    }

    /**
     * Fills {@code plain} with what stands in {@code page} from {@code offset} on, as far as there is room. Answers the length of what
     * stands there, or, when that is not the length of {@code plain}, any other length. Throws any exception when the page is damaged.
     */
    abstract int decompress(byte[] page, int offset, byte[] plain) throws IOException;

    private static InputStream bytes(byte[] page, int offset) {
        return new ByteArrayInputStream(page, offset, page.length - offset);
    }

    private static int fill(byte[] plain, InputStream decompressed) throws IOException {
        try (decompressed) {
            int length = decompressed.readNBytes(plain, 0, plain.length);
            return decompressed.read() < 0 ? length : length + 1;
        }
    }
}

package io.ghirbal.ingest.source;

import com.github.luben.zstd.Zstd;
import io.airlift.compress.snappy.SnappyDecompressor;
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
            try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(page, offset, page.length - offset))) {
                int length = in.readNBytes(plain, 0, plain.length);
                return in.read() < 0 ? length : length + 1;
            }
        }
    },
    ZSTD {
        @Override
        int decompress(byte[] page, int offset, byte[] plain) throws IOException {
            ZstdLibrary.load();
            long length = Zstd.decompressByteArray(plain, 0, plain.length, page, offset, page.length - offset);
            return Zstd.isError(length) ? -1 : Math.toIntExact(length);
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
}

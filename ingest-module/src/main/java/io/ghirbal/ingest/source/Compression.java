package io.ghirbal.ingest.source;

import com.github.luben.zstd.ZstdInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/** How a file is compressed, by the ending of its name. */
enum Compression {
    NONE(""),
    GZIP(".gz"),
    ZSTD(".zst");

    private static final int BUFFER = 1 << 16;

    /** The short form of {@code .tar.gz}. */
    private static final String TAR_BY_GZIP = ".tgz";

    private final String ending;

    Compression(String ending) {
        this.ending = ending;
    }

    /** @param fileName a name in small letters */
    static Compression of(String fileName) {
        return fileName.endsWith(GZIP.ending) || fileName.endsWith(TAR_BY_GZIP)
                ? GZIP
                : fileName.endsWith(ZSTD.ending) ? ZSTD : NONE;
    }

    /** {@code fileName} without the ending of this compression. */
    String strip(String fileName) {
        return fileName.endsWith(TAR_BY_GZIP)
                ? fileName.substring(0, fileName.length() - TAR_BY_GZIP.length()) + ".tar"
                : fileName.substring(0, fileName.length() - ending.length());
    }

    /** The decompressed bytes, up to {@code limit}; on failure {@code bytes} is left open. */
    InputStream decompress(InputStream bytes, ExpansionLimit limit) throws IOException {
        ExpansionLimit.Counting compressed = new ExpansionLimit.Counting(bytes);
        return switch (this) {
            case NONE -> bytes;
            case GZIP -> limit.watch(new GZIPInputStream(compressed, BUFFER), compressed);
            case ZSTD -> limit.watch(zstd(compressed), compressed);
        };
    }

    private static InputStream zstd(InputStream compressed) throws IOException {
        ZstdLibrary.load();
        return new ZstdInputStream(compressed);
    }

    /** What the file should be, for a message. */
    String title() {
        return switch (this) {
            case NONE -> "file";
            case GZIP -> "gzip file";
            case ZSTD -> "Zstandard file";
        };
    }
}

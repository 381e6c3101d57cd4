package io.ghirbal.ingest.source;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Arrays;
import java.util.zip.CRC32;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.page.DataPage;
import org.apache.parquet.column.page.DataPageV1;
import org.apache.parquet.column.page.DataPageV2;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.page.PageReader;
import org.apache.parquet.format.DataPageHeader;
import org.apache.parquet.format.DataPageHeaderV2;
import org.apache.parquet.format.Encoding;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.PageType;
import org.apache.parquet.format.Util;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.jspecify.annotations.Nullable;

/**
 * The pages of a column in a row group, read one at a time: parquet-java reads the column of a whole row group, which may have gigabytes.
 * What a page claims is believed only as far as there are bytes for it. Not thread-safe.
 */
final class ParquetPages implements PageReader {
    /** Largest page, in bytes; programs write pages of 1 to 100 MB. */
    static final int MAX_BYTES = 128 << 20;

    private final InputStream in;
    private final PageCodec codec;
    private final ExpansionLimit limit;
    private final long values;
    private final Region region;
    private @Nullable PageHeader ahead;

    /** @param limit how far a page may expand */
    ParquetPages(FileChannel file, ColumnChunkMetaData chunk, PageCodec codec, ExpansionLimit limit) {
        this.region = new Region(file, chunk.getStartingPos(), chunk.getTotalSize());
        this.in = new BufferedInputStream(region);
        this.codec = codec;
        this.limit = limit;
        this.values = chunk.getValueCount();
    }

    /** How many bytes of the file were read for them so far. */
    long bytesRead() {
        return region.read;
    }

    @Override
    public long getTotalValueCount() {
        return values;
    }

    @Override
    public @Nullable DictionaryPage readDictionaryPage() {
        try {
            PageHeader header = Util.readPageHeader(in);
            if (header.getType() != PageType.DICTIONARY_PAGE) {
                ahead = header;
                return null;
            }
            byte[] plain = plain(header, bytes(header), 0);
            int entries = header.getDictionary_page_header().getNum_values();
            if (entries < 0 || entries > plain.length) {
                throw new IOException("a dictionary claims %,d entries in %,d bytes".formatted(entries, plain.length));
            }
            return new DictionaryPage(
                    BytesInput.from(plain),
                    entries,
                    encoding(header.getDictionary_page_header().getEncoding()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public DataPage readPage() {
        try {
            PageHeader header = ahead == null ? Util.readPageHeader(in) : ahead;
            ahead = null;
            while (header.getType() == PageType.INDEX_PAGE) {
                in.skipNBytes(Math.max(0, header.getCompressed_page_size()));
                header = Util.readPageHeader(in);
            }
            return switch (header.getType()) {
                case DATA_PAGE -> page(header, header.getData_page_header());
                case DATA_PAGE_V2 -> page(header, header.getData_page_header_v2());
                default -> throw new IOException("a page of values is missing");
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private DataPage page(PageHeader header, DataPageHeader values) throws IOException {
        byte[] plain = plain(header, bytes(header), 0);
        return new DataPageV1(
                BytesInput.from(plain),
                values.getNum_values(),
                plain.length,
                null,
                encoding(values.getRepetition_level_encoding()),
                encoding(values.getDefinition_level_encoding()),
                encoding(values.getEncoding()));
    }

    /** Of the second version of pages only the values are compressed, and not always. */
    private DataPage page(PageHeader header, DataPageHeaderV2 values) throws IOException {
        byte[] bytes = bytes(header);
        int repetition = values.getRepetition_levels_byte_length();
        int definition = values.getDefinition_levels_byte_length();
        if (repetition < 0 || definition < 0 || repetition > bytes.length - definition) {
            throw new IOException("a page claims more levels than it has bytes");
        }
        int levels = repetition + definition;
        byte[] plain = values.isIs_compressed()
                ? plain(header, bytes, levels)
                : Arrays.copyOfRange(bytes, levels, bytes.length);
        return DataPageV2.uncompressed(
                values.getNum_rows(),
                values.getNum_nulls(),
                values.getNum_values(),
                BytesInput.from(bytes, 0, repetition),
                BytesInput.from(bytes, repetition, definition),
                encoding(values.getEncoding()),
                BytesInput.from(plain),
                null);
    }

    /** The bytes of a page as they stand in the file. */
    private byte[] bytes(PageHeader header) throws IOException {
        int length = header.getCompressed_page_size();
        if (length < 0 || length > MAX_BYTES || length > region.left() + in.available()) {
            throw new IOException("a page claims %,d bytes".formatted(length));
        }
        byte[] bytes = new byte[length];
        if (in.readNBytes(bytes, 0, length) < length) {
            throw new IOException("a page is cut short");
        }
        if (header.isSetCrc()) {
            CRC32 crc = new CRC32();
            crc.update(bytes);
            if ((int) crc.getValue() != header.getCrc()) {
                throw new IOException("the checksum of a page is wrong");
            }
        }
        return bytes;
    }

    /** What stands in {@code page} from {@code offset} on, decompressed. */
    private byte[] plain(PageHeader header, byte[] page, int offset) throws IOException {
        int length = header.getUncompressed_page_size() - offset;
        if (length < 0 || length > MAX_BYTES) {
            throw new IOException(
                    "a page claims %,d bytes".formatted(Integer.toUnsignedLong(header.getUncompressed_page_size())));
        }
        limit.check(length, page.length);
        byte[] plain = new byte[length];
        if (length > 0 && codec.decompress(page, offset, plain) != length) {
            throw new IOException("a page has not the length that it claims");
        }
        return plain;
    }

    private static org.apache.parquet.column.Encoding encoding(Encoding encoding) {
        return org.apache.parquet.column.Encoding.valueOf(encoding.name());
    }

    /** A part of a file. Many may be read at a time. */
    private static final class Region extends InputStream {
        private final FileChannel file;
        private final long start;
        private final long length;
        private long read;

        Region(FileChannel file, long start, long length) {
            this.file = file;
            this.start = start;
            this.length = length;
        }

        long left() {
            return length - read;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] bytes, int offset, int wanted) throws IOException {
            int most = (int) Math.min(wanted, left());
            if (most <= 0) {
                return wanted == 0 ? 0 : -1;
            }
            int got = file.read(ByteBuffer.wrap(bytes, offset, most), start + read);
            read += Math.max(got, 0);
            return got;
        }
    }
}

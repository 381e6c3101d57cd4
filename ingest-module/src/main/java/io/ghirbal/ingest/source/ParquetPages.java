package io.ghirbal.ingest.source;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Arrays;
import java.util.Objects;
import java.util.zip.CRC32;
import org.apache.parquet.CorruptDeltaByteArrays;
import org.apache.parquet.VersionParser;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.column.Dictionary;
import org.apache.parquet.column.impl.ColumnReaderImpl;
import org.apache.parquet.column.page.DataPage;
import org.apache.parquet.column.page.DataPageV1;
import org.apache.parquet.column.page.DataPageV2;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.page.PageReader;
import org.apache.parquet.format.DataPageHeader;
import org.apache.parquet.format.DataPageHeaderV2;
import org.apache.parquet.format.DictionaryPageHeader;
import org.apache.parquet.format.Encoding;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.PageType;
import org.apache.parquet.format.Util;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.io.api.PrimitiveConverter;
import org.jspecify.annotations.Nullable;

/**
 * The values of a column in a row group, of which one page is held at a time: parquet-java reads the column of a whole row group, which may
 * have gigabytes. What a page claims is believed only as far as there are bytes for it. Not thread-safe.
 */
final class ParquetPages {
    /** Largest page, in bytes; programs write pages of 1 to 100 MB. */
    static final int MAX_BYTES = 128 << 20;

    private final ParquetColumn column;
    private final PageCodec codec;
    private final ExpansionLimit limit;
    private final int maxBytes;
    private final VersionParser.@Nullable ParsedVersion writer;
    private final Region region;
    private final InputStream in;
    private @Nullable DictionaryPage dictionary;
    private @Nullable ColumnReader page;
    private long left;

    /**
     * @param limit how far a page may expand
     * @param maxBytes largest page, in bytes, at most {@link #MAX_BYTES}
     * @param writer which program wrote the file, for parquet-java to get round its errors; null when it cannot be told
     */
    ParquetPages(
            FileChannel file,
            ColumnChunkMetaData chunk,
            ParquetColumn column,
            PageCodec codec,
            ExpansionLimit limit,
            int maxBytes,
            VersionParser.@Nullable ParsedVersion writer) {
        this.column = column;
        this.codec = codec;
        this.limit = limit;
        this.maxBytes = maxBytes;
        this.writer = writer;
        this.region = new Region(file, chunk.getStartingPos(), chunk.getTotalSize());
        this.in = new BufferedInputStream(region);
    }

    ParquetColumn column() {
        return column;
    }

    /** How many bytes of the file were read so far. */
    long bytesRead() {
        return region.read;
    }

    /** The next value, as {@link ParquetColumn#value} gives it. Throws any exception when the file is damaged. */
    byte @Nullable [] next() throws IOException {
        if (left == 0) {
            // the one before goes first, so that there are not two
            page = null;
            page = nextPage();
        } else {
            Objects.requireNonNull(page).consume();
        }
        left--;
        return column.value(page);
    }

    private ColumnReader nextPage() throws IOException {
        while (true) {
            PageHeader header = Util.readPageHeader(in);
            switch (header.getType()) {
                case INDEX_PAGE -> in.skipNBytes(header.getCompressed_page_size());
                case DICTIONARY_PAGE -> dictionary = dictionary(header, header.getDictionary_page_header());
                case DATA_PAGE, DATA_PAGE_V2 -> {
                    DataPage data = header.getType() == PageType.DATA_PAGE
                            ? page(header, header.getData_page_header())
                            : page(header, header.getData_page_header_v2());
                    left = data.getValueCount();
                    if (left > 0) {
                        return new ColumnReaderImpl(
                                column.descriptor(),
                                new OnePage(dictionary, data),
                                new PrimitiveConverter() {},
                                writer);
                    }
                }
            }
        }
    }

    /** The values in a page of their own are all that parquet-java is given at a time. */
    private record OnePage(@Nullable DictionaryPage dictionary, DataPage data) implements PageReader {
        @Override
        public @Nullable DictionaryPage readDictionaryPage() {
            return dictionary;
        }

        @Override
        public long getTotalValueCount() {
            return data.getValueCount();
        }

        @Override
        public DataPage readPage() {
            return data;
        }
    }

    /** A dictionary that is decoded once and not for every page. */
    private static final class DecodedDictionary extends DictionaryPage {
        private @Nullable Dictionary decoded;

        DecodedDictionary(BytesInput bytes, int entries, org.apache.parquet.column.Encoding encoding) {
            super(bytes, entries, encoding);
        }

        @Override
        public Dictionary decode(ColumnDescriptor column) {
            Dictionary dictionary = decoded == null ? super.decode(column) : decoded;
            decoded = dictionary;
            return dictionary;
        }
    }

    private DictionaryPage dictionary(PageHeader header, DictionaryPageHeader values) throws IOException {
        byte[] plain = plain(header, bytes(header), 0);
        int entries = values.getNum_values();
        if (entries < 0 || entries > plain.length) {
            throw new IOException("a dictionary claims %,d entries in %,d bytes".formatted(entries, plain.length));
        }
        return new DecodedDictionary(BytesInput.from(plain), entries, encoding(values.getEncoding()));
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
        if (length < 0 || length > maxBytes || length > region.left() + in.available()) {
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
        if (length < 0 || length > maxBytes) {
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

    private org.apache.parquet.column.Encoding encoding(Encoding name) throws IOException {
        org.apache.parquet.column.Encoding encoding = org.apache.parquet.column.Encoding.valueOf(name.name());
        if (writer != null && CorruptDeltaByteArrays.requiresSequentialReads(writer, encoding)) {
            throw new IOException("an error of the program that wrote it, parquet-mr before 1.8, makes it unreadable");
        }
        return encoding;
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

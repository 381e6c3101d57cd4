package io.ghirbal.ingest.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.parquet.VersionParser;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.column.impl.ColumnReaderImpl;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.hadoop.metadata.ColumnPath;
import org.apache.parquet.hadoop.metadata.ParquetMetadata;
import org.apache.parquet.io.api.PrimitiveConverter;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;
import org.jspecify.annotations.Nullable;

/**
 * Parquet: a row is one article, and its columns are called as the fields of {@link JsonLinesFormat}. Other columns are not read, nor are
 * lists and structures. One page of each column is held at a time, whatever the size of the file and of its row groups.
 */
final class ParquetFormat implements FileFormat {
    /** What a row counts at least as in an {@link ExpansionLimit}, in bytes; a few bytes of a file can claim any number of rows. */
    private static final int LEAST_ROW = 16;

    private final int maxBytes;
    private final JsonFields fields;

    /** @param maxBytes largest row, in bytes of the columns that are read */
    ParquetFormat(int maxBytes, JsonFields fields) {
        this.maxBytes = maxBytes;
        this.fields = fields;
    }

    @Override
    public boolean reads(String fileName) {
        return fileName.endsWith(".parquet");
    }

    @Override
    public SourceRecords open(String source, Path path) throws IOException {
        FileChannel file = FileChannel.open(path);
        try {
            ParquetMetadata metadata = ParquetFooter.read(file);
            List<ParquetColumn> columns = columns(metadata.getFileMetaData().getSchema());
            checkCodecs(metadata, columns);
            return new RowByRow(source, file, metadata, columns);
        } catch (ParquetFooter.RefusedException e) {
            file.close();
            return new OneRejection(
                    new Rejection(source, 1, e.rejectionCause(), Objects.requireNonNull(e.getMessage())), 1);
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    private List<ParquetColumn> columns(MessageType schema) throws ParquetFooter.RefusedException {
        List<ParquetColumn> columns = new ArrayList<>();
        boolean hasText = false;
        String other = null;
        for (String name : Stream.of(
                        fields.text(), fields.id(), fields.url(), fields.outlet(), fields.title(), fields.published())
                .flatMap(List::stream)
                .distinct()
                .toList()) {
            if (!schema.containsField(name)) {
                continue;
            }
            boolean isText = fields.text().contains(name);
            if (!schema.getType(name).isPrimitive() || schema.getType(name).isRepetition(Type.Repetition.REPEATED)) {
                other = isText ? "The column \"%s\" holds lists or structures".formatted(name) : other;
                continue;
            }
            ParquetColumn column = new ParquetColumn(name, schema.getColumnDescription(new String[] {name}));
            String kind = column.otherThanText();
            if (isText && kind != null) {
                other = "The column \"%s\" holds values of the type %s".formatted(name, kind);
                continue;
            }
            hasText |= isText;
            columns.add(column);
        }
        if (!hasText) {
            throw new ParquetFooter.RefusedException(
                    RejectionCause.NO_TEXT,
                    other == null
                            ? "None of the columns %s is in the file; rename the column with the text to one of them."
                                    .formatted(String.join(", ", fields.text()))
                            : other + "; text is expected.");
        }
        return columns;
    }

    private static void checkCodecs(ParquetMetadata metadata, List<ParquetColumn> columns)
            throws ParquetFooter.RefusedException {
        for (BlockMetaData group : metadata.getBlocks()) {
            for (ParquetColumn column : columns) {
                ColumnChunkMetaData chunk = chunk(group, column);
                if (PageCodec.of(chunk.getCodec()).isEmpty()) {
                    throw new ParquetFooter.RefusedException(
                            RejectionCause.UNSUPPORTED,
                            "The column \"%s\" is compressed by %s, which is not read; write the file with Zstandard, Snappy or gzip."
                                    .formatted(column.name(), chunk.getCodec()));
                }
            }
        }
    }

    private static ColumnChunkMetaData chunk(BlockMetaData group, ParquetColumn column)
            throws ParquetFooter.RefusedException {
        ColumnPath path = ColumnPath.get(column.name());
        for (ColumnChunkMetaData chunk : group.getColumns()) {
            if (chunk.getPath().equals(path)) {
                return chunk;
            }
        }
        throw new ParquetFooter.RefusedException(
                RejectionCause.MALFORMED,
                "A row group lacks the column \"%s\"; fetch the file again.".formatted(column.name()));
    }

    /** A column of the row group that is being read. */
    private record Cursor(ParquetColumn column, ParquetPages pages, ColumnReader values) {}

    private final class RowByRow implements SourceRecords {
        private final String source;
        private final FileChannel file;
        private final ParquetMetadata metadata;
        private final List<ParquetColumn> columns;
        private final Iterator<BlockMetaData> groups;
        private List<Cursor> group = List.of();
        private long left;
        private long record;
        private long bytesRead;
        private long bytesGiven;
        private boolean done;

        RowByRow(String source, FileChannel file, ParquetMetadata metadata, List<ParquetColumn> columns) {
            this.source = source;
            this.file = file;
            this.metadata = metadata;
            this.columns = columns;
            this.groups = metadata.getBlocks().iterator();
        }

        @Override
        public @Nullable SourceRecord next() throws IOException {
            if (done) {
                return null;
            }
            record++;
            try {
                if (!advance()) {
                    done = true;
                    if (record > 1) {
                        return null;
                    }
                    return reject(RejectionCause.EMPTY, "The file has no row; fetch it again or remove it.");
                }
                return row();
            } catch (UncheckedIOException e) {
                throw Objects.requireNonNull(e.getCause());
            } catch (RuntimeException e) {
                throw new IOException("a page of values is damaged", e);
            } catch (OutOfMemoryError e) {
                // parquet-java makes arrays as long as a page says before it looks whether the page has so much
                throw new IOException("a page needs more memory than there is", e);
            }
        }

        /** Goes to the next row; whether there is one. A page is read only when a row in it is asked for. */
        private boolean advance() throws IOException {
            if (left > 0) {
                group.forEach(cursor -> cursor.values.consume());
            }
            while (left == 0 && groups.hasNext()) {
                group.forEach(cursor -> bytesRead += cursor.pages.bytesRead());
                group = List.of();
                BlockMetaData next = groups.next();
                left = next.getRowCount();
                if (left > 0) {
                    group = open(next);
                }
            }
            return left-- > 0;
        }

        private List<Cursor> open(BlockMetaData next) throws IOException {
            List<Cursor> cursors = new ArrayList<>();
            for (ParquetColumn column : columns) {
                ColumnChunkMetaData chunk;
                try {
                    chunk = chunk(next, column);
                } catch (ParquetFooter.RefusedException e) {
                    throw new IllegalStateException("was checked before", e);
                }
                if (chunk.getValueCount() != next.getRowCount()) {
                    throw new IOException("a column has not as many values as its row group has rows");
                }
                ParquetPages pages = new ParquetPages(
                        file, chunk, PageCodec.of(chunk.getCodec()).orElseThrow(), ExpansionLimit.USUAL);
                cursors.add(new Cursor(
                        column,
                        pages,
                        new ColumnReaderImpl(column.descriptor(), pages, new PrimitiveConverter() {}, writer())));
            }
            return cursors;
        }

        /** Which program wrote the file, for parquet-java to get round its errors; null when it cannot be told. */
        private VersionParser.@Nullable ParsedVersion writer() {
            try {
                return VersionParser.parse(metadata.getFileMetaData().getCreatedBy());
            } catch (VersionParser.VersionParseException | RuntimeException e) {
                return null;
            }
        }

        private SourceRecord row() throws IOException {
            Map<String, String> values = new HashMap<>();
            TextDecoder.Refusal refusal = null;
            long length = 0;
            for (Cursor cursor : group) {
                byte[] value = cursor.column.value(cursor.values);
                if (value == null) {
                    continue;
                }
                length += value.length;
                if (length > maxBytes) {
                    continue;
                }
                TextDecoder.Decoded decoded = TextDecoder.decode(value, StandardCharsets.UTF_8);
                if (decoded instanceof TextDecoder.Text text) {
                    values.put(cursor.column.name(), text.text());
                } else if (refusal == null) {
                    refusal = (TextDecoder.Refusal) decoded;
                }
            }
            bytesGiven += length + LEAST_ROW;
            ExpansionLimit.USUAL.check(
                    bytesGiven,
                    bytesRead
                            + group.stream()
                                    .mapToLong(cursor -> cursor.pages.bytesRead())
                                    .sum());
            if (length > maxBytes) {
                return reject(
                        RejectionCause.TOO_LARGE,
                        "The row has %,d bytes; the most one article may have is %,d. Shorten or split the article."
                                .formatted(length, maxBytes));
            }
            return refusal == null ? document(values) : reject(refusal.cause(), refusal.message());
        }

        private SourceRecord document(Map<String, String> values) {
            String text = value(values, fields.text());
            if (text == null) {
                return reject(RejectionCause.EMPTY, "The row has no text; fetch the article again or remove the row.");
            }
            return new SourceDocument(
                            source,
                            record,
                            stripped(values, fields.id()),
                            stripped(values, fields.url()),
                            stripped(values, fields.outlet()),
                            stripped(values, fields.title()),
                            stripped(values, fields.published()),
                            StandardCharsets.UTF_8.name(),
                            text)
                    .orRejection();
        }

        private Rejection reject(RejectionCause cause, String message) {
            return new Rejection(source, record, cause, message);
        }

        @Override
        public long record() {
            return record;
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }

    private static @Nullable String stripped(Map<String, String> values, List<String> names) {
        String value = value(values, names);
        return value == null ? null : value.strip();
    }

    private static @Nullable String value(Map<String, String> values, List<String> names) {
        for (String name : names) {
            String value = values.get(name);
            if (value != null && !TextDecoder.isBlank(value)) {
                return value;
            }
        }
        return null;
    }
}

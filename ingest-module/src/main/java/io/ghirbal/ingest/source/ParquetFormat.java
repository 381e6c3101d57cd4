package io.ghirbal.ingest.source;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.parquet.VersionParser;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.hadoop.metadata.ColumnPath;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.hadoop.metadata.ParquetMetadata;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Parquet: a row is one article, and its columns are called as the fields of {@link JsonFormat}. Lists and structures are
 * not read, nor are other columns behind the first hundred. One page of each column is held at a time, whatever the size of the file and of its row groups.
 */
final class ParquetFormat implements FileFormat {
    /** What a row counts at least as in an {@link ExpansionLimit}, in bytes; a few bytes of a file can claim any number of rows. */
    private static final int LEAST_ROW = 16;

    /** Columns that mean nothing here and are kept beside the text, at most: a page of each is held. */
    private static final int MAX_OTHER_COLUMNS = 100;

    /** Largest page of such a column; programs write pages of 1 MB unless told otherwise. */
    private static final int MAX_OTHER_PAGE_BYTES = 8 << 20;

    private static final Logger LOG = LoggerFactory.getLogger(ParquetFormat.class);

    private final int maxBytes;
    private final Interpretation interpretation;

    /** @param maxBytes largest row, in bytes of the columns that are read */
    ParquetFormat(int maxBytes, Interpretation interpretation) {
        this.maxBytes = maxBytes;
        this.interpretation = interpretation;
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
        Set<String> names = new LinkedHashSet<>();
        int others = 0;
        boolean hasText = false;
        String other = null;
        for (Type type : schema.getFields()) {
            String name = type.getName();
            names.add(name);
            boolean isText = interpretation.isText(name);
            if (!type.isPrimitive() || type.isRepetition(Type.Repetition.REPEATED)) {
                other = isText ? "The column \"%s\" holds lists or structures".formatted(name) : other;
                continue;
            }
            ParquetColumn column = new ParquetColumn(
                    name, schema.getColumnDescription(new String[] {name}), !interpretation.knows(name));
            if (column.isOther() && (++others > MAX_OTHER_COLUMNS || !column.isReadable())) {
                continue;
            }
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
                    other == null ? interpretation.withoutText(names) : other + "; text is expected.");
        }
        return columns;
    }

    private static void checkCodecs(ParquetMetadata metadata, List<ParquetColumn> columns)
            throws ParquetFooter.RefusedException {
        for (BlockMetaData group : metadata.getBlocks()) {
            for (ParquetColumn column : columns) {
                CompressionCodecName codec = chunk(group, column).getCodec();
                if (!column.isOther() && PageCodec.of(codec).isEmpty()) {
                    throw new ParquetFooter.RefusedException(
                            RejectionCause.UNSUPPORTED,
                            "The column \"%s\" is compressed by %s, which is not read; write the file with Zstandard, Snappy or gzip."
                                    .formatted(column.name(), codec));
                }
            }
        }
    }

    /** The part of {@code column} in a row group; that there is one is checked with the footer. */
    private static ColumnChunkMetaData chunk(BlockMetaData group, ParquetColumn column) {
        ColumnPath path = ColumnPath.get(column.name());
        return group.getColumns().stream()
                .filter(chunk -> chunk.getPath().equals(path))
                .findFirst()
                .orElseThrow();
    }

    private final class RowByRow implements SourceRecords {
        private final String source;
        private final FileChannel file;
        private final VersionParser.@Nullable ParsedVersion writer;
        private final List<ParquetColumn> columns;
        private final Iterator<BlockMetaData> groups;
        private List<ParquetPages> group = new ArrayList<>();
        private long left;
        private long record;
        private long bytesRead;
        private long bytesGiven;
        private boolean done;

        RowByRow(String source, FileChannel file, ParquetMetadata metadata, List<ParquetColumn> columns) {
            this.source = source;
            this.file = file;
            this.writer = writer(metadata.getFileMetaData().getCreatedBy());
            this.columns = columns;
            this.groups = metadata.getBlocks().iterator();
        }

        @Override
        public @Nullable SourceRecord next() throws IOException {
            if (done) {
                return null;
            }
            record++;
            Row row;
            try {
                if (!advance()) {
                    done = true;
                    return record > 1
                            ? null
                            : reject(RejectionCause.EMPTY, "The file has no row; fetch it again or remove it.");
                }
                row = row();
            } catch (RuntimeException e) {
                throw new IOException("a page of values is damaged", e);
            } catch (OutOfMemoryError e) {
                // also for what a damaged page claims: parquet-java makes the arrays before it looks whether there is
                // so much
                throw new IOException("a page needs more memory than there is; java's option -Xmx gives more", e);
            }
            return row instanceof Refused refused ? refused.rejection() : document(((Values) row).byName());
        }

        /** Goes to the next row; whether there is one. */
        private boolean advance() throws IOException {
            while (left == 0 && groups.hasNext()) {
                bytesRead += bytesReadOfGroup();
                BlockMetaData next = groups.next();
                left = next.getRowCount();
                group = left == 0 ? new ArrayList<>() : open(next);
            }
            return left-- > 0;
        }

        private List<ParquetPages> open(BlockMetaData next) throws IOException {
            List<ParquetPages> pages = new ArrayList<>();
            for (ParquetColumn column : columns) {
                ColumnChunkMetaData chunk = chunk(next, column);
                if (column.isOther()
                        && (chunk.getValueCount() != next.getRowCount()
                                || PageCodec.of(chunk.getCodec()).isEmpty())) {
                    continue;
                }
                if (chunk.getValueCount() != next.getRowCount()) {
                    throw new IOException("a column has not as many values as its row group has rows");
                }
                pages.add(new ParquetPages(
                        file,
                        chunk,
                        column,
                        PageCodec.of(chunk.getCodec()).orElseThrow(),
                        ExpansionLimit.USUAL,
                        column.isOther() ? MAX_OTHER_PAGE_BYTES : ParquetPages.MAX_BYTES,
                        writer));
            }
            return pages;
        }

        private long bytesReadOfGroup() {
            return group.stream().mapToLong(ParquetPages::bytesRead).sum();
        }

        /** The values of a row, or why it is turned away. */
        private sealed interface Row permits Values, Refused {}

        private record Values(Map<String, FieldValue> byName) implements Row {}

        private record Refused(Rejection rejection) implements Row {}

        private Row row() throws IOException {
            Map<String, FieldValue> values = new LinkedHashMap<>();
            TextDecoder.Refusal refusal = null;
            long length = 0;
            long lengthOfOthers = 0;
            for (ParquetPages pages : List.copyOf(group)) {
                ParquetColumn column = pages.column();
                byte[] value = column.isOther() ? valueOfOther(pages) : pages.next();
                if (value == null) {
                    continue;
                }
                if (column.isOther()) {
                    lengthOfOthers += value.length;
                    if (lengthOfOthers <= maxBytes
                            && TextDecoder.decode(value, StandardCharsets.UTF_8) instanceof TextDecoder.Text text) {
                        values.put(column.name(), column.fieldValue(text.text()));
                    }
                    continue;
                }
                length += value.length;
                if (length > maxBytes) {
                    continue;
                }
                TextDecoder.Decoded decoded = TextDecoder.decode(value, StandardCharsets.UTF_8);
                if (decoded instanceof TextDecoder.Text text) {
                    values.put(column.name(), column.fieldValue(text.text()));
                } else if (refusal == null) {
                    refusal = (TextDecoder.Refusal) decoded;
                }
            }
            bytesGiven += length + lengthOfOthers + LEAST_ROW;
            ExpansionLimit.USUAL.check(bytesGiven, bytesRead + bytesReadOfGroup());
            if (length > maxBytes) {
                return new Refused(reject(
                        RejectionCause.TOO_LARGE,
                        "The row has %,d bytes; the most one article may have is %,d. Shorten or split the article."
                                .formatted(length, maxBytes)));
            }
            return refusal == null ? new Values(values) : new Refused(reject(refusal.cause(), refusal.message()));
        }

        /** A column that means nothing here costs no article: where its pages cannot be read, the rest of the row group goes without. */
        private byte @Nullable [] valueOfOther(ParquetPages pages) {
            try {
                return pages.next();
            } catch (IOException | RuntimeException | OutOfMemoryError e) {
                LOG.warn(
                        "{}: the column {} is not kept any further ({}).",
                        source,
                        pages.column().name(),
                        e.toString());
                bytesRead += pages.bytesRead();
                group.remove(pages);
                return null;
            }
        }

        private SourceRecord document(Map<String, FieldValue> values) {
            return interpretation.row(source, record, StandardCharsets.UTF_8.name(), values);
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

    private static VersionParser.@Nullable ParsedVersion writer(@Nullable String createdBy) {
        try {
            return VersionParser.parse(createdBy);
        } catch (VersionParser.VersionParseException | RuntimeException e) {
            return null;
        }
    }
}

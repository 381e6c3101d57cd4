package io.ghirbal.ingest.source;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.parquet.format.Util;
import org.apache.parquet.format.converter.ParquetMetadataConverter;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.hadoop.metadata.ColumnPath;
import org.apache.parquet.hadoop.metadata.ParquetMetadata;

/** Reads what a Parquet file says of itself at its end. Nothing in it is believed to be larger than the file. */
final class ParquetFooter {
    /** Longest footer, in bytes; that of 10,000 row groups of 20 columns has about 20 MB. */
    private static final int MAX_BYTES = 32 << 20;

    private static final String MAGIC = "PAR1";
    private static final String ENCRYPTED_MAGIC = "PARE";
    /** The length of the footer and the magic behind it. */
    private static final int TAIL = 8;

    private ParquetFooter() {}

    /** Thrown for a file that is no sound Parquet file, or none that is read here. */
    static final class RefusedException extends Exception {
        private static final long serialVersionUID = 1;

        private final RejectionCause rejectionCause;

        /** @param message what is wrong, and what to do */
        RefusedException(RejectionCause rejectionCause, String message) {
            super(message);
            this.rejectionCause = rejectionCause;
        }

        RejectionCause rejectionCause() {
            return rejectionCause;
        }
    }

    /**
     * What {@code file} says of itself. Its row groups have the columns of the schema, and these lie within the file.
     *
     * @throws IOException when the file cannot be read
     */
    static ParquetMetadata read(FileChannel file) throws IOException, RefusedException {
        long size = file.size();
        if (size == 0) {
            throw new RefusedException(RejectionCause.EMPTY, "The file has no bytes; fetch it again or remove it.");
        }
        if (size < MAGIC.length() + TAIL || !MAGIC.equals(text(bytes(file, 0, MAGIC.length())))) {
            throw new RefusedException(
                    RejectionCause.MALFORMED, "The content is not Parquet; give the file the name of what it is.");
        }
        ByteBuffer tail = bytes(file, size - TAIL, TAIL).order(ByteOrder.LITTLE_ENDIAN);
        long length = Integer.toUnsignedLong(tail.getInt());
        String magic = text(tail);
        if (magic.equals(ENCRYPTED_MAGIC)) {
            throw new RefusedException(RejectionCause.UNSUPPORTED, "The file is encrypted; decrypt it.");
        }
        if (!magic.equals(MAGIC)) {
            throw new RefusedException(
                    RejectionCause.UNREADABLE,
                    "The file does not end as Parquet does: it is cut short or still written to. Fetch it again.");
        }
        if (length == 0 || length > MAX_BYTES || length > size - TAIL - MAGIC.length()) {
            throw new RefusedException(
                    RejectionCause.MALFORMED,
                    "The footer of the file is said to have %,d bytes; fetch the file again.".formatted(length));
        }
        try {
            ByteArrayInputStream footer = new ByteArrayInputStream(
                    bytes(file, size - TAIL - length, (int) length).array());
            ParquetMetadata metadata =
                    new ParquetMetadataConverter().fromParquetMetadata(Util.readFileMetaData(footer, (int) length));
            check(metadata, size - TAIL - length);
            return metadata;
        } catch (IOException | RuntimeException e) {
            throw new RefusedException(
                    RejectionCause.MALFORMED, "The footer of the file is damaged; fetch the file again.");
        }
    }

    private static void check(ParquetMetadata metadata, long end) throws IOException {
        Set<ColumnPath> columns = metadata.getFileMetaData().getSchema().getColumns().stream()
                .map(column -> ColumnPath.get(column.getPath()))
                .collect(Collectors.toSet());
        for (BlockMetaData group : metadata.getBlocks()) {
            if (group.getRowCount() < 0
                    || !group.getColumns().stream()
                            .map(ColumnChunkMetaData::getPath)
                            .collect(Collectors.toSet())
                            .equals(columns)) {
                throw new IOException("a row group does not fit the schema");
            }
            for (ColumnChunkMetaData column : group.getColumns()) {
                long start = column.getStartingPos();
                if (start < MAGIC.length() || column.getTotalSize() < 0 || column.getTotalSize() > end - start) {
                    throw new IOException("a column does not lie within the file");
                }
            }
        }
    }

    private static ByteBuffer bytes(FileChannel file, long start, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining()) {
            if (file.read(bytes, start + bytes.position()) < 0) {
                throw new IOException("the file was cut short while it was read");
            }
        }
        return bytes.flip();
    }

    private static String text(ByteBuffer bytes) {
        return StandardCharsets.ISO_8859_1.decode(bytes).toString();
    }
}

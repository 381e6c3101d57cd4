package io.ghirbal.report.export;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.MessageType;
import org.jspecify.annotations.Nullable;

/**
 * Opens Parquet files for writing, without Hadoop: its configuration stands in the signatures of parquet-java, so that the compiler wants
 * to see it, but the program neither loads nor holds any class of it.
 */
final class ParquetFile {
    private static final long ROW_GROUP_BYTES = 8 << 20;
    /** A record may have 1 MiB, and the row group is measured only every so many. */
    private static final int MAX_RECORDS_UNMEASURED = 20;

    private ParquetFile() {}

    /**
     * Opens {@code file}, in place of an earlier one.
     *
     * @param unique columns without a dictionary and without statistics
     * @param fields writes the fields of a record
     */
    static <T> ParquetWriter<T> create(
            Path file, MessageType schema, Set<String> unique, ParquetRecord.Fields<T> fields) throws IOException {
        Builder<T> builder = new Builder<>(file, new Records<>(schema, fields));
        unique.forEach(column -> builder.withDictionaryEncoding(column, false).withStatisticsEnabled(column, false));
        return builder.withConf(new PlainParquetConfiguration())
                .withWriteMode(ParquetFileWriter.Mode.OVERWRITE)
                .withCodecFactory(new ZstdPages())
                .withCompressionCodec(CompressionCodecName.ZSTD)
                .withRowGroupSize(ROW_GROUP_BYTES)
                .withMinRowCountForPageSizeCheck(1)
                .withMaxRowCountForPageSizeCheck(MAX_RECORDS_UNMEASURED)
                .build();
    }

    private static final class Builder<T> extends ParquetWriter.Builder<T, Builder<T>> {
        private final Records<T> records;

        Builder(Path file, Records<T> records) {
            super(new LocalOutputFile(file));
            this.records = records;
        }

        @Override
        protected Builder<T> self() {
            return this;
        }

        @Override
        @SuppressWarnings("deprecation")
        protected WriteSupport<T> getWriteSupport(Configuration configuration) {
            return records;
        }

        @Override
        protected WriteSupport<T> getWriteSupport(ParquetConfiguration configuration) {
            return records;
        }
    }

    private static final class Records<T> extends WriteSupport<T> {
        private final MessageType schema;
        private final ParquetRecord.Fields<T> fields;
        private @Nullable RecordConsumer consumer;

        Records(MessageType schema, ParquetRecord.Fields<T> fields) {
            this.schema = schema;
            this.fields = fields;
        }

        @Override
        @SuppressWarnings("deprecation")
        public WriteContext init(Configuration configuration) {
            return init();
        }

        @Override
        public WriteContext init(ParquetConfiguration configuration) {
            return init();
        }

        private WriteContext init() {
            return new WriteContext(schema, Map.of());
        }

        @Override
        public void prepareForWrite(RecordConsumer consumer) {
            this.consumer = consumer;
        }

        @Override
        public void write(T value) {
            RecordConsumer out = Objects.requireNonNull(consumer);
            out.startMessage();
            try {
                fields.write(value, new ParquetRecord(out, schema));
            } catch (SQLException e) {
                throw new IllegalStateException("Cannot read a row of " + schema.getName(), e);
            }
            out.endMessage();
        }
    }
}

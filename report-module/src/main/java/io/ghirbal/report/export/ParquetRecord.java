package io.ghirbal.report.export;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.function.BiConsumer;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.jspecify.annotations.Nullable;

/** A record of a Parquet file, or an element of a list in one: its fields are written in the order of the schema, nulls too. */
final class ParquetRecord {
    private final RecordConsumer consumer;
    private final GroupType schema;
    private int next;

    /** Writes the fields of a {@code T}. */
    @FunctionalInterface
    interface Fields<T> {
        void write(T value, ParquetRecord record) throws SQLException;
    }

    ParquetRecord(RecordConsumer consumer, GroupType schema) {
        this.consumer = consumer;
        this.schema = schema;
    }

    ParquetRecord text(@Nullable String value) {
        return field(
                value == null ? null : () -> consumer.addBinary(Binary.fromConstantByteArray(OutputFile.utf8(value))));
    }

    /** For a field of 32 bits or of 64. */
    ParquetRecord integer(@Nullable Number value) {
        if (value == null) {
            return field(null);
        }
        return schema.getType(next).asPrimitiveType().getPrimitiveTypeName() == PrimitiveTypeName.INT32
                ? field(() -> consumer.addInteger(Math.toIntExact(value.longValue())))
                : field(() -> consumer.addLong(value.longValue()));
    }

    ParquetRecord number(@Nullable Double value) {
        return field(value == null ? null : () -> consumer.addDouble(value));
    }

    ParquetRecord day(@Nullable LocalDate value) {
        return field(value == null ? null : () -> consumer.addInteger(Math.toIntExact(value.toEpochDay())));
    }

    /** For a field of the three levels that Parquet has for a list. */
    <T> ParquetRecord list(List<T> values, BiConsumer<T, ParquetRecord> fields) {
        GroupType list = schema.getType(next).asGroupType();
        GroupType element = list.getType(0).asGroupType().getType(0).asGroupType();
        begin();
        consumer.startGroup();
        if (!values.isEmpty()) {
            consumer.startField("list", 0);
            for (T value : values) {
                consumer.startGroup();
                consumer.startField("element", 0);
                consumer.startGroup();
                fields.accept(value, new ParquetRecord(consumer, element));
                consumer.endGroup();
                consumer.endField("element", 0);
                consumer.endGroup();
            }
            consumer.endField("list", 0);
        }
        consumer.endGroup();
        return end();
    }

    /** For a field that is a record. */
    <T> ParquetRecord group(@Nullable T value, BiConsumer<T, ParquetRecord> fields) {
        if (value == null) {
            next++;
            return this;
        }
        GroupType group = schema.getType(next).asGroupType();
        begin();
        consumer.startGroup();
        fields.accept(value, new ParquetRecord(consumer, group));
        consumer.endGroup();
        return end();
    }

    private ParquetRecord field(@Nullable Runnable value) {
        if (value == null) {
            next++;
            return this;
        }
        begin();
        value.run();
        return end();
    }

    private void begin() {
        consumer.startField(schema.getFieldName(next), next);
    }

    private ParquetRecord end() {
        consumer.endField(schema.getFieldName(next), next);
        next++;
        return this;
    }
}

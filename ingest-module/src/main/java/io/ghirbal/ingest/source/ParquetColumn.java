package io.ghirbal.ingest.source;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DateLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DecimalLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimestampLogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType;
import org.jspecify.annotations.Nullable;

/**
 * A column of single values, which are read as text: numbers as they are written, days and times as ISO 8601 has them.
 *
 * @param name the name of the column
 * @param isOther whether it means nothing here and is kept beside the text: no row is turned away for it
 */
record ParquetColumn(String name, ColumnDescriptor descriptor, boolean isOther) {
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(?:\\.[0-9]+)?(?:[eE][+-]?[0-9]+)?");

    private static final long JULIAN_DAY_OF_EPOCH = 2_440_588;

    /** What is so called when it holds text, for a message; null when it does. */
    @Nullable String otherThanText() {
        PrimitiveType type = descriptor.getPrimitiveType();
        LogicalTypeAnnotation logical = type.getLogicalTypeAnnotation();
        return type.getPrimitiveTypeName() == PrimitiveType.PrimitiveTypeName.BINARY
                        && !(logical instanceof DecimalLogicalTypeAnnotation)
                ? null
                : logical == null ? type.getPrimitiveTypeName().name() : logical.toString();
    }

    /** Whether its values can be shown as text: bytes that do not say that they are text may be pictures. */
    boolean isReadable() {
        PrimitiveType type = descriptor.getPrimitiveType();
        return type.getLogicalTypeAnnotation() != null
                || switch (type.getPrimitiveTypeName()) {
                    case BINARY, FIXED_LEN_BYTE_ARRAY -> false;
                    default -> true;
                };
    }

    /** A value that was read, as a field has it. */
    FieldValue fieldValue(String text) {
        return switch (descriptor.getPrimitiveType().getPrimitiveTypeName()) {
            case BOOLEAN -> new FieldValue(FieldValue.Kind.BOOLEAN, text);
            case INT32, INT64 ->
                NUMBER.matcher(text).matches() ? new FieldValue(FieldValue.Kind.NUMBER, text) : FieldValue.string(text);
            case FLOAT, DOUBLE ->
                NUMBER.matcher(text).matches() ? new FieldValue(FieldValue.Kind.NUMBER, text) : FieldValue.NONE;
            default -> FieldValue.string(text);
        };
    }

    /** The bytes in UTF-8 of the value {@code reader} is at; of a text they are as they stand in the file. Null when there is none. */
    byte @Nullable [] value(ColumnReader reader) {
        if (reader.getCurrentDefinitionLevel() < descriptor.getMaxDefinitionLevel()) {
            return null;
        }
        return otherThanText() == null
                ? reader.getBinary().getBytesUnsafe()
                : number(reader).getBytes(StandardCharsets.UTF_8);
    }

    private String number(ColumnReader reader) {
        PrimitiveType type = descriptor.getPrimitiveType();
        LogicalTypeAnnotation logical = type.getLogicalTypeAnnotation();
        return switch (type.getPrimitiveTypeName()) {
            case INT32 ->
                logical instanceof DateLogicalTypeAnnotation
                        ? LocalDate.ofEpochDay(reader.getInteger()).toString()
                        : type.stringifier().stringify(reader.getInteger());
            case INT64 ->
                logical instanceof TimestampLogicalTypeAnnotation timestamp
                        ? time(reader.getLong(), timestamp)
                        : type.stringifier().stringify(reader.getLong());
            case INT96 -> time(reader.getBinary());
            case BOOLEAN -> Boolean.toString(reader.getBoolean());
            case FLOAT -> Float.toString(reader.getFloat());
            case DOUBLE -> Double.toString(reader.getDouble());
            case BINARY, FIXED_LEN_BYTE_ARRAY -> type.stringifier().stringify(reader.getBinary());
        };
    }

    private static String time(long value, TimestampLogicalTypeAnnotation type) {
        TimeUnit unit = switch (type.getUnit()) {
            case MILLIS -> TimeUnit.MILLISECONDS;
            case MICROS -> TimeUnit.MICROSECONDS;
            case NANOS -> TimeUnit.NANOSECONDS;
        };
        long perSecond = unit.convert(1, TimeUnit.SECONDS);
        Instant instant =
                Instant.ofEpochSecond(Math.floorDiv(value, perSecond), unit.toNanos(Math.floorMod(value, perSecond)));
        return type.isAdjustedToUTC()
                ? instant.toString()
                : LocalDateTime.ofInstant(instant, ZoneOffset.UTC).toString();
    }

    /** The times of older programs: nanoseconds of a day and the number of the day. */
    private static String time(Binary value) {
        ByteBuffer bytes = value.toByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
        long nanos = bytes.getLong();
        long day = bytes.getInt() - JULIAN_DAY_OF_EPOCH;
        return Instant.ofEpochSecond(TimeUnit.DAYS.toSeconds(day), nanos).toString();
    }
}

package io.ghirbal.report.export;

import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A field of a record that is exported.
 *
 * @param <T> the record
 */
sealed interface Field<T> {
    /** The name in the database and in Parquet: {@code published_on}. */
    String column();

    /** The name in JSON: {@code publishedOn}. */
    String property();

    /** What the values of a field are. */
    enum Kind {
        /** A {@link String}. */
        TEXT,
        /** A {@link String} that is JSON: an array or an object. */
        JSON,
        /** An {@link Integer}. */
        NUMBER,
        /** A {@link Long}. */
        LONG_NUMBER,
        /** From 0 to 1, a {@link java.math.BigDecimal}. */
        FRACTION,
        /** A {@link java.time.LocalDate}. */
        DAY
    }

    /**
     * A field with one value.
     *
     * @param required whether it always has one
     */
    record Single<T>(String column, String property, Kind kind, boolean required, Function<T, @Nullable Object> value)
            implements Field<T> {}

    /** A field with a list of records of single fields; empty rather than null. */
    record Repeated<T, E>(String column, String property, List<Single<E>> fields, Function<T, List<E>> values)
            implements Field<T> {}

    /** A field with a record of single fields; null when there is none. */
    record Group<T, E>(String column, String property, List<Single<E>> fields, Function<T, @Nullable E> value)
            implements Field<T> {}

    /** One that always has a value. */
    static <T> Single<T> required(String column, Kind kind, Function<T, @Nullable Object> value) {
        return new Single<>(column, propertyOf(column), kind, true, value);
    }

    /** One whose value may be null. */
    static <T> Single<T> optional(String column, Kind kind, Function<T, @Nullable Object> value) {
        return new Single<>(column, propertyOf(column), kind, false, value);
    }

    /** One with a list. */
    static <T, E> Repeated<T, E> repeated(String column, List<Single<E>> fields, Function<T, List<E>> values) {
        return new Repeated<>(column, propertyOf(column), fields, values);
    }

    /** One with a record. */
    static <T, E> Group<T, E> group(String column, List<Single<E>> fields, Function<T, @Nullable E> value) {
        return new Group<>(column, propertyOf(column), fields, value);
    }

    private static String propertyOf(String column) {
        return Pattern.compile("_(.)")
                .matcher(column)
                .replaceAll(letter -> letter.group(1).toUpperCase(java.util.Locale.ROOT));
    }
}

package io.ghirbal.ingest.source;

import org.jspecify.annotations.Nullable;

/**
 * How inputs are read where they do not say it themselves.
 *
 * @param fields which fields of a record mean what
 * @param outletFrom what gives a document an outlet that names none; null for nothing
 * @param dateFromPath whether a document without a date has that of its path
 */
public record ReadingOptions(JsonFields fields, @Nullable OutletFrom outletFrom, boolean dateFromPath) {
    /** The usual names, and nothing taken from paths. */
    public static final ReadingOptions USUAL = new ReadingOptions(JsonFields.USUAL, null, false);

    /** What gives a document its outlet. */
    public enum OutletFrom {
        /** The first folder below the input that is no date. */
        FOLDER,
        /** The host of its address. */
        HOST
    }
}

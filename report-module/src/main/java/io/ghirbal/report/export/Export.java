package io.ghirbal.report.export;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What can be written beside the report. */
public enum Export {
    /** {@code articles.jsonl}. */
    JSONL("articles.jsonl"),
    /** {@code articles.csv} and the summary tables as {@code tables/*.csv}. */
    CSV("articles.csv"),
    /** {@code tables.xlsx}. */
    XLSX("tables.xlsx"),
    /** {@code articles.parquet} and the summary tables as {@code tables/*.parquet}. */
    PARQUET("articles.parquet");

    /** All there are. */
    public static final Set<Export> ALL = Set.copyOf(EnumSet.allOf(Export.class));

    private final String file;

    Export(String file) {
        this.file = file;
    }

    /** The name of its file with articles, which for {@link #XLSX} is the one with the tables too. */
    public String file() {
        return file;
    }

    /** In small letters, as an option names it. */
    public String title() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The one with this title.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static Export of(String title) {
        for (Export export : values()) {
            if (export.title().equals(title)) {
                return export;
            }
        }
        throw new IllegalArgumentException("no export is called " + title);
    }
}

package io.ghirbal.ingest.source;

import io.ghirbal.ingest.source.JsonFields.Meaning;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.io.FilenameUtils;
import org.apache.commons.io.IOCase;
import org.jspecify.annotations.Nullable;

/**
 * How inputs are read where they do not say it themselves.
 *
 * @param fields which fields of a record mean what
 * @param outletFrom what gives a document an outlet that names none; null for nothing
 * @param dateFromPath whether a document without a date has that of its path
 * @param include patterns of files in folders, {@code *} for any letters and {@code ?} for one, of which a file must match one to be read;
 *     none for all files
 * @param exclude patterns of files in folders that are not read
 */
public record ReadingOptions(
        JsonFields fields,
        @Nullable OutletFrom outletFrom,
        boolean dateFromPath,
        List<String> include,
        List<String> exclude) {
    /** The usual names, and nothing taken from paths. */
    public static final ReadingOptions USUAL = new ReadingOptions(JsonFields.USUAL, null, false);

    private static final String FIELD = "field ";
    private static final String INCLUDE = "include ";
    private static final String EXCLUDE = "exclude ";
    private static final String OUTLET_FROM = "outlet-from ";
    private static final String DATE_FROM_PATH = "date-from path";

    public ReadingOptions {
        include = List.copyOf(include);
        exclude = List.copyOf(exclude);
    }

    /** For all files. */
    public ReadingOptions(JsonFields fields, @Nullable OutletFrom outletFrom, boolean dateFromPath) {
        this(fields, outletFrom, dateFromPath, List.of(), List.of());
    }

    /** Whether a file in a folder is read; its path is relative to the input, with {@code /} between folders. */
    boolean takes(String path) {
        return (include.isEmpty() || include.stream().anyMatch(pattern -> matches(path, pattern)))
                && exclude.stream().noneMatch(pattern -> matches(path, pattern));
    }

    /** A pattern without a slash is one of names, whatever the folder. */
    private static boolean matches(String path, String pattern) {
        String matched = pattern.indexOf('/') < 0 ? path.substring(path.lastIndexOf('/') + 1) : path;
        return FilenameUtils.wildcardMatch(matched, pattern, IOCase.INSENSITIVE);
    }

    /** What gives a document its outlet. */
    public enum OutletFrom {
        /** The first folder below the input that is no date. */
        FOLDER,
        /** The host of its address. */
        HOST;

        /** In small letters, as an option names it. */
        public String title() {
            return name().toLowerCase(Locale.ROOT);
        }

        /**
         * The one with this title.
         *
         * @throws IllegalArgumentException when there is none
         */
        public static OutletFrom of(String title) {
            return valueOf(title.toUpperCase(Locale.ROOT));
        }
    }

    /** A line for each that is not usual, from which {@link #ofText} makes the same; empty when all is usual. */
    public String asText() {
        Stream<String> named = fields.chosen().entrySet().stream()
                .flatMap(chosen -> chosen.getValue().stream()
                        .map(name -> FIELD + chosen.getKey().title() + "=" + name));
        Stream<String> fromElsewhere = Stream.of(
                        outletFrom == null ? "" : OUTLET_FROM + outletFrom.title(), dateFromPath ? DATE_FROM_PATH : "")
                .filter(line -> !line.isEmpty());
        Stream<String> files = Stream.concat(
                include.stream().map(pattern -> INCLUDE + pattern),
                exclude.stream().map(pattern -> EXCLUDE + pattern));
        return Stream.of(named, fromElsewhere, files).flatMap(lines -> lines).collect(Collectors.joining("\n"));
    }

    /**
     * What {@link #asText} wrote.
     *
     * @throws IllegalArgumentException when {@code text} is anything else
     */
    public static ReadingOptions ofText(String text) {
        Map<Meaning, List<String>> chosen = new EnumMap<>(Meaning.class);
        OutletFrom outletFrom = null;
        boolean dateFromPath = false;
        List<String> include = new ArrayList<>();
        List<String> exclude = new ArrayList<>();
        for (String line : text.lines().toList()) {
            if (line.startsWith(FIELD) && line.indexOf('=') > 0) {
                int equals = line.indexOf('=');
                chosen.computeIfAbsent(Meaning.of(line.substring(FIELD.length(), equals)), meaning -> new ArrayList<>())
                        .add(line.substring(equals + 1));
            } else if (line.startsWith(OUTLET_FROM)) {
                outletFrom = OutletFrom.of(line.substring(OUTLET_FROM.length()));
            } else if (line.equals(DATE_FROM_PATH)) {
                dateFromPath = true;
            } else if (line.startsWith(INCLUDE)) {
                include.add(line.substring(INCLUDE.length()));
            } else if (line.startsWith(EXCLUDE)) {
                exclude.add(line.substring(EXCLUDE.length()));
            } else {
                throw new IllegalArgumentException("Not an option for reading: " + line);
            }
        }
        return new ReadingOptions(JsonFields.of(chosen), outletFrom, dateFromPath, include, exclude);
    }
}

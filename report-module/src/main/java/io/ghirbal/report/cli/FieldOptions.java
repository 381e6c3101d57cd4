package io.ghirbal.report.cli;

import io.ghirbal.ingest.source.JsonFields;
import io.ghirbal.ingest.source.JsonFields.Meaning;
import io.ghirbal.ingest.source.ReadingOptions;
import io.ghirbal.ingest.source.ReadingOptions.OutletFrom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What fields of the inputs mean, and what is taken from paths and addresses where an input does not say it. */
final class FieldOptions {
    @Option(
            names = "--field",
            paramLabel = "WHAT=NAME",
            converter = NamedFields.class,
            description = {
                "Field or column that holds the text, title, url, outlet, author, published, tags or id, like text=article_text.",
                "Names given for one of these take the place of the usual ones, the first of them that has a value counts."
            })
    private List<String> fields = List.of();

    @Option(
            names = "--outlet-from",
            paramLabel = "WHERE",
            converter = Where.class,
            description =
                    "Outlet of the documents that name none: folder, the first below the input, or host, that of the address.")
    private @Nullable String outletFrom;

    @Option(
            names = "--date-from",
            paramLabel = "WHERE",
            converter = FromPath.class,
            description =
                    "Day of the documents that name none: path, the last day in the names of their folders and file.")
    private @Nullable String dateFrom;

    @Option(
            names = "--include",
            paramLabel = "PATTERN",
            converter = Pattern.class,
            description = "Of the files in folders read only those, like *.html or 2024/*; may be given several times.")
    private List<String> include = List.of();

    @Option(
            names = "--exclude",
            paramLabel = "PATTERN",
            converter = Pattern.class,
            description =
                    "Of the files in folders leave out those, like *.log or drafts/*; may be given several times.")
    private List<String> exclude = List.of();

    /** What was asked for. */
    ReadingOptions reading() {
        Map<Meaning, List<String>> names = new EnumMap<>(Meaning.class);
        for (String list : fields) {
            for (NamedField field : NamedField.listOf(list)) {
                names.computeIfAbsent(field.meaning(), meaning -> new ArrayList<>())
                        .add(field.name());
            }
        }
        return new ReadingOptions(
                JsonFields.of(names),
                outletFrom == null ? null : OutletFrom.of(outletFrom),
                dateFrom != null,
                include,
                exclude);
    }

    private record NamedField(Meaning meaning, String name) {
        /** One, or several with commas between them. */
        static List<NamedField> listOf(String list) {
            return Arrays.stream(list.split(",", -1)).map(NamedField::of).toList();
        }

        private static NamedField of(String field) {
            int equals = field.indexOf('=');
            if (equals < 0 || field.lines().count() > 1) {
                throw new IllegalArgumentException(field);
            }
            return new NamedField(
                    Meaning.of(field.substring(0, equals).strip()),
                    field.substring(equals + 1).strip());
        }
    }

    /** One, or several with commas between them. */
    static final class NamedFields extends OptionType<String> {
        NamedFields() {
            super("WHAT=NAME, where WHAT is one of "
                    + Arrays.stream(Meaning.values()).map(Meaning::title).collect(Collectors.joining(", "))
                    + "; several have commas between them");
        }

        @Override
        String parse(String value) {
            for (NamedField field : NamedField.listOf(value)) {
                var unused = JsonFields.of(Map.of(field.meaning(), List.of(field.name())));
            }
            return value;
        }
    }

    /** A name or a path with stars in it. */
    static final class Pattern extends OptionType<String> {
        Pattern() {
            super("a name or a path, in which * stands for any letters and ? for one");
        }

        @Override
        String parse(String value) {
            if (value.isBlank() || value.lines().count() > 1) {
                throw new IllegalArgumentException(value);
            }
            return value;
        }
    }

    static final class Where extends OptionType<String> {
        Where() {
            super("folder or host");
        }

        @Override
        String parse(String value) {
            var unused = OutletFrom.of(value);
            return value;
        }
    }

    static final class FromPath extends OptionType<String> {
        FromPath() {
            super("path");
        }

        @Override
        String parse(String value) {
            if (!value.equals("path")) {
                throw new IllegalArgumentException();
            }
            return value;
        }
    }
}

package io.ghirbal.ingest.source;

import io.ghirbal.ingest.source.JsonFields.Meaning;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** Makes documents of what a format has read: says what the fields of a record mean, and adds what the path says. Immutable. */
class Interpretation {
    /** With the usual names, and nothing taken from paths. */
    static final Interpretation USUAL = new Interpretation(ReadingOptions.USUAL);

    private static final Pattern EPOCH =
            Pattern.compile("([0-9]{9,10}|[0-9]{12,13}|[0-9]{16}|1[0-9]{18})(?:\\.[0-9]*)?");
    private static final long EARLIEST = Instant.parse("1980-01-01T00:00:00Z").getEpochSecond();
    /** Ten digits that say a later time are a date and an hour: 2023120914. */
    private static final long LATEST = Instant.parse("2031-10-01T00:00:00Z").getEpochSecond();

    private static final Pattern BETWEEN_TAGS = Pattern.compile("\\s*[,،;؛|]\\s*");
    private static final int MAX_NAMES_TOLD = 20;

    private final ReadingOptions options;
    private final JsonFields fields;
    /** All names that {@link #fields} has a meaning for, folded. */
    private final Set<String> known = new HashSet<>();

    Interpretation(ReadingOptions options) {
        this.options = options;
        this.fields = options.fields();
        for (Meaning meaning : Meaning.values()) {
            known.addAll(fields.names(meaning));
        }
    }

    /** Whether a field of this name is looked at for anything but keeping it. */
    boolean knows(String name) {
        return known.contains(JsonFields.fold(name));
    }

    /** The names of the fields with the text, for a message. */
    String textNames() {
        return String.join(", ", fields.told(Meaning.TEXT));
    }

    boolean isText(String name) {
        return fields.names(Meaning.TEXT).contains(JsonFields.fold(name));
    }

    /**
     * The document that the fields of a record make, white space around all but the text left out, or its rejection. Null when a field
     * of the text is there but blank, which each format calls by its own words.
     *
     * @param charset the Java name of the charset the record was decoded with
     * @param record the fields by their names, in their order
     */
    @Nullable SourceRecord document(String source, long number, String charset, Map<String, FieldValue> record) {
        Values values = new Values(record);
        String text = values.text();
        if (text == null) {
            return values.withoutText(source, number);
        }
        String url = values.first(Meaning.URL);
        String address = values.outletAddress();
        String outlet = values.outlet();
        String title = values.first(Meaning.TITLE);
        String author = values.joined(Meaning.AUTHOR);
        String published = values.published();
        List<String> tags = values.tags();
        return finish(new SourceDocument(
                source,
                number,
                values.first(Meaning.ID),
                url == null && OutletHost.hasPath(address) ? address : url,
                outlet == null ? OutletHost.of(address) : outlet,
                title,
                author,
                published,
                tags,
                values.extra(),
                null,
                charset,
                text));
    }

    /** The document that the cells of a row make, as {@link #document}, or its rejection. */
    SourceRecord row(String source, long number, String charset, Map<String, FieldValue> cells) {
        SourceRecord document = document(source, number, charset, cells);
        return document == null
                        || (document instanceof Rejection rejection && rejection.cause() == RejectionCause.NO_TEXT)
                ? new Rejection(
                        source,
                        number,
                        RejectionCause.EMPTY,
                        "The row has no text; fetch the article again or remove the row.")
                : document;
    }

    /** {@code document} with what its path says where it says nothing itself, or its rejection when it cannot be kept. */
    SourceRecord finish(SourceDocument document) {
        SourceDocument finished = document;
        if (finished.outlet() == null && options.outletFrom() != null) {
            finished = finished.withOutlet(
                    switch (options.outletFrom()) {
                        case FOLDER -> PathFacts.outlet(document.source());
                        case HOST -> OutletHost.of(document.url());
                    });
        }
        if (finished.published() == null && options.dateFromPath()) {
            finished = finished.withPublished(PathFacts.date(document.source()));
        }
        return finished.orRejection();
    }

    /** What is wrong with a table of which no column holds the text. */
    String withoutText(Set<String> columns) {
        return "None of the columns %s is in the file: %s. Name the one with the text by --field text=NAME."
                .formatted(textNames(), told(columns).replace("fields", "columns"));
    }

    /** The names of {@code fields}, for a message: not all where there are many. */
    private static String told(Set<String> fields) {
        if (fields.isEmpty()) {
            return "it has no fields";
        }
        String names = fields.stream()
                .limit(MAX_NAMES_TOLD)
                .map(Interpretation::quoted)
                .collect(Collectors.joining(", "));
        return "its fields are " + names + (fields.size() > MAX_NAMES_TOLD ? ", …" : "");
    }

    private static String quoted(String name) {
        String line = name.codePoints()
                .limit(60)
                .map(c -> Character.isISOControl(c)
                                || Character.getType(c) == Character.SURROGATE
                                || Character.getType(c) == Character.LINE_SEPARATOR
                                || Character.getType(c) == Character.PARAGRAPH_SEPARATOR
                        ? '?'
                        : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return '"' + line + '"';
    }

    /** The fields of one record, and which of them were made use of. */
    private final class Values {
        private final Map<String, FieldValue> record;
        private final Map<String, List<String>> byFolded = new HashMap<>();
        private final Map<Meaning, List<String>> byMeaning = new EnumMap<>(Meaning.class);
        private final Set<String> used = new HashSet<>();

        Values(Map<String, FieldValue> record) {
            this.record = record;
            for (String name : record.keySet()) {
                String folded = JsonFields.fold(name);
                if (known.contains(folded)) {
                    byFolded.computeIfAbsent(folded, first -> new ArrayList<>(2))
                            .add(name);
                }
            }
        }

        private List<String> fieldsOf(Meaning meaning) {
            return byMeaning.computeIfAbsent(meaning, asked -> {
                List<String> present = new ArrayList<>(2);
                for (String name : fields.names(asked)) {
                    present.addAll(byFolded.getOrDefault(name, List.of()));
                }
                return present;
            });
        }

        private FieldValue value(String name) {
            return Objects.requireNonNull(record.get(name));
        }

        /** The value of the first field of this meaning that has one; outer white space left out. */
        @Nullable String first(Meaning meaning) {
            for (String name : fieldsOf(meaning)) {
                String value = scalar(value(name));
                if (value != null) {
                    used.add(name);
                    return value.strip();
                }
            }
            return null;
        }

        /** A value that is one, be it the only one of a list, or an identifier as MongoDB exports it. */
        private @Nullable String scalar(FieldValue value) {
            FieldValue one = value;
            if (one.kind() == FieldValue.Kind.LIST) {
                List<FieldValue> items = JsonRecord.items(one);
                one = items.size() == 1 ? items.get(0) : FieldValue.NONE;
            }
            if (one.kind() == FieldValue.Kind.OBJECT) {
                Map<String, FieldValue> members = JsonRecord.members(one);
                one = members.getOrDefault("$oid", members.getOrDefault("name", FieldValue.NONE));
            }
            return one.isStructure() || TextDecoder.isBlank(one.text()) ? null : one.text();
        }

        /** The text as it is; a list of paragraphs with line feeds between them. */
        @Nullable String text() {
            for (String name : fieldsOf(Meaning.TEXT)) {
                FieldValue value = value(name);
                String text = value.kind() == FieldValue.Kind.LIST
                        ? paragraphs(value)
                        : value.isStructure() ? null : value.text();
                if (text != null && !TextDecoder.isBlank(text)) {
                    used.add(name);
                    return text;
                }
            }
            return null;
        }

        private @Nullable String paragraphs(FieldValue list) {
            List<FieldValue> items = JsonRecord.items(list);
            return items.stream().anyMatch(FieldValue::isStructure)
                    ? null
                    : items.stream().map(FieldValue::text).collect(Collectors.joining("\n"));
        }

        @Nullable String joined(Meaning meaning) {
            for (String name : fieldsOf(meaning)) {
                List<String> all = strings(value(name));
                if (!all.isEmpty()) {
                    used.add(name);
                    return String.join(", ", all);
                }
            }
            return null;
        }

        /** What is not blank in a value or, item by item, in a list; of an object its name. */
        private List<String> strings(FieldValue value) {
            if (value.kind() != FieldValue.Kind.LIST) {
                String one = scalar(value);
                return one == null ? List.of() : List.of(one.strip());
            }
            return JsonRecord.items(value).stream()
                    .map(this::scalar)
                    .filter(Objects::nonNull)
                    .map(Objects::requireNonNull)
                    .map(String::strip)
                    .toList();
        }

        /** A list that a column holds as JSON, as our own Parquet does; any other value as it is. */
        private static FieldValue asList(FieldValue value) {
            if (value.isStructure() || !value.text().startsWith("[")) {
                return value;
            }
            FieldValue list = new FieldValue(FieldValue.Kind.LIST, value.text());
            try {
                var unused = JsonRecord.items(list);
                return list;
            } catch (JacksonException e) {
                return value;
            }
        }

        List<String> tags() {
            for (String name : fieldsOf(Meaning.TAGS)) {
                FieldValue value = asList(value(name));
                Set<String> tags = new LinkedHashSet<>();
                for (String tag : strings(value)) {
                    if (value.kind() == FieldValue.Kind.LIST) {
                        tags.add(tag);
                    } else {
                        BETWEEN_TAGS.splitAsStream(tag).forEach(tags::add);
                    }
                }
                tags.removeIf(tag -> TextDecoder.isBlank(tag) || TextDecoder.flaw(tag) != null);
                if (!tags.isEmpty()) {
                    used.add(name);
                    return List.copyOf(tags);
                }
            }
            return List.of();
        }

        /** The first name of an outlet; an address is none. */
        @Nullable String outlet() {
            for (String name : fieldsOf(Meaning.OUTLET)) {
                String value = scalar(value(name));
                if (value != null && !OutletHost.isAddress(value.strip())) {
                    used.add(name);
                    return value.strip();
                }
            }
            return null;
        }

        /** The first address in a field of the outlet: of the article, as trafilatura has it, or of the site. */
        @Nullable String outletAddress() {
            for (String name : fieldsOf(Meaning.OUTLET)) {
                String value = scalar(value(name));
                if (value != null && OutletHost.isAddress(value.strip())) {
                    used.add(name);
                    return value.strip();
                }
            }
            return null;
        }

        @Nullable String published() {
            for (String name : fieldsOf(Meaning.PUBLISHED)) {
                FieldValue value = value(name);
                if (value.kind() == FieldValue.Kind.OBJECT) {
                    FieldValue date = JsonRecord.members(value).getOrDefault("$date", FieldValue.NONE);
                    value = date.kind() == FieldValue.Kind.OBJECT
                            ? JsonRecord.members(date).getOrDefault("$numberLong", FieldValue.NONE)
                            : date;
                }
                String date = scalar(value);
                if (date != null) {
                    used.add(name);
                    return date(date.strip());
                }
            }
            return null;
        }

        /** The other fields; those too that would have meant something had no other been there, unless they say the same. */
        @Nullable String extra() {
            // a list, for a set would hash the text
            List<String> said = used.stream().map(name -> value(name).text()).toList();
            Map<String, FieldValue> others = new LinkedHashMap<>();
            record.forEach((name, value) -> {
                if (!used.contains(name)
                        && !(knows(name) && said.contains(value.text()))
                        && value.kind() != FieldValue.Kind.NULL
                        && !(value.kind() == FieldValue.Kind.STRING && TextDecoder.isBlank(value.text()))) {
                    others.put(name, value);
                }
            });
            return others.isEmpty() ? null : JsonRecord.write(others);
        }

        @Nullable Rejection withoutText(String source, long number) {
            for (String name : fieldsOf(Meaning.TEXT)) {
                FieldValue value = value(name);
                if (value.isStructure()) {
                    return new Rejection(
                            source,
                            number,
                            RejectionCause.NO_TEXT,
                            "The field %s holds %s; a string or a list of strings is expected."
                                    .formatted(quoted(name), value.kind().title()));
                }
                if (value.kind() == FieldValue.Kind.STRING) {
                    return null;
                }
            }
            return new Rejection(
                    source,
                    number,
                    RejectionCause.NO_TEXT,
                    "None of the fields %s has a value: %s. Name the one with the text by --field text=NAME."
                            .formatted(textNames(), told(record.keySet())));
        }
    }

    /** A number of seconds, milli-, micro- or nanoseconds since 1970 as a date and time in UTC; anything else as it is. */
    private static String date(String written) {
        Matcher matcher = EPOCH.matcher(written);
        if (!matcher.matches()) {
            return written;
        }
        String digits = matcher.group(1);
        long number = Long.parseLong(digits);
        long second = digits.length() <= 10
                ? number
                : digits.length() <= 13
                        ? number / 1000
                        : digits.length() == 16 ? number / 1_000_000 : number / 1_000_000_000;
        return second < EARLIEST || second >= LATEST
                ? written
                : Instant.ofEpochSecond(second).toString();
    }
}

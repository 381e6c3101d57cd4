package io.ghirbal.ingest.source;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

/**
 * Reads and writes the JSON object that a record is. It goes through the tokens and computes no number: one with a hundred digits of
 * exponent is as good as any other. {@code NaN} and {@code Infinity}, which Python writes, are null.
 */
final class JsonRecord {
    private static final int MAX_DEPTH = 500;

    /** Most fields of an object: each takes a hundred times as much memory as the few bytes it may have. */
    static final int MAX_FIELDS = 100_000;

    private JsonRecord() {}

    /** Made when the first record is parsed: whoever reads a text file does not wait for it. */
    private static final class Json {
        static final JsonFactory FACTORY = JsonFactory.builder()
                .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(MAX_DEPTH)
                        .maxNumberLength(Integer.MAX_VALUE)
                        .maxStringLength(Integer.MAX_VALUE)
                        .maxNameLength(Integer.MAX_VALUE)
                        .build())
                .build();
    }

    /** What a text is as JSON. */
    sealed interface Parsed permits Fields, TooMany, Other, Broken {}

    /** An object: its fields in their order; of two of one name the last counts. */
    record Fields(Map<String, FieldValue> byName) implements Parsed {}

    /** An object of more than {@link #MAX_FIELDS} fields, read no further. */
    record TooMany() implements Parsed {}

    /** Valid JSON that is no object. */
    record Other(FieldValue.Kind kind) implements Parsed {}

    /** @param column where it goes wrong, from 1 */
    record Broken(int column) implements Parsed {}

    static Parsed parse(String json) {
        try (JsonParser parser = Json.FACTORY.createParser(ObjectReadContext.empty(), json)) {
            JsonToken first = parser.nextToken();
            if (first == null) {
                return new Broken(1);
            }
            if (first != JsonToken.START_OBJECT) {
                FieldValue.Kind kind = value(parser).kind();
                return parser.nextToken() == null ? new Other(kind) : broken(parser.currentTokenLocation());
            }
            Map<String, FieldValue> fields = new LinkedHashMap<>();
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String name = parser.currentName();
                parser.nextToken();
                fields.put(name, value(parser));
                if (fields.size() > MAX_FIELDS) {
                    return new TooMany();
                }
            }
            return parser.nextToken() == null ? new Fields(fields) : broken(parser.currentTokenLocation());
        } catch (JacksonException e) {
            return broken(e.getLocation());
        }
    }

    private static Broken broken(@Nullable TokenStreamLocation at) {
        return new Broken(at == null ? 1 : Math.max(1, at.getColumnNr()));
    }

    private static FieldValue value(JsonParser parser) {
        return switch (parser.currentToken()) {
            case VALUE_STRING -> FieldValue.string(parser.getString());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> {
                String number = parser.getString();
                yield isNumber(number) ? new FieldValue(FieldValue.Kind.NUMBER, number) : FieldValue.NONE;
            }
            case VALUE_TRUE, VALUE_FALSE -> new FieldValue(FieldValue.Kind.BOOLEAN, parser.getString());
            case START_ARRAY -> new FieldValue(FieldValue.Kind.LIST, copy(parser));
            case START_OBJECT -> new FieldValue(FieldValue.Kind.OBJECT, copy(parser));
            default -> FieldValue.NONE;
        };
    }

    private static boolean isNumber(String text) {
        return Character.isDigit(text.charAt(text.length() - 1));
    }

    /** The list or object that begins here, without the white space between its tokens. */
    private static String copy(JsonParser parser) {
        StringWriter json = new StringWriter();
        try (JsonGenerator out = Json.FACTORY.createGenerator(ObjectWriteContext.empty(), json)) {
            int depth = 0;
            JsonToken token = parser.currentToken();
            while (true) {
                switch (token) {
                    case START_OBJECT -> out.writeStartObject();
                    case END_OBJECT -> out.writeEndObject();
                    case START_ARRAY -> out.writeStartArray();
                    case END_ARRAY -> out.writeEndArray();
                    case PROPERTY_NAME -> out.writeName(parser.currentName());
                    default -> write(out, value(parser));
                }
                depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
                if (depth == 0) {
                    break;
                }
                token = Objects.requireNonNull(parser.nextToken());
            }
        }
        return json.toString();
    }

    private static void write(JsonGenerator out, FieldValue value) {
        switch (value.kind()) {
            case STRING -> out.writeString(value.text());
            case NUMBER -> out.writeNumber(value.text());
            case NULL -> out.writeNull();
            default -> out.writeRawValue(value.text());
        }
    }

    /** The fields as a JSON object on one line. Half a surrogate pair, which no database keeps, is written as its escape. */
    static String write(Map<String, FieldValue> fields) {
        StringWriter json = new StringWriter();
        try (JsonGenerator out = Json.FACTORY.createGenerator(ObjectWriteContext.empty(), json)) {
            out.writeStartObject();
            fields.forEach((name, value) -> {
                out.writeName(name);
                write(out, value);
            });
            out.writeEndObject();
        }
        return storable(json.toString());
    }

    /** A list of strings as JSON on one line. */
    static String write(List<String> strings) {
        StringWriter json = new StringWriter();
        try (JsonGenerator out = Json.FACTORY.createGenerator(ObjectWriteContext.empty(), json)) {
            out.writeStartArray();
            strings.forEach(out::writeString);
            out.writeEndArray();
        }
        return storable(json.toString());
    }

    private static String storable(String json) {
        StringBuilder escaped = null;
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < json.length() && Character.isLowSurrogate(json.charAt(i + 1))) {
                if (escaped != null) {
                    escaped.append(c).append(json.charAt(i + 1));
                }
                i++;
            } else if (Character.isSurrogate(c)) {
                escaped = escaped == null ? new StringBuilder(json.substring(0, i)) : escaped;
                escaped.append("\\u%04x".formatted((int) c));
            } else if (escaped != null) {
                escaped.append(c);
            }
        }
        return escaped == null ? json : escaped.toString();
    }

    /** The items of a list that was read, those that are null left out. */
    static List<FieldValue> items(FieldValue list) {
        List<FieldValue> items = new ArrayList<>();
        try (JsonParser parser = Json.FACTORY.createParser(ObjectReadContext.empty(), list.text())) {
            parser.nextToken();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                FieldValue item = value(parser);
                if (item.kind() != FieldValue.Kind.NULL) {
                    items.add(item);
                }
            }
        }
        return items;
    }

    /** The fields of the objects in a list that was read, one after the other: nothing is held of a long list. */
    static Iterator<Map<String, FieldValue>> objects(FieldValue list) {
        JsonParser parser = Json.FACTORY.createParser(ObjectReadContext.empty(), list.text());
        parser.nextToken();
        return new Iterator<>() {
            private JsonToken next = goOn();

            private JsonToken goOn() {
                JsonToken token = Objects.requireNonNull(parser.nextToken());
                while (token != JsonToken.START_OBJECT && token != JsonToken.END_ARRAY) {
                    parser.skipChildren();
                    token = Objects.requireNonNull(parser.nextToken());
                }
                return token;
            }

            @Override
            public boolean hasNext() {
                return next != JsonToken.END_ARRAY;
            }

            @Override
            public Map<String, FieldValue> next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                Map<String, FieldValue> object = members(value(parser));
                next = goOn();
                return object;
            }
        };
    }

    /** The fields of an object that was read; none of one with more than {@link #MAX_FIELDS}. */
    static Map<String, FieldValue> members(FieldValue object) {
        return parse(object.text()) instanceof Fields fields ? fields.byName() : Map.of();
    }
}

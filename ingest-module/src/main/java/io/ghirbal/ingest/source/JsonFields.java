package io.ghirbal.ingest.source;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Which JSON fields, or columns of a table, hold what. Of several names the first that has a value counts. Names are compared exactly.
 *
 * @param id names of the field with the identifier
 * @param url names of the field with the address
 * @param title names of the field with the title
 * @param text names of the field with the text
 * @param published names of the field with the date of publication
 * @param outlet names of the field with the outlet
 */
public record JsonFields(
        List<String> id,
        List<String> url,
        List<String> title,
        List<String> text,
        List<String> published,
        List<String> outlet) {
    /** The names that collections of news use. */
    public static final JsonFields USUAL = new JsonFields(
            List.of("id"),
            List.of("url"),
            List.of("title"),
            List.of("text", "body", "content"),
            List.of("date", "published"),
            List.of("outlet", "source"));

    /** @throws IllegalArgumentException when there is no name for the text */
    public JsonFields {
        id = List.copyOf(id);
        url = List.copyOf(url);
        title = List.copyOf(title);
        text = List.copyOf(text);
        published = List.copyOf(published);
        outlet = List.copyOf(outlet);
        if (text.isEmpty()) {
            throw new IllegalArgumentException("Name at least one field for the text.");
        }
    }

    /**
     * The document that values make, white space around all but the text left out; null when none of the fields of the text has a value.
     *
     * @param charset the Java name of the charset the values were decoded with
     * @param values by the names of the fields; null where there is none
     */
    @Nullable SourceRecord document(String source, long record, String charset, Function<String, @Nullable String> values) {
        String content = value(text, values);
        return content == null
                ? null
                : new SourceDocument(
                                source,
                                record,
                                stripped(id, values),
                                stripped(url, values),
                                stripped(outlet, values),
                                stripped(title, values),
                                stripped(published, values),
                                charset,
                                content)
                        .orRejection();
    }

    /** White space around a name is no part of it, and databases do not agree on whether it makes a difference. */
    private static @Nullable String stripped(List<String> names, Function<String, @Nullable String> values) {
        String value = value(names, values);
        return value == null ? null : value.strip();
    }

    private static @Nullable String value(List<String> names, Function<String, @Nullable String> values) {
        for (String name : names) {
            String value = values.apply(name);
            if (value != null && !TextDecoder.isBlank(value)) {
                return value;
            }
        }
        return null;
    }
}

package io.ghirbal.ingest.source;

import java.util.List;

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
}

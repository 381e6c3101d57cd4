package io.ghirbal.ingest.source;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * What a page says of its article in JSON-LD: the object of the type that is nearest to a news article, be it alone, in an array or in a
 * graph. Of several of a type the one that has the address of the page counts, else the first. What is no valid JSON is passed over.
 */
final class LinkedData {
    private static final int MOST_CHARACTERS = 1 << 20;
    private static final int MOST_OBJECTS = 500;
    private static final int MOST_DEPTH = 4;
    private static final String TYPE = "application/ld+json";

    private static final LinkedData NONE = new LinkedData(Map.of());

    private final Map<String, FieldValue> article;

    private LinkedData(Map<String, FieldValue> article) {
        this.article = article;
    }

    /** @param address the canonical address of the page; null when it names none */
    static LinkedData of(Document document, @Nullable String address) {
        List<Map<String, FieldValue>> objects = new ArrayList<>();
        int left = MOST_CHARACTERS;
        for (Element script : document.getElementsByTag("script")) {
            if (!script.attr("type").strip().toLowerCase(Locale.ROOT).startsWith(TYPE)) {
                continue;
            }
            String json = json(script.data());
            left -= json.length();
            if (left < 0) {
                break;
            }
            collect(json, objects);
        }
        Map<String, FieldValue> best = null;
        int bestRank = 0;
        for (Map<String, FieldValue> object : objects) {
            int rank = 2 * rank(object) + (address != null && isOf(object, address) ? 1 : 0);
            if (rank > 1 && rank > bestRank) {
                best = object;
                bestRank = rank;
            }
        }
        return best == null ? NONE : new LinkedData(best);
    }

    /** What is JSON of a script: without the comments that hide it from old browsers, and with blanks for control characters. */
    private static String json(String wrapped) {
        String script = wrapped.replace("<![CDATA[", " ").replace("]]>", " ");
        int from = 0;
        while (from < script.length() && script.charAt(from) != '{' && script.charAt(from) != '[') {
            from++;
        }
        int to = script.length();
        while (to > from && script.charAt(to - 1) != '}' && script.charAt(to - 1) != ']') {
            to--;
        }
        StringBuilder json = new StringBuilder(script.substring(from, to));
        for (int i = 0; i < json.length(); i++) {
            if (json.charAt(i) < ' ') {
                json.setCharAt(i, ' ');
            }
        }
        return json.toString();
    }

    private record Found(FieldValue value, int depth) {}

    private static void collect(String json, List<Map<String, FieldValue>> objects) {
        if (!(JsonRecord.parse("{\"all\":" + json + "}") instanceof JsonRecord.Fields fields)) {
            return;
        }
        Deque<Found> left = new ArrayDeque<>();
        fields.byName().values().forEach(value -> left.add(new Found(value, 0)));
        while (!left.isEmpty() && objects.size() < MOST_OBJECTS) {
            Found found = left.poll();
            if (found.depth > MOST_DEPTH) {
                continue;
            }
            if (found.value.kind() == FieldValue.Kind.LIST) {
                JsonRecord.items(found.value).stream()
                        .limit(MOST_OBJECTS)
                        .forEach(item -> left.add(new Found(item, found.depth + 1)));
            } else if (found.value.kind() == FieldValue.Kind.OBJECT) {
                Map<String, FieldValue> object = JsonRecord.members(found.value);
                objects.add(object);
                for (String inner : List.of("@graph", "mainEntity", "mainEntityOfPage")) {
                    FieldValue value = object.get(inner);
                    if (value != null) {
                        left.add(new Found(value, found.depth + 1));
                    }
                }
            }
        }
    }

    private static int rank(Map<String, FieldValue> object) {
        int rank = 0;
        for (String type : strings(object.get("@type"))) {
            String name = type.substring(type.lastIndexOf('/') + 1);
            rank = Math.max(
                    rank,
                    name.endsWith("NewsArticle") || name.equals("LiveBlogPosting")
                            ? 3
                            : name.endsWith("Article") || name.endsWith("BlogPosting") || name.equals("Report")
                                    ? 2
                                    : name.equals("WebPage") || name.equals("ItemPage") ? 1 : 0);
        }
        return rank;
    }

    private static boolean isOf(Map<String, FieldValue> object, String address) {
        for (String name : List.of("url", "@id", "mainEntityOfPage")) {
            FieldValue value = object.get(name);
            String said = value == null ? null : scalar(value, "@id");
            if (said != null && said.startsWith(address)) {
                return true;
            }
        }
        return false;
    }

    /** The first of the fields that has a value; null when none has. */
    @Nullable String text(String... names) {
        for (String name : names) {
            for (String value : strings(article.get(name))) {
                return value;
            }
        }
        return null;
    }

    /** All values of a field: of objects their names. */
    List<String> texts(String name) {
        return strings(article.get(name));
    }

    private static List<String> strings(@Nullable FieldValue value) {
        if (value == null) {
            return List.of();
        }
        List<String> strings = new ArrayList<>();
        List<FieldValue> all = value.kind() == FieldValue.Kind.LIST ? JsonRecord.items(value) : List.of(value);
        for (FieldValue one : all) {
            String text = scalar(one, "name");
            if (text != null) {
                strings.add(text);
            }
        }
        return strings;
    }

    private static @Nullable String scalar(FieldValue value, String ofObject) {
        FieldValue one = value.kind() == FieldValue.Kind.OBJECT
                ? JsonRecord.members(value).getOrDefault(ofObject, FieldValue.NONE)
                : value;
        return one.isStructure() || TextDecoder.isBlank(one.text())
                ? null
                : one.text().strip();
    }
}

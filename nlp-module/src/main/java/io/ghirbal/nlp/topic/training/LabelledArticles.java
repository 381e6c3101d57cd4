package io.ghirbal.nlp.topic.training;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads labelled articles from JSON Lines, one object a line: {@code text} (or {@code body}, {@code content}), {@code title}, {@code id},
 * {@code outlet}, and the labels in one of these forms:
 *
 * <ul>
 *   <li>{@code primary} and {@code also}: the main topic, and a list of further ones;
 *   <li>{@code topics}: a list of all topics, the main one first, as codes or as objects with a {@code code};
 *   <li>{@code topic} (or {@code label}, {@code category}): the one section the article was filed under.
 * </ul>
 *
 * <p>A line with an {@code id} and labels but no text labels the article of that id in another file. An article of one id that stands in
 * several files is one article, with the labels of all. Articles without any label are left out.
 */
final class LabelledArticles {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private LabelledArticles() {}

    /**
     * Reads files, {@code .gz} or plain, in the order given.
     *
     * @throws IOException when a file cannot be read or a line is no JSON object; the message names file and line
     */
    static List<LabelledArticle> read(List<Path> files) throws IOException {
        List<LabelledArticle> articles = new ArrayList<>();
        Map<String, List<String>> labels = new TreeMap<>();
        for (Path file : files) {
            readFile(file, articles, labels);
        }
        List<LabelledArticle> labelled = new ArrayList<>();
        for (LabelledArticle article : merged(articles)) {
            List<String> topics = article.id() == null || article.isComplete()
                    ? article.topics()
                    : labels.getOrDefault(article.id(), article.topics());
            if (!topics.isEmpty() || article.section() != null) {
                labelled.add(new LabelledArticle(
                        article.id(),
                        article.file(),
                        article.outlet(),
                        article.title(),
                        article.text(),
                        topics,
                        article.section()));
            }
        }
        return labelled;
    }

    /** In the order in which each was met first; what somebody named of an article and where it was filed belong together. */
    private static List<LabelledArticle> merged(List<LabelledArticle> articles) {
        Map<String, LabelledArticle> byId = new LinkedHashMap<>();
        int nameless = 0;
        for (LabelledArticle article : articles) {
            // a tab is in no id that is read from a line
            String key = article.id() == null ? "\t" + nameless++ : article.id();
            byId.merge(key, article, LabelledArticles::merged);
        }
        return List.copyOf(byId.values());
    }

    private static LabelledArticle merged(LabelledArticle first, LabelledArticle second) {
        LabelledArticle named = second.isComplete() ? second : first;
        return new LabelledArticle(
                first.id(),
                named.file(),
                first.outlet(),
                first.title(),
                first.text(),
                named.topics(),
                first.section() == null ? second.section() : first.section());
    }

    private static void readFile(Path file, List<LabelledArticle> articles, Map<String, List<String>> labels)
            throws IOException {
        try (InputStream raw = Files.newInputStream(file);
                InputStream in = file.toString().endsWith(".gz") ? new GZIPInputStream(raw, 1 << 16) : raw;
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            int number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (line.isBlank()) {
                    continue;
                }
                JsonNode object = object(line, file, number);
                String text = string(object, "text", "body", "content");
                String id = string(object, "id");
                List<String> topics = topics(object);
                if (text != null) {
                    String outlet = string(object, "outlet");
                    articles.add(new LabelledArticle(
                            id,
                            file.getFileName().toString(),
                            outlet == null ? "" : outlet,
                            string(object, "title"),
                            text,
                            topics,
                            string(object, "topic", "label", "category")));
                } else if (id != null && !topics.isEmpty()) {
                    labels.put(id, topics);
                }
            }
        }
    }

    private static JsonNode object(String line, Path file, int number) throws IOException {
        try {
            JsonNode node = JSON.readTree(line);
            if (node.isObject()) {
                return node;
            }
        } catch (JacksonException e) {
            throw new IOException(file + ", line " + number + ": no JSON (" + e.getOriginalMessage() + ")", e);
        }
        throw new IOException(file + ", line " + number + ": not a JSON object");
    }

    private static List<String> topics(JsonNode object) {
        Set<String> topics = new LinkedHashSet<>();
        String primary = string(object, "primary");
        if (primary != null) {
            topics.add(primary);
            for (JsonNode also : object.path("also")) {
                topics.add(also.asString());
            }
        }
        for (JsonNode topic : object.path("topics")) {
            topics.add(topic.isObject() ? topic.path("code").asString() : topic.asString());
        }
        topics.remove("");
        return List.copyOf(topics);
    }

    private static @Nullable String string(JsonNode object, String... names) {
        for (String name : names) {
            JsonNode value = object.path(name);
            if (value.isString() && !value.asString().isBlank()) {
                return value.asString();
            }
        }
        return null;
    }
}

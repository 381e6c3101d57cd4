package io.ghirbal.nlp.story.training;

import io.ghirbal.nlp.clean.BoilerplateCleaner;
import io.ghirbal.nlp.clean.CleanedArticle;
import io.ghirbal.nlp.clean.PublicationDate;
import io.ghirbal.nlp.story.ComparableText;
import io.ghirbal.nlp.story.StoryWordCounts;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads labelled pairs and the articles they are of, from JSON Lines, {@code .gz} or plain. A pair has {@code a}, {@code b} (ids) and
 * {@code label}: duplicate, same-event, same-topic or unrelated. A text of a story that was read has {@code story}, {@code text} (ids) and
 * {@code happening}: those of one happening are pairs of the same event, others of the same topic. An article of an event that was
 * searched for has {@code text} and {@code same}, the ids of the others. An article has {@code id}, {@code text}, {@code title}, {@code outlet},
 * and its day in {@code date} or {@code published}, or as the last eight digits of its id. Articles are cleaned as the job cleans them.
 */
final class StoryData {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final BoilerplateCleaner CLEANER = BoilerplateCleaner.standard();
    private static final int DAY_DIGITS = 8;

    private StoryData() {}

    private record Ids(String a, String b, PairLabel label) {}

    /** A text of a story that was read, and which of the happenings told in it is its own. */
    private record Told(String id, int happening) {}

    /** Pairs of a story, each text with the one before it and the one half the story away: a large story is not to outweigh all others. */
    private static List<Ids> pairs(List<Told> story) {
        List<Ids> pairs = new ArrayList<>();
        int size = story.size();
        for (int i = 1; i < size; i++) {
            Set<Integer> others = new LinkedHashSet<>(List.of(i - 1, Math.floorMod(i - size / 2, size)));
            for (int other : others) {
                Told a = story.get(i);
                Told b = story.get(other);
                if (other < i) {
                    pairs.add(new Ids(
                            a.id(),
                            b.id(),
                            a.happening() == b.happening() ? PairLabel.SAME_STORY : PairLabel.SAME_TOPIC));
                }
            }
        }
        return pairs;
    }

    /** Pairs, and how many were left out since one of their articles is in no file. */
    record Pairs(List<LabelledPair> pairs, int missing) {}

    /**
     * Reads the pairs and the articles they need.
     *
     * @throws IOException when a file cannot be read or a line is not as said above; the message names file and line
     */
    static Pairs read(List<Path> files) throws IOException {
        List<Ids> ids = new ArrayList<>();
        Set<String> needed = new HashSet<>();
        Map<String, List<Told>> stories = new LinkedHashMap<>();
        for (Path file : files) {
            forEach(file, node -> {
                if (node.has("a") && node.has("b")) {
                    Ids pair = new Ids(
                            node.path("a").asString(),
                            node.path("b").asString(),
                            PairLabel.of(node.path("label").asString()));
                    ids.add(pair);
                } else if (node.has("story") && node.has("happening")) {
                    stories.computeIfAbsent(node.path("story").asString(), unused -> new ArrayList<>())
                            .add(new Told(
                                    node.path("text").asString(),
                                    node.path("happening").asInt()));
                } else if (node.has("text") && node.has("same")) {
                    node.path("same")
                            .forEach(other -> ids.add(
                                    new Ids(node.path("text").asString(), other.asString(), PairLabel.SAME_STORY)));
                }
            });
        }
        stories.values().forEach(told -> ids.addAll(pairs(told)));
        for (Ids pair : ids) {
            needed.add(pair.a());
            needed.add(pair.b());
        }
        Map<String, StoryArticle> articles = new HashMap<>();
        for (Path file : files) {
            forEach(file, node -> {
                String id = node.path("id").asString("");
                if (needed.contains(id) && node.has("text")) {
                    articles.putIfAbsent(id, article(id, node));
                }
            });
        }
        List<LabelledPair> pairs = new ArrayList<>();
        int missing = 0;
        for (Ids pair : ids) {
            StoryArticle a = articles.get(pair.a());
            StoryArticle b = articles.get(pair.b());
            if (a == null || b == null) {
                missing++;
            } else {
                pairs.add(new LabelledPair(a, b, pair.label()));
            }
        }
        return new Pairs(pairs, missing);
    }

    /** Counts in how many articles of the files each stem occurs. */
    static List<String> wordFrequencies(List<Path> files, int least) throws IOException {
        StoryWordCounts counts = new StoryWordCounts();
        for (Path file : files) {
            forEach(file, node -> {
                if (node.has("text")) {
                    counts.add(title(node), node.path("text").asString());
                }
            });
        }
        return counts.lines(least);
    }

    private static StoryArticle article(String id, JsonNode node) {
        CleanedArticle cleaned = CLEANER.clean(node.path("text").asString(), title(node));
        return new StoryArticle(
                id,
                node.path("outlet").asString(""),
                day(id, node),
                ComparableText.of(cleaned.metadata().title(), cleaned.body()));
    }

    private static @Nullable String title(JsonNode node) {
        String title = node.path("title").asString("");
        return title.isEmpty() ? null : title;
    }

    private static long day(String id, JsonNode node) {
        String written = node.path("date").asString(node.path("published").asString(""));
        if (written.isEmpty() && id.length() > DAY_DIGITS) {
            written = id.substring(id.length() - DAY_DIGITS);
        }
        LocalDate day = PublicationDate.parse(written);
        return day == null ? Long.MIN_VALUE : day.toEpochDay();
    }

    private static void forEach(Path file, Consumer<JsonNode> reader) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in;
                BufferedReader lines = new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8))) {
            int number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (!line.isBlank()) {
                    try {
                        reader.accept(JSON.readTree(line));
                    } catch (JacksonException | IllegalArgumentException e) {
                        throw new IOException("%s, line %d: %s".formatted(file, number, e.getMessage()), e);
                    }
                }
            }
        }
    }
}

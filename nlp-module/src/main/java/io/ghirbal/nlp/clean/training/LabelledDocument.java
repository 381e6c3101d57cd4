package io.ghirbal.nlp.clean.training;

import io.ghirbal.nlp.clean.BoilerplateKind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A text with the lines a reader would remove, as {@code cleaning/README.md} describes the JSON Lines.
 *
 * @param id what tells it from the others
 * @param set which collection of documents it belongs to; empty when it does not say
 * @param outlet where it comes from; empty when unknown
 * @param title the headline the scraper knew; null when it knew none
 * @param text the decoded text
 * @param removed the lines to remove, by number from 1; ranges may hold blank lines
 * @param inline the parts to remove of lines that are otherwise kept
 */
public record LabelledDocument(
        String id,
        String set,
        String outlet,
        @Nullable String title,
        String text,
        List<RemovedLines> removed,
        List<RemovedPart> inline) {
    public LabelledDocument {
        removed = List.copyOf(removed);
        inline = List.copyOf(inline);
    }

    /** A document of whose kept lines nothing is to be removed. */
    public LabelledDocument(
            String id, String set, String outlet, @Nullable String title, String text, List<RemovedLines> removed) {
        this(id, set, outlet, title, text, removed, List.of());
    }

    /**
     * A part of a line to remove.
     *
     * @param line the line, from 1
     * @param text the part; where it stands in the line more than once, the first is meant
     * @param kind what it is
     */
    public record RemovedPart(int line, String text, BoilerplateKind kind) {}

    /**
     * A range of lines to remove.
     *
     * @param first first line, from 1
     * @param last last line, included
     * @param kind what they are; null when the labels do not say
     */
    public record RemovedLines(
            int first, int last, @Nullable BoilerplateKind kind) {}

    /** Whether the labels keep line {@code number}, from 1. */
    boolean keeps(int number) {
        return removed.stream().noneMatch(range -> range.first() <= number && number <= range.last());
    }

    /** The same text with other lines to remove. */
    LabelledDocument withRemoved(List<RemovedLines> other) {
        return new LabelledDocument(id, set, outlet, title, text, other, inline);
    }

    /**
     * Reads documents, one JSON object a line; blank lines are skipped. A file that ends in {@code .gz} is decompressed.
     *
     * @throws IllegalArgumentException naming the line, when it is not such an object
     */
    public static List<LabelledDocument> read(Path jsonLines) throws IOException {
        JsonMapper json = new JsonMapper();
        List<LabelledDocument> documents = new ArrayList<>();
        int number = 0;
        for (String line : text(jsonLines).split("\n", -1)) {
            number++;
            if (line.isBlank()) {
                continue;
            }
            try {
                documents.add(of(json.readTree(line)));
            } catch (RuntimeException e) {
                throw new IllegalArgumentException(jsonLines + " line " + number + ": " + e.getMessage(), e);
            }
        }
        return List.copyOf(documents);
    }

    private static String text(Path file) throws IOException {
        try (InputStream bytes = Files.newInputStream(file);
                InputStream in = file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static LabelledDocument of(JsonNode node) {
        List<RemovedLines> removed = new ArrayList<>();
        for (JsonNode range : node.path("removed")) {
            String kind = range.path("kind").asString("");
            removed.add(new RemovedLines(
                    range.required("first").asInt(),
                    range.required("last").asInt(),
                    kind.isEmpty() ? null : BoilerplateKind.valueOf(kind)));
        }
        return new LabelledDocument(
                node.required("id").asString(),
                node.path("set").asString(""),
                node.path("outlet").asString(""),
                node.path("title").isString() ? node.path("title").asString() : null,
                node.required("text").asString(),
                removed,
                parts(node.path("inline")));
    }

    private static List<RemovedPart> parts(JsonNode inline) {
        List<RemovedPart> parts = new ArrayList<>();
        for (JsonNode part : inline) {
            parts.add(new RemovedPart(
                    part.required("line").asInt(),
                    part.required("text").asString(),
                    BoilerplateKind.valueOf(part.path("kind").asString(BoilerplateKind.OTHER.name()))));
        }
        return parts;
    }
}

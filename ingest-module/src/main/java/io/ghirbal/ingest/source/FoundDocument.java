package io.ghirbal.ingest.source;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a {@link DocumentFormat} found at a place of a file: a document, or what is wrong with it. Immutable. */
public final class FoundDocument {
    private final Map<String, String> fields;
    private final @Nullable String lineHints;
    private final @Nullable String problem;

    private FoundDocument(Map<String, String> fields, @Nullable String lineHints, @Nullable String problem) {
        this.fields = fields;
        this.lineHints = lineHints;
        this.problem = problem;
    }

    /**
     * A document.
     *
     * @param fields its fields by the names that they may have in JSON Lines: {@code text}, {@code title}, {@code url}, {@code date}, ...;
     *     others are kept as they are
     */
    public static FoundDocument of(Map<String, String> fields) {
        return new FoundDocument(Collections.unmodifiableMap(new LinkedHashMap<>(fields)), null, null);
    }

    /**
     * A place where there is no document that can be read.
     *
     * @param problem what is wrong, where, and what to do: one English sentence
     */
    public static FoundDocument broken(String problem) {
        return new FoundDocument(Map.of(), null, problem);
    }

    /**
     * The same with what the source knows of the lines of the text, see docs/formats.md; overlooked when it has not a letter for each line.
     *
     * @param letters a letter for each line, {@code -} where nothing is known
     */
    public FoundDocument withLineHints(String letters) {
        return new FoundDocument(fields, letters, problem);
    }

    /** The fields by their names, in their order; empty when there is no document. */
    public Map<String, String> fields() {
        return fields;
    }

    @Nullable String lineHints() {
        return lineHints;
    }

    /** What is wrong; null for a document. */
    @Nullable String problem() {
        return problem;
    }
}

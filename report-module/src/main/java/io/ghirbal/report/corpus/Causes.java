package io.ghirbal.report.corpus;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts documents that were turned away by their causes. Not for several threads. */
public final class Causes {
    private final Map<String, Cause> causes = new TreeMap<>();

    /**
     * The documents that were turned away for one cause.
     *
     * @param documents how many
     * @param first the one that was met first
     */
    public record Cause(long documents, TurnedAway first) {}

    /** Counts {@code document}. */
    public void add(TurnedAway document) {
        causes.merge(
                document.cause(),
                new Cause(1, document),
                (before, one) -> new Cause(before.documents() + 1, before.first()));
    }

    void addAll(List<TurnedAway> documents) {
        documents.forEach(this::add);
    }

    /** All documents. */
    public long documents() {
        return causes.values().stream().mapToLong(Cause::documents).sum();
    }

    /** What was counted, in the order of the names of the causes. */
    public Map<String, Cause> byName() {
        return new LinkedHashMap<>(causes);
    }
}

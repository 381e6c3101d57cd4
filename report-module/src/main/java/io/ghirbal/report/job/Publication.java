package io.ghirbal.report.job;

import io.ghirbal.ingest.run.RunParameters;
import io.ghirbal.report.export.Export;
import io.ghirbal.report.summary.Slice;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a run publishes when it is done.
 *
 * @param exports what is written beside the report
 * @param languages languages of the articles that the report and the exports are about, by their ISO 639 codes; empty for all
 */
public record Publication(Set<Export> exports, List<String> languages) {
    /** Everything, of all articles. */
    public static final Publication ALL = new Publication(Export.ALL, List.of());

    public Publication {
        exports = Set.copyOf(exports);
        languages = List.copyOf(languages);
    }

    /** That of a run. */
    static Publication of(RunParameters run) {
        return new Publication(
                run.exports() == null
                        ? Export.ALL
                        : split(run.exports()).map(Export::of).collect(Collectors.toSet()),
                run.languages() == null ? List.of() : split(run.languages()).toList());
    }

    /** The articles that the report and the exports are about. */
    Slice slice() {
        return new Slice(null, null, List.of(), List.of(), languages);
    }

    /** As {@link RunParameters#exports} holds it. */
    @Nullable String exportsParameter() {
        return exports.equals(Export.ALL)
                ? null
                : exports.stream().sorted().map(Export::title).collect(Collectors.joining(","));
    }

    /** As {@link RunParameters#languages} holds it. */
    @Nullable String languagesParameter() {
        return languages.isEmpty() ? null : String.join(",", languages);
    }

    private static Stream<String> split(String list) {
        return list.isEmpty() ? Stream.empty() : Stream.of(list.split(",", -1));
    }
}

package io.ghirbal.report.html;

import io.ghirbal.report.export.Export;
import io.ghirbal.report.export.ReadSnapshot;
import io.ghirbal.report.summary.Slice;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Writes {@code report.html}: what the database holds, for people, in Arabic and English. One file with its style, scripts and charts
 * in it, which reaches no network. It shows the first articles with what was removed from them marked in place, and says where it stops.
 * The same rows give the same bytes on every database.
 */
public final class HtmlReport {
    /** Name of the file. */
    public static final String FILE = "report.html";

    private static final int MOST_ARTICLES = 200;
    private static final int MOST_CHARACTERS = 20_000;
    /** Keeps the file under 3 MB whatever the database holds: an Arabic letter takes two bytes. */
    private static final int MOST_CHARACTERS_OF_ALL = 800_000;

    private static final int MOST_OUTLETS = 50;
    private static final int MOST_REJECTED = 100;
    private static final int MOST_TEMPLATES = 50;
    private static final int MOST_REMOVALS = 30;
    private static final int MOST_CHARACTERS_OF_REMOVAL = 600;
    private static final int MOST_ROWS_OF_MATRIX = 25;
    private static final int MOST_COLUMNS_OF_MATRIX = 10;
    private static final List<String> QUERIES =
            List.of("topic_by_outlet", "most_removed", "removed_lines", "rejected_documents");

    private final DataSource source;
    private final int mostArticles;
    private final int mostCharacters;

    /** @param source the database; {@link #write} takes a connection of its own from it */
    public HtmlReport(DataSource source) {
        this(source, MOST_ARTICLES, MOST_CHARACTERS);
    }

    HtmlReport(DataSource source, int mostArticles, int mostCharacters) {
        this.source = source;
        this.mostArticles = mostArticles;
        this.mostCharacters = mostCharacters;
    }

    /**
     * Writes the file into {@code outDir}, in place of an earlier one.
     *
     * @param slice the articles it is about
     * @param compared others to put beside them; null for none
     * @param exports what stands beside it, to be pointed to
     * @return the file
     * @throws java.io.UncheckedIOException when it cannot be written
     */
    public Path write(Path outDir, Slice slice, @Nullable Slice compared, Set<Export> exports) {
        return HtmlFile.write(outDir.resolve(FILE), "report.jte", page(slice, compared, exports));
    }

    private ReportPage page(Slice slice, @Nullable Slice compared, Set<Export> exports) {
        Labels labels = Labels.load();
        try (ReadSnapshot snapshot = ReadSnapshot.of(source)) {
            ReportQueries queries = new ReportQueries(snapshot.database(), slice);
            Map<String, Label> names = queries.topicNames();
            Accounts.Base base = queries.base();
            List<Tallies.OfTopic> topics = queries.topics();
            Timeline timeline = queries.timeline();
            Tallies.Outlets outlets = queries.outlets(MOST_OUTLETS);
            List<Tallies.OfKind> kinds = queries.kinds();
            return new ReportPage(
                    labels,
                    PageAssets.load(),
                    slice,
                    names,
                    queries.findLastRun().orElse(null),
                    base,
                    new MorningQueries(snapshot.database(), slice, labels)
                            .find(names)
                            .orElse(null),
                    compared == null ? null : queries.compared(compared, MOST_ROWS_OF_MATRIX),
                    topics,
                    timeline,
                    queries.trends(topics, timeline),
                    outlets,
                    queries.topicMix(topics, outlets, MOST_COLUMNS_OF_MATRIX, MOST_ROWS_OF_MATRIX),
                    kinds,
                    queries.hygiene(kinds, outlets, labels, MOST_COLUMNS_OF_MATRIX, MOST_ROWS_OF_MATRIX),
                    queries.removals(kinds, MOST_REMOVALS, MOST_CHARACTERS_OF_REMOVAL),
                    queries.templates(MOST_TEMPLATES),
                    queries.rejections(MOST_REJECTED),
                    queries.articles(base.analysed(), mostArticles, mostCharacters, MOST_CHARACTERS_OF_ALL),
                    sampleQueries().toList(),
                    exports);
        }
    }

    static Stream<Tallies.SampleQuery> sampleQueries() {
        return QUERIES.stream()
                .map(key -> new Tallies.SampleQuery(
                        "query." + key, Resource.read("queries/" + key + ".sql").strip()));
    }
}

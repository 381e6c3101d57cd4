package io.ghirbal.report.html;

import static java.nio.charset.StandardCharsets.UTF_8;

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
 * in it, which reaches no network. It lists all headlines, and shows the newest articles with what was removed from them marked in place.
 * When there are more headlines than a page should have, the older ones stand in files beside it. The same rows give the same bytes on every
 * database.
 */
public final class HtmlReport {
    /** Name of the file. */
    public static final String FILE = "report.html";

    /** Name of the folder beside it with the headlines that it has no room for. */
    public static final String FOLDER = "report-headlines";

    private static final int MOST_HEADLINES = 20_000;
    private static final int HEADLINES_PER_FILE = 10_000;
    private static final int HEADLINES_WITHOUT_SCRIPT = 50;
    private static final int MOST_ARTICLES = 200;
    private static final int MOST_CHARACTERS = 20_000;
    /** Keeps the file under 3 MB with 10,000 headlines of usual length: what these leave of it is for texts. */
    private static final int BYTES_OF_HEADLINES_AND_TEXTS = 2_300_000;
    /** A character of a text takes 2.6 bytes: an Arabic letter two, and the markup of its lines the rest. */
    private static final double BYTES_PER_CHARACTER = 2.6;

    private static final int FEWEST_CHARACTERS_OF_ALL = 100_000;
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
    private final int mostHeadlines;
    private final int headlinesPerFile;

    /** @param source the database; {@link #write} takes a connection of its own from it */
    public HtmlReport(DataSource source) {
        this(source, MOST_ARTICLES, MOST_CHARACTERS, MOST_HEADLINES, HEADLINES_PER_FILE);
    }

    /**
     * @param mostArticles how many have their texts in the page
     * @param mostCharacters of each of these
     * @param mostHeadlines how many stand in the page; when there are more, {@code headlinesPerFile} do, and as many in each file
     */
    HtmlReport(DataSource source, int mostArticles, int mostCharacters, int mostHeadlines, int headlinesPerFile) {
        this.source = source;
        this.mostArticles = mostArticles;
        this.mostCharacters = mostCharacters;
        this.mostHeadlines = mostHeadlines;
        this.headlinesPerFile = headlinesPerFile;
    }

    /**
     * Writes the file into {@code outDir}, in place of an earlier one, and those beside it when there are too many headlines for one.
     *
     * @param slice the articles it is about
     * @param compared others to put beside them; null for none
     * @param exports what stands beside it, to be pointed to
     * @return the file
     * @throws java.io.UncheckedIOException when it cannot be written
     */
    public Path write(Path outDir, Slice slice, @Nullable Slice compared, Set<Export> exports) {
        HeadlineFiles files = new HeadlineFiles(outDir.resolve(FOLDER), headlinesPerFile);
        ReportPage page = page(slice, compared, exports, files);
        Path file = HtmlFile.write(outDir.resolve(FILE), "report.jte", page);
        files.deleteBehind(page.headlines().parts().size());
        return file;
    }

    private ReportPage page(Slice slice, @Nullable Slice compared, Set<Export> exports, HeadlineFiles files) {
        Labels labels = Labels.load();
        try (ReadSnapshot snapshot = ReadSnapshot.of(source)) {
            ReportQueries queries = new ReportQueries(snapshot.database(), slice);
            Accounts.Base base = queries.base();
            List<Tallies.OfTopic> topics = queries.topics();
            Timeline timeline = queries.timeline();
            Tallies.Outlets outlets = queries.outlets(MOST_OUTLETS);
            List<Tallies.OfKind> kinds = queries.kinds();
            Map<String, Label> topicNames = queries.topicNames();
            return new ReportPage(
                    labels,
                    PageAssets.load(),
                    slice,
                    topicNames,
                    queries.findLastRun().orElse(null),
                    base,
                    new MorningQueries(snapshot.database(), slice, labels)
                            .find(topicNames)
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
                    headlines(new HeadlinePages(snapshot.database(), slice), queries, topicNames, files),
                    sampleQueries().toList(),
                    exports);
        }
    }

    private Headlines headlines(
            HeadlinePages pages, ReportQueries queries, Map<String, Label> topicNames, HeadlineFiles files) {
        List<Headline> inPage = pages.next(pages.all() > mostHeadlines ? headlinesPerFile : mostHeadlines);
        String first = HeadlineJson.of(inPage);
        List<Headlines.Row> rows =
                queries.rows(inPage, HEADLINES_WITHOUT_SCRIPT, mostArticles, mostCharacters, charactersBeside(first));
        List<HeadlineFiles.Part> parts = files.write(pages);
        List<String> outlets = pages.outlets();
        return new Headlines(
                rows,
                (int) rows.stream().filter(row -> row.article() != null).count(),
                pages.all(),
                outlets,
                parts,
                HeadlineJson.page(pages.all(), outlets, topicNames, parts, first));
    }

    private static int charactersBeside(String json) {
        double left = (BYTES_OF_HEADLINES_AND_TEXTS - json.getBytes(UTF_8).length) / BYTES_PER_CHARACTER;
        return (int) Math.max(FEWEST_CHARACTERS_OF_ALL, Math.min(MOST_CHARACTERS_OF_ALL, left));
    }

    static Stream<Tallies.SampleQuery> sampleQueries() {
        return QUERIES.stream()
                .map(key -> new Tallies.SampleQuery(
                        "query." + key, Resource.read("queries/" + key + ".sql").strip()));
    }
}

package io.ghirbal.report.html;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.WriterOutput;
import io.ghirbal.report.export.OutputFile;
import io.ghirbal.report.export.ReadSnapshot;
import io.ghirbal.report.export.Visible;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;

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
    /** Keeps the file at a few MB: an Arabic letter takes two bytes. */
    private static final int MOST_CHARACTERS_OF_ALL = 1_200_000;

    private static final int MOST_OUTLETS = 50;
    private static final int MOST_REJECTED = 100;
    private static final List<String> QUERIES =
            List.of("topic_by_outlet", "most_removed", "removed_lines", "rejected_documents");

    private final DataSource source;
    private final int mostArticles;
    private final int mostCharacters;
    private final TemplateEngine templates = TemplateEngine.createPrecompiled(
            null, ContentType.Html, HtmlReport.class.getClassLoader(), HtmlReport.class.getPackageName());

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
     * @return the file
     * @throws java.io.UncheckedIOException when it cannot be written
     */
    public Path write(Path outDir) {
        ReportPage page = page();
        return OutputFile.write(
                outDir.resolve(FILE),
                out -> templates.render("report.jte", page, new WriterOutput(Visible.controls(out))));
    }

    private ReportPage page() {
        Labels labels = Labels.load();
        try (ReadSnapshot snapshot = ReadSnapshot.of(source)) {
            ReportQueries queries = new ReportQueries(snapshot.database());
            Accounts.Base base = queries.base();
            List<Tallies.OfTopic> topics = queries.topics();
            Timeline timeline = queries.timeline();
            List<Tallies.OfKind> kinds = queries.kinds();
            return new ReportPage(
                    labels,
                    PageAssets.load(),
                    queries.findLastRun().orElse(null),
                    base,
                    topics,
                    timeline,
                    queries.outlets(MOST_OUTLETS),
                    kinds,
                    queries.rejections(MOST_REJECTED),
                    queries.articles(base.analysed(), mostArticles, mostCharacters, MOST_CHARACTERS_OF_ALL),
                    sampleQueries().toList(),
                    ChartData.of(labels, topics, timeline, kinds));
        }
    }

    static Stream<Tallies.SampleQuery> sampleQueries() {
        return QUERIES.stream()
                .map(key -> new Tallies.SampleQuery(
                        "query." + key, Resource.read("queries/" + key + ".sql").strip()));
    }
}

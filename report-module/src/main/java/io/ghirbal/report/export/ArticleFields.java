package io.ghirbal.report.export;

import static io.ghirbal.report.export.Field.Kind.DAY;
import static io.ghirbal.report.export.Field.Kind.FRACTION;
import static io.ghirbal.report.export.Field.Kind.JSON;
import static io.ghirbal.report.export.Field.Kind.LONG_NUMBER;
import static io.ghirbal.report.export.Field.Kind.NUMBER;
import static io.ghirbal.report.export.Field.Kind.TEXT;
import static io.ghirbal.report.export.Field.group;
import static io.ghirbal.report.export.Field.optional;
import static io.ghirbal.report.export.Field.repeated;
import static io.ghirbal.report.export.Field.required;

import io.ghirbal.nlp.step.RemovedText;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is exported of an article, field by field and in this order, in JSON Lines and Parquet alike. The one place to add a field: give
 * {@link ExportedArticle} the value, and name it here.
 */
public final class ArticleFields {
    /** What is known of an article, without what was removed from it. */
    public static final ArticleFields CLEANED = new ArticleFields(List.of(), List.of());

    /**
     * What a database tells for ever, purged or not: as {@link #CLEANED}, with where, as what and why something was removed, the story it
     * tells, and where its text was published.
     */
    public static final ArticleFields STORED = new ArticleFields(
            List.of(
                    repeated("removed", lines(List.of()), ExportedArticle::wholeLines),
                    repeated("inline", spans(List.of()), ExportedArticle::inline)),
            List.of(
                    group(
                            "story",
                            List.of(
                                    required("id", TEXT, ExportedArticle.Story::id),
                                    required("role", TEXT, ExportedArticle.Story::role),
                                    optional("of", TEXT, ExportedArticle.Story::of)),
                            ExportedArticle::story),
                    repeated(
                            "publications",
                            List.of(
                                    optional("outlet", TEXT, ExportedArticle.Appearance::outlet),
                                    optional("url", TEXT, ExportedArticle.Appearance::url),
                                    optional("title", TEXT, ExportedArticle.Appearance::title),
                                    optional("published_on", DAY, ExportedArticle.Appearance::publishedOn),
                                    required("source", TEXT, ExportedArticle.Appearance::source),
                                    required("record", LONG_NUMBER, ExportedArticle.Appearance::record)),
                            ExportedArticle::publications)));

    /** As {@link #CLEANED}, with what was removed: where, as what, why, how surely, and the text. */
    public static final ArticleFields WITH_REMOVED_TEXT = new ArticleFields(
            List.of(
                    repeated("removed", lines(List.of(confidence(), text())), ExportedArticle::wholeLines),
                    repeated("inline", spans(List.of(reason(), confidence())), ExportedArticle::inline)),
            List.of());

    private final List<Field<ExportedArticle>> fields;

    private ArticleFields(List<Field<ExportedArticle>> removed, List<Field<ExportedArticle>> happening) {
        this.fields = concat(
                concat(
                        concat(
                                List.of(
                                        required("id", TEXT, ExportedArticle::id),
                                        required("source", TEXT, ExportedArticle::source),
                                        required("record", LONG_NUMBER, ExportedArticle::record),
                                        optional("external_id", TEXT, ExportedArticle::externalId),
                                        optional("url", TEXT, ExportedArticle::url),
                                        optional("outlet", TEXT, ExportedArticle::outlet),
                                        optional("title", TEXT, ExportedArticle::title),
                                        optional("published_on", DAY, ExportedArticle::publishedOn),
                                        optional("published", TEXT, ExportedArticle::published),
                                        optional("attribution", TEXT, ExportedArticle::attribution),
                                        optional("author", TEXT, ExportedArticle::author),
                                        optional("tags", JSON, ExportedArticle::tags),
                                        optional("language", TEXT, ExportedArticle::language),
                                        required("body", TEXT, ExportedArticle::body),
                                        required("words", NUMBER, ExportedArticle::words),
                                        required("kept_lines", NUMBER, ExportedArticle::keptLines),
                                        required("removed_lines", NUMBER, ExportedArticle::removedLines),
                                        required("kept_characters", NUMBER, ExportedArticle::keptCharacters),
                                        required("removed_characters", NUMBER, ExportedArticle::removedCharacters),
                                        optional("text_note", TEXT, ExportedArticle::textNote)),
                                removed),
                        List.of(
                                repeated(
                                        "topics",
                                        List.of(
                                                required("code", TEXT, ExportedArticle.Topic::code),
                                                optional("name", TEXT, ExportedArticle.Topic::name),
                                                required("score", FRACTION, ExportedArticle.Topic::score)),
                                        ExportedArticle::topics),
                                optional("topic_note", TEXT, ExportedArticle::topicNote),
                                optional("section", TEXT, ExportedArticle::section),
                                optional("section_score", FRACTION, ExportedArticle::sectionScore),
                                optional("extra", JSON, ExportedArticle::extra))),
                happening);
    }

    /** In their order. */
    List<Field<ExportedArticle>> fields() {
        return fields;
    }

    private static List<Field.Single<RemovedText>> lines(List<Field.Single<RemovedText>> more) {
        return concat(
                List.of(
                        required("first", NUMBER, RemovedText::firstLine),
                        required("last", NUMBER, RemovedText::lastLine),
                        required("kind", TEXT, RemovedText::kind),
                        reason()),
                more);
    }

    private static List<Field.Single<RemovedText>> spans(List<Field.Single<RemovedText>> more) {
        return concat(
                List.of(
                        required("line", NUMBER, RemovedText::firstLine),
                        text(),
                        required("kind", TEXT, RemovedText::kind)),
                more);
    }

    private static Field.Single<RemovedText> reason() {
        return optional("reason", TEXT, removed -> ExportedArticle.filled(removed.reason()));
    }

    /** Null once it was purged. */
    private static Field.Single<RemovedText> text() {
        return optional("text", TEXT, removed -> ExportedArticle.filled(removed.text()));
    }

    private static Field.Single<RemovedText> confidence() {
        return required("confidence", FRACTION, removed -> ExportedArticle.rounded(removed.confidence()));
    }

    private static <F> List<F> concat(List<? extends F> first, List<? extends F> second) {
        return Stream.<F>concat(first.stream(), second.stream()).toList();
    }
}

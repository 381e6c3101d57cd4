package io.ghirbal.report.html;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows of the tables of the report. */
final class Tallies {
    private Tallies() {}

    /** Articles of a topic; an article with several topics counts under each. */
    record OfTopic(String code, Label name, long articles, double meanScore) {}

    /** Articles of an outlet; {@code outlet} is null for those without one. */
    record OfOutlet(
            @Nullable String outlet,
            long articles,
            @Nullable LocalDate firstDay,
            @Nullable LocalDate lastDay,
            long keptCharacters,
            long removedCharacters,
            long removedLines) {
        long characters() {
            return keptCharacters + removedCharacters;
        }
    }

    /** Outlets with most articles first, and how many others there are. */
    record Outlets(List<OfOutlet> first, long more) {}

    /** What was removed of a kind. */
    record OfKind(String kind, long blocks, long articles, long lines, long characters) {}

    /**
     * A removed block or span, for somebody to look at.
     *
     * @param confidence from 0 to 1
     * @param articleCharacters characters of the whole article, kept and removed
     * @param beginning of the removed text
     * @param cut whether more of it was removed than {@code beginning}
     */
    record Removal(
            String source,
            long record,
            @Nullable String outlet,
            @Nullable String title,
            String kind,
            String reason,
            double confidence,
            long lines,
            long characters,
            long articleCharacters,
            String beginning,
            boolean cut) {}

    /** The largest removals, and how many others there are. */
    record Removals(List<Removal> first, long more) {}

    /**
     * What an outlet repeats round its articles.
     *
     * @param form the name of a {@link io.ghirbal.nlp.template.TemplateForm}
     * @param articles that have it, of {@code sampled} that were looked at
     */
    record OfTemplate(String outlet, String form, String example, long articles, long sampled) {}

    /** What most articles of their outlet have, the most first, and how many others there are. */
    record Templates(List<OfTemplate> first, long more) {}

    /** Documents that were rejected for a cause. */
    record OfCause(String cause, long documents) {}

    /** A document that could not be read. */
    record RejectedDocument(String source, long record, String cause, String message) {}

    /** What the last run rejected: causes, the first documents, and how many others there are. */
    record Rejections(List<OfCause> causes, List<RejectedDocument> first, long more) {}

    /** A query a reader can run, under the key of its title. */
    record SampleQuery(String key, String sql) {}
}

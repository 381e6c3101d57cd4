package io.ghirbal.report.explain;

import io.ghirbal.ingest.source.SourceDocument;
import io.ghirbal.nlp.clean.BoilerplateCleaner;
import io.ghirbal.nlp.clean.CleanedArticle;
import io.ghirbal.nlp.clean.LineHints;
import io.ghirbal.nlp.story.PairExplanation;
import io.ghirbal.nlp.template.OutletTemplate;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An article that is compared with another.
 *
 * @param source the file it was read from, as {@link SourceDocument#source()}
 * @param record which document of the file, from 1
 * @param id its id in the database; null when it was read from a file
 * @param title its headline; null when there is none
 * @param outlet who published it; null when unknown. Of a stored article, who published its text first
 * @param day when it was published; null when unknown. Of a stored article, the day of its text
 * @param body its cleaned body
 * @param story id of the story that a run placed it in; null when it was read from a file
 */
public record PairedArticle(
        String source,
        long record,
        @Nullable String id,
        @Nullable String title,
        @Nullable String outlet,
        @Nullable LocalDate day,
        String body,
        @Nullable String story) {

    /** Cleans {@code document}, of whose outlet nothing was learned. */
    public static PairedArticle of(SourceDocument document, BoilerplateCleaner cleaner) {
        CleanedArticle cleaned = cleaner.clean(
                document.text(), document.title(), OutletTemplate.NONE, LineHints.of(document.lineHints()));
        return new PairedArticle(
                document.source(),
                document.record(),
                null,
                cleaned.metadata().title(),
                document.outlet(),
                cleaned.metadata().publishedOn(document.published()),
                cleaned.body(),
                null);
    }

    PairExplanation.Article compared() {
        return new PairExplanation.Article(title, body, outlet, day);
    }
}

package io.ghirbal.nlp.step;

import io.ghirbal.nlp.TextAnalysis;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A stored article with what was found in it.
 *
 * @param template the digest of the template of the outlet that was used; null when there was none
 */
record AnalysedArticle(StoredText article, @Nullable String template, TextAnalysis analysis) {

    String id() {
        return article.id();
    }

    /** Day of publication, from the source or from the text; null when unknown. */
    @Nullable LocalDate publishedOn() {
        return analysis.metadata().publishedOn(article.published());
    }
}

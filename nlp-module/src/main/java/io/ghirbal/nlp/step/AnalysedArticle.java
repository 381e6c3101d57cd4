package io.ghirbal.nlp.step;

import io.ghirbal.nlp.TextAnalysis;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A stored article with what was found in it. */
record AnalysedArticle(StoredText article, TextAnalysis analysis) {

    String id() {
        return article.id();
    }

    /** Day of publication, from the source or from the text; null when unknown. */
    @Nullable LocalDate publishedOn() {
        return analysis.metadata().publishedOn(article.published());
    }
}

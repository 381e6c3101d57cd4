package io.ghirbal.nlp.clean;

import io.ghirbal.nlp.text.TextLines;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the boilerplate in the text of an article. Immutable and thread-safe; does no I/O once made. */
public final class BoilerplateCleaner {
    private BoilerplateCleaner() {}

    /** The cleaner with the resources that come with it. */
    public static BoilerplateCleaner standard() {
        return new BoilerplateCleaner();
    }

    /** Takes {@code text} apart without a headline known from elsewhere. */
    public CleanedArticle clean(String text) {
        return clean(text, null);
    }

    /**
     * Takes {@code text} apart.
     *
     * @param text the decoded text of a page or an article
     * @param title the headline the source knows, which need not occur in the text; null when it knows none
     */
    public CleanedArticle clean(String text, @Nullable String title) {
        return new CleanedArticle(
                TextLines.of(text), List.of(), List.of(), new ArticleMetadata(title, 0, null, null, null));
    }
}

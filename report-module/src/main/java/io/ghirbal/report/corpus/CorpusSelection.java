package io.ghirbal.report.corpus;

import io.ghirbal.report.export.ExportedArticle;
import java.util.Set;

/**
 * Which cleaned articles a corpus takes.
 *
 * @param minWords fewest words of the body, from 0
 * @param languages ISO 639 codes of the languages it takes; empty for all, also for an article whose language cannot be told
 */
public record CorpusSelection(int minWords, Set<String> languages) {
    /** Every article. */
    public static final CorpusSelection ALL = new CorpusSelection(0, Set.of());

    public CorpusSelection {
        languages = Set.copyOf(languages);
    }

    boolean isTooShort(ExportedArticle article) {
        return article.words() < minWords;
    }

    boolean isInOtherLanguage(ExportedArticle article) {
        return !languages.isEmpty() && (article.language() == null || !languages.contains(article.language()));
    }
}

package io.ghirbal.nlp.clean.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Dresses articles that are known with the boilerplate of {@code formulas.txt}, in layouts of news sites: what real labelled pages are too
 * few to show. The same articles and the same seed give the same pages.
 */
final class PageComposer {
    private static final int FEWEST_ARTICLES = 10;

    private final List<KnownArticle> articles;
    private final Chance chance;
    private final Formulas formulas;

    /**
     * A composer of pages from the articles of {@code documents}.
     *
     * @param seed of all choices
     */
    PageComposer(List<LabelledDocument> documents, long seed) {
        articles = documents.stream()
                .map(KnownArticle::of)
                .flatMap(Optional::stream)
                .toList();
        chance = new Chance(seed);
        formulas = new Formulas(articles, chance);
    }

    /** So many pages; none when there are fewer than ten articles to compose them from. */
    List<LabelledDocument> compose(int pages) {
        List<LabelledDocument> composed = new ArrayList<>();
        for (int i = 0; i < pages && articles.size() >= FEWEST_ARTICLES; i++) {
            composed.add(new ComposedPage(articles, formulas, chance).compose(i));
        }
        return composed;
    }
}

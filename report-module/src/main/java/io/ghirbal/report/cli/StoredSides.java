package io.ghirbal.report.cli;

import io.ghirbal.report.database.DatabaseUrl;
import io.ghirbal.report.explain.PairedArticle;
import io.ghirbal.report.job.NewsRuns;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Looks stored articles up. Apart from its caller, so that Spring is loaded only for somebody who names one. */
final class StoredSides {
    private StoredSides() {}

    /**
     * The articles with these ids, or ids that begin so.
     *
     * @throws WrongUsageException when there is no such article or more than one
     */
    static Map<String, PairedArticle> find(DatabaseUrl url, List<String> ids) {
        Map<String, PairedArticle> found = new HashMap<>();
        try (NewsRuns runs = NewsRuns.open(url)) {
            for (String id : ids) {
                List<PairedArticle> articles = runs.articles(id);
                if (articles.size() != 1) {
                    throw new WrongUsageException(
                            articles.isEmpty()
                                    ? "%s is no file, and no analysed article in %s has an id that begins so"
                                            .formatted(id, url.shown())
                                    : "the ids of several articles begin with %s: give more of its digits"
                                            .formatted(id));
                }
                found.put(id, articles.get(0));
            }
        }
        return found;
    }
}

package io.ghirbal.report.html;

import io.ghirbal.report.summary.Slice;
import java.util.List;

/**
 * Two periods side by side.
 *
 * @param now what the rest of the report is about
 * @param then the other one
 * @param totals of both
 * @param topics with the largest change of share first
 * @param outlets with most articles of both first
 * @param moreOutlets how many outlets are left out
 */
record Comparison(
        Slice now, Slice then, Pair<Totals> totals, List<Topic> topics, List<Outlet> outlets, long moreOutlets) {
    /** The same of both. */
    record Pair<T>(T now, T then) {}

    /** Figures of a period. */
    record Totals(long articles, long outlets, long keptCharacters, long removedCharacters) {
        long characters() {
            return keptCharacters + removedCharacters;
        }
    }

    /** Articles with a topic. */
    record Topic(String code, Label name, Pair<Long> articles) {
        /** Change of its share among all articles, in points of percent. */
        double points(Pair<Totals> totals) {
            return 100
                    * (Figures.fraction(articles.now(), totals.now().articles())
                            - Figures.fraction(articles.then(), totals.then().articles()));
        }
    }

    /** An outlet with a name. */
    record Outlet(String outlet, Pair<Totals> totals) {}
}

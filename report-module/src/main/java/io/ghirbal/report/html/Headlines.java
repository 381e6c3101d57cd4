package io.ghirbal.report.html;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The list of articles, as the page holds it.
 *
 * @param first what stands in the page without a script too, newest first
 * @param texts how many of these have their text with them
 * @param all how many there are in all
 * @param outlets of all of them, by name; an empty one stands for those that have none
 * @param parts files beside the page with those that it has no room for
 * @param json what the script reads
 */
record Headlines(
        List<Row> first, int texts, long all, List<String> outlets, List<HeadlineFiles.Part> parts, String json) {
    /**
     * A headline.
     *
     * @param article its text with what was removed; null when the page has no room for it
     */
    record Row(Headline headline, @Nullable ShownArticle article) {}

    boolean hasUnknownOutlet() {
        return outlets.contains("");
    }
}

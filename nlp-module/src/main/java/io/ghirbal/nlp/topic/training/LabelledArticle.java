package io.ghirbal.nlp.topic.training;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An article whose topics somebody has named.
 *
 * @param id what tells it from others; null when nothing does
 * @param file the name of the file it was read from
 * @param outlet where it was published; empty when unknown
 * @param title its headline; null when it has none
 * @param text its text
 * @param topics codes of its topics, the main one first
 * @param section the code of the topic its outlet filed it under; null when unknown
 */
record LabelledArticle(
        @Nullable String id,
        String file,
        String outlet,
        @Nullable String title,
        String text,
        List<String> topics,
        @Nullable String section) {

    /** Whether somebody named all its topics; if not, only {@link #section} is known, and it may have others. */
    boolean isComplete() {
        return !topics.isEmpty();
    }

    /** The main topic, as far as it is known. */
    @Nullable String main() {
        return isComplete() ? topics.get(0) : section;
    }
}

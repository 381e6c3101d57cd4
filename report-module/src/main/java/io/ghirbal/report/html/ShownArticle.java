package io.ghirbal.report.html;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An article as the report shows it; what may be missing is null. */
record ShownArticle(
        String id,
        String source,
        long record,
        @Nullable String outlet,
        @Nullable String title,
        @Nullable LocalDate publishedOn,
        @Nullable String attribution,
        @Nullable String author,
        @Nullable String language,
        @Nullable String topicNote,
        int keptLines,
        int removedLines,
        int keptCharacters,
        int removedCharacters,
        int characters,
        MarkedText text,
        List<Topic> topics) {

    /** A topic of the article. */
    record Topic(String code, Label name, double score) {}

    /** Whether the text runs from right to left; so it does when nobody could tell its language. */
    boolean rightToLeft() {
        return language == null || Direction.isRightToLeft(language);
    }

    /** Whether its raw text is gone: an article always has one when it is stored. */
    boolean purged() {
        return text.shownCharacters() == 0 && characters > 0;
    }

    boolean cut() {
        return text.shownCharacters() < characters;
    }
}

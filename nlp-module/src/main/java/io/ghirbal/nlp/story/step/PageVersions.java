package io.ghirbal.nlp.story.step;

import io.ghirbal.nlp.story.ComparableText;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Tells whether two texts that were met at one address are versions of one page. An address alone does not prove it: there are addresses of
 * front pages, and sources that give all their articles the same one.
 */
class PageVersions {
    /** How much of the shorter one the longer has at least, in runs of three words: half of it was left as it was. */
    private static final double LEAST_CONTAINED = 0.5;

    private final JdbcClient database;

    PageVersions(JdbcClient database) {
        this.database = database;
    }

    boolean isOnePage(Look a, Look b) {
        return a.textId().equals(b.textId()) || text(a).containment(text(b)) >= LEAST_CONTAINED;
    }

    private ComparableText text(Look look) {
        String body = database.sql("select body from article_analysis where article_id = :id")
                .param("id", look.articleId())
                .query(String.class)
                .single();
        return ComparableText.of(look.headline(), body);
    }
}

package io.ghirbal.nlp.story.step;

import io.ghirbal.nlp.story.TextDigest;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Gives an analysis of an earlier version, which knew of no digests, that of its text. */
class TextDigests {
    private static final int BATCH = 500;

    private final JdbcTemplate jdbc;
    private final JdbcClient database;
    /** No analysis comes without one any more. */
    private boolean complete;

    TextDigests(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        this.database = JdbcClient.create(jdbc);
    }

    /** Gives some analyses their digest; false when there are none left without one. */
    boolean addSome() {
        if (complete) {
            return false;
        }
        List<Object[]> digests = database.sql(
                        "select article_id, body from article_analysis where text_digest is null fetch first :batch rows only")
                .param("batch", BATCH)
                .query((row, number) -> {
                    String id = row.getString("article_id");
                    String body = Objects.requireNonNullElse(row.getString("body"), "");
                    return new Object[] {TextDigest.of(body, id), id};
                })
                .list();
        jdbc.batchUpdate("update article_analysis set text_digest = ? where article_id = ?", digests);
        complete = digests.isEmpty();
        return !complete;
    }
}

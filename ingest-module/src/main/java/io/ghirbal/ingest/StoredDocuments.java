package io.ghirbal.ingest;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;

/** Asks which texts the database has, and where they stand. For a chunk at a time, as each id asked for is a parameter. */
class StoredDocuments {
    private final JdbcTemplate jdbc;

    StoredDocuments(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of the article {@code ids} that are in the database. */
    Set<String> articles(Collection<String> ids) {
        return ids.isEmpty()
                ? Set.of()
                : new HashSet<>(jdbc.queryForList(
                        "select id from article where id in " + places(ids), String.class, ids.toArray()));
    }

    /** For those of {@code placeIds} where a text was met before, the id of the article that stands there. */
    Map<String, String> articlesAt(Collection<String> placeIds) {
        Map<String, String> articles = new HashMap<>();
        if (!placeIds.isEmpty()) {
            jdbc.query(
                    "select id, article_id from document where id in " + places(placeIds),
                    row -> {
                        articles.put(row.getString("id"), row.getString("article_id"));
                    },
                    placeIds.toArray());
        }
        return articles;
    }

    /** Whether the run has turned this document away. */
    boolean isRejected(long run, String source, long record) {
        List<Long> found = jdbc.queryForList(
                "select id from rejected_document where run_id = ? and source = ? and record = ?",
                Long.class,
                run,
                source,
                record);
        return !found.isEmpty();
    }

    private static String places(Collection<String> ids) {
        return "(" + String.join(", ", Collections.nCopies(ids.size(), "?")) + ")";
    }
}

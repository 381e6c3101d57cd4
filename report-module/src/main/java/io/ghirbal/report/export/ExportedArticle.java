package io.ghirbal.report.export;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What {@code articles.jsonl} says of an article, beside what was removed from it and its topics; see there for the fields. */
record ExportedArticle(
        String id,
        String source,
        long record,
        @Nullable String outlet,
        @Nullable String title,
        @Nullable LocalDate publishedOn,
        @Nullable String attribution,
        @Nullable String author,
        @Nullable String body) {

    static ExportedArticle of(ResultSet row) throws SQLException {
        return new ExportedArticle(
                row.getString("id"),
                row.getString("source"),
                row.getLong("record"),
                row.getString("outlet"),
                row.getString("title"),
                row.getObject("published_on", LocalDate.class),
                row.getString("attribution"),
                row.getString("author"),
                row.getString("body"));
    }
}

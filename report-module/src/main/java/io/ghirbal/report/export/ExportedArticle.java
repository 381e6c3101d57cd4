package io.ghirbal.report.export;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the exports say of an article. A missing text is null, never empty.
 *
 * @param record from 1
 * @param removed whole lines, in their order
 * @param inline parts of lines that are otherwise kept, in their order
 * @param topics best first
 */
record ExportedArticle(
        String id,
        String source,
        long record,
        @Nullable String outlet,
        @Nullable String title,
        @Nullable LocalDate publishedOn,
        @Nullable String attribution,
        @Nullable String author,
        @Nullable String body,
        List<Lines> removed,
        List<Span> inline,
        List<Topic> topics) {

    private static final int SCORE_DECIMALS = 4;

    /** Whole lines that were removed, of the decoded text, from 1. */
    record Lines(int first, int last, String kind, @Nullable String reason) {
        static Lines of(ResultSet row) throws SQLException {
            return new Lines(
                    row.getInt("first_line"), row.getInt("last_line"), row.getString("kind"), findText(row, "reason"));
        }
    }

    /** Part of a line that was removed, the line from 1. */
    record Span(int line, @Nullable String text, String kind) {
        static Span of(ResultSet row) throws SQLException {
            return new Span(row.getInt("first_line"), findText(row, "text"), row.getString("kind"));
        }
    }

    /** A topic; the score is from 0 to 1, rounded to four decimals. */
    record Topic(String code, @Nullable String name, BigDecimal score) {
        static Topic of(ResultSet row) throws SQLException {
            BigDecimal score =
                    BigDecimal.valueOf(row.getDouble("score")).setScale(SCORE_DECIMALS, RoundingMode.HALF_UP);
            return new Topic(row.getString("code"), findText(row, "name"), score);
        }
    }

    static ExportedArticle of(ResultSet row, List<Lines> removed, List<Span> inline, List<Topic> topics)
            throws SQLException {
        return new ExportedArticle(
                row.getString("id"),
                row.getString("source"),
                row.getLong("record"),
                findText(row, "outlet"),
                findText(row, "title"),
                row.getObject("published_on", LocalDate.class),
                findText(row, "attribution"),
                findText(row, "author"),
                findText(row, "body"),
                removed,
                inline,
                topics);
    }

    private static @Nullable String findText(ResultSet row, String column) throws SQLException {
        String text = row.getString(column);
        return text == null || text.isEmpty() ? null : text;
    }
}

package io.ghirbal.report.export;

import io.ghirbal.nlp.step.RemovedText;
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
 * @param removed in the order of the text
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
        List<RemovedText> removed,
        List<Topic> topics) {

    private static final int SCORE_DECIMALS = 4;

    /** A topic; the score is from 0 to 1, rounded to four decimals. */
    record Topic(String code, @Nullable String name, BigDecimal score) {
        static Topic of(ResultSet row) throws SQLException {
            BigDecimal score =
                    BigDecimal.valueOf(row.getDouble("score")).setScale(SCORE_DECIMALS, RoundingMode.HALF_UP);
            return new Topic(row.getString("code"), findText(row, "name"), score);
        }
    }

    static ExportedArticle of(ResultSet row, List<RemovedText> removed, List<Topic> topics) throws SQLException {
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
                topics);
    }

    /** The whole lines that were removed. */
    List<RemovedText> wholeLines() {
        return removed.stream().filter(text -> !text.isInline()).toList();
    }

    /** The parts of lines that were removed. */
    List<RemovedText> inline() {
        return removed.stream().filter(RemovedText::isInline).toList();
    }

    /** {@code text}, which the database may hold empty where it is missing; null then. */
    static @Nullable String filled(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text;
    }

    private static @Nullable String findText(ResultSet row, String column) throws SQLException {
        return filled(row.getString(column));
    }
}

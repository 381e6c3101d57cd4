package io.ghirbal.nlp.story.step;

import io.ghirbal.ingest.ArticleId;
import io.ghirbal.ingest.source.PageAddress;
import io.ghirbal.nlp.clean.PublicationDate;
import io.ghirbal.nlp.clean.PublicationTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A document as a look of a publication: what its source said, and the text that was found there.
 *
 * @param id the row of {@code document}
 * @param textId the text of its article, as {@code article_analysis.text_digest}
 * @param analysedTitle headline of its article
 * @param analysedDay day of its article
 * @param publicationId the publication it was a look of so far
 */
record Look(
        String id,
        String articleId,
        String textId,
        @Nullable String outlet,
        @Nullable String url,
        @Nullable String title,
        @Nullable String published,
        String source,
        long record,
        long run,
        @Nullable String analysedTitle,
        @Nullable LocalDate analysedDay,
        @Nullable String publicationId) {
    /** In the order in which they were met. */
    static final Comparator<Look> BY_ARRIVAL = Comparator.comparingLong(Look::run)
            .thenComparing(Look::source)
            .thenComparingLong(Look::record)
            .thenComparing(Look::id);

    static Look of(ResultSet row) throws SQLException {
        return new Look(
                row.getString("id"),
                row.getString("article_id"),
                row.getString("text_digest"),
                row.getString("outlet"),
                row.getString("url"),
                row.getString("title"),
                row.getString("published"),
                row.getString("source"),
                row.getLong("record"),
                row.getLong("run_id"),
                row.getString("analysed_title"),
                row.getObject("published_on", LocalDate.class),
                row.getString("publication_id"));
    }

    /** What all looks of the outlet with this text have in common. */
    String textKey() {
        return key(textId);
    }

    /** What all looks of the outlet at this address have in common; null without the address of a page. */
    @Nullable String pageKey() {
        String address = PageAddress.of(url);
        return address == null ? null : key(address);
    }

    private String key(String what) {
        return ArticleId.of(Objects.requireNonNullElse(outlet, "") + '\n' + what);
    }

    @Nullable LocalDate day() {
        LocalDate day = PublicationDate.parse(published);
        return day == null ? analysedDay : day;
    }

    @Nullable Instant time() {
        return PublicationTime.parse(published);
    }

    @Nullable String headline() {
        return title == null ? analysedTitle : title;
    }
}

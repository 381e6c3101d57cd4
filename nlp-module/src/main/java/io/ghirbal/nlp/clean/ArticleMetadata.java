package io.ghirbal.nlp.clean;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the lines of a text say about the article, beside the article itself.
 *
 * @param title the headline; null when the text has none
 * @param titleLine the kept line that is the headline, from 1; 0 when no kept line is
 * @param publishedOn day of publication that the text says; null when unknown or impossible
 * @param attribution where the outlet says it took the text from; null when it does not say
 * @param author the author named on a line of its own; null when none is
 */
public record ArticleMetadata(
        @Nullable String title,
        int titleLine,
        @Nullable LocalDate publishedOn,
        @Nullable String attribution,
        @Nullable String author) {

    /**
     * Day of publication: that of the source before that of the text; null when neither is known.
     *
     * @param given the date as the source wrote it; null when it gave none
     */
    public @Nullable LocalDate publishedOn(@Nullable String given) {
        LocalDate day = PublicationDate.parse(given);
        return day == null ? publishedOn : day;
    }
}

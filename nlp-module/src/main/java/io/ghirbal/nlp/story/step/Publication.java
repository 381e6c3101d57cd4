package io.ghirbal.nlp.story.step;

import io.ghirbal.ingest.RowInserts;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code publication}: what its first look says of when and where, and its latest of what.
 *
 * @param looks the documents that are looks of it, in the order in which they were met
 */
record Publication(List<Look> looks) {
    static Publication of(List<Look> looks) {
        return new Publication(List.copyOf(looks));
    }

    private Look first() {
        return looks.get(0);
    }

    private Look latest() {
        return looks.get(looks.size() - 1);
    }

    String id() {
        return first().textKey();
    }

    private @Nullable String url() {
        String url = null;
        for (Look look : looks) {
            url = look.url() == null ? url : look.url();
        }
        return url;
    }

    private @Nullable LocalDate day() {
        return looks.stream()
                .map(Look::day)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private @Nullable Instant time() {
        return looks.stream()
                .map(Look::time)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    List<@Nullable Object> row() {
        Instant time = time();
        return RowInserts.row(
                id(),
                latest().articleId(),
                latest().textId(),
                first().outlet(),
                url(),
                latest().headline(),
                day(),
                time == null ? null : time.atOffset(ZoneOffset.UTC),
                first().source(),
                first().record(),
                first().run(),
                looks.stream().mapToLong(Look::run).max().orElseThrow(),
                looks.size());
    }
}

package io.ghirbal.report.retention;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A row of {@code purge}: what was removed on request, and from how many articles. */
@Entity
@Table(name = "purge")
@Immutable
@SuppressWarnings("UnusedVariable") // read by Hibernate
class PurgeEntry {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    // Said aloud, for Hibernate takes an Instant on HSQLDB for a timestamp without a time zone.
    @JdbcTypeCode(SqlTypes.TIMESTAMP_WITH_TIMEZONE)
    private Instant purgedAt;

    @JdbcTypeCode(SqlTypes.TIMESTAMP_WITH_TIMEZONE)
    private Instant storedBefore;

    @Enumerated(EnumType.STRING)
    private Purge.What what;

    private long articles;
    private long characters;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    protected PurgeEntry() {}

    PurgeEntry(Purge purge, Purge.Outcome outcome, Instant now) {
        this.purgedAt = now;
        this.storedBefore = purge.storedBefore();
        this.what = purge.what();
        this.articles = outcome.articles();
        this.characters = outcome.characters();
    }
}

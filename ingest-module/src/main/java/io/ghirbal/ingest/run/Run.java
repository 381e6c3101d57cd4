package io.ghirbal.ingest.run;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * A run of the job: what it was given, and how many documents it read, stored and turned away. As of when it was looked up; rows are
 * written by {@link RunLog}.
 */
@Entity
@Immutable
public class Run {
    @Id
    private long id;

    @Enumerated(EnumType.STRING)
    private RunStatus status;

    private String inputs;
    private @Nullable String outlet;

    // Said aloud, for Hibernate takes an Instant on HSQLDB for a timestamp without a time zone.
    @JdbcTypeCode(SqlTypes.TIMESTAMP_WITH_TIMEZONE)
    private Instant startedAt;

    private long documentsRead;
    private long documentsStored;
    private long documentsDuplicate;
    private long documentsRejected;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    protected Run() {}

    /** The number of the run; runs count up. */
    public long id() {
        return id;
    }

    /** How far it is. */
    public RunStatus status() {
        return status;
    }

    /** The files and folders it reads, absolute, in order. */
    public List<Path> inputs() {
        return InputPaths.read(inputs);
    }

    /** The outlet of documents that name none, or null. */
    public @Nullable String outlet() {
        return outlet;
    }

    /** When it began. */
    public Instant startedAt() {
        return startedAt;
    }

    /** Documents met, which is stored, duplicate and rejected ones together. */
    public long documentsRead() {
        return documentsRead;
    }

    /** Documents stored as new articles. */
    public long documentsStored() {
        return documentsStored;
    }

    /** Documents whose text was stored before. */
    public long documentsDuplicate() {
        return documentsDuplicate;
    }

    /** Documents turned away. */
    public long documentsRejected() {
        return documentsRejected;
    }
}

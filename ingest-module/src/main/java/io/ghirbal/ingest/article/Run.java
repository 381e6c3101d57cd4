package io.ghirbal.ingest.article;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A run of the job: what it was given, and how many documents it read, stored and turned away. */
@Entity
public class Run {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Enumerated(EnumType.STRING)
    private RunStatus status;

    @Column(updatable = false)
    private String version;

    @Column(updatable = false)
    private String inputs;

    @Column(updatable = false)
    private @Nullable String outlet;

    // Said aloud, for Hibernate takes an Instant on HSQLDB for a timestamp without a time zone.
    @Column(updatable = false)
    @JdbcTypeCode(SqlTypes.TIMESTAMP_WITH_TIMEZONE)
    private Instant startedAt;

    @JdbcTypeCode(SqlTypes.TIMESTAMP_WITH_TIMEZONE)
    private @Nullable Instant finishedAt;

    // The ingest step counts in the database; an entity loaded before must not write old counts back.
    @Column(updatable = false)
    private long documentsRead;

    @Column(updatable = false)
    private long documentsStored;

    @Column(updatable = false)
    private long documentsDuplicate;

    @Column(updatable = false)
    private long documentsRejected;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    protected Run() {}

    private Run(String version, String inputs, @Nullable String outlet, Instant startedAt) {
        this.status = RunStatus.RUNNING;
        this.version = version;
        this.inputs = inputs;
        this.outlet = outlet;
        this.startedAt = startedAt;
    }

    /**
     * A run that begins; it has an {@link #id()} once saved.
     *
     * @param version the version of the program, at most 40 characters
     * @param inputs files and folders to read, in this order; made absolute
     * @param outlet the outlet of documents that name none, at most 250 characters, or null
     */
    public static Run begin(String version, List<Path> inputs, @Nullable String outlet, Instant now) {
        return new Run(version, InputPaths.write(inputs), outlet, now);
    }

    /** Sets how and when the run ended. */
    public void finish(RunStatus outcome, Instant now) {
        status = outcome;
        finishedAt = now;
    }

    /** Takes a run up again that failed, was stopped or killed. */
    public void resume() {
        status = RunStatus.RUNNING;
        finishedAt = null;
    }

    /**
     * The number of the run; runs count up.
     *
     * @throws IllegalStateException when it was not saved yet
     */
    public long id() {
        if (id == null) {
            throw new IllegalStateException("The run was not saved yet.");
        }
        return id;
    }

    /** How far it is. */
    public RunStatus status() {
        return status;
    }

    /** The version of the program. */
    public String version() {
        return version;
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

    /** When it ended, or null while it runs or when it was killed. */
    public @Nullable Instant finishedAt() {
        return finishedAt;
    }

    /** Documents met, which is stored, duplicate and rejected ones together; as of when this object was loaded, like the other counts. */
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

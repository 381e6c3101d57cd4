package io.ghirbal.ingest.article;

import io.ghirbal.ingest.source.RejectionCause;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import org.hibernate.annotations.Immutable;

/** A document that could not be stored, and why. Rows are written by the ingest step. */
@Entity
@Immutable
public class RejectedDocument {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    private long runId;
    private String source;
    private long record;

    @Enumerated(EnumType.STRING)
    private RejectionCause cause;

    private String message;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    protected RejectedDocument() {}

    /** Counts up in the order the documents were met. */
    public long id() {
        return id;
    }

    /** The run that met it. */
    public long runId() {
        return runId;
    }

    /** The file it was met in, relative to the input, with {@code /} between folders. */
    public String source() {
        return source;
    }

    /** Which document of the file it is, from 1. */
    public long record() {
        return record;
    }

    /** Why it was turned away. */
    public RejectionCause cause() {
        return cause;
    }

    /** The same in words: what is wrong, where, and what to do. */
    public String message() {
        return message;
    }
}

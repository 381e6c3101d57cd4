package io.ghirbal.ingest.source;

import org.jspecify.annotations.Nullable;

/** A file of which there is one thing to say, or nothing any more. */
final class OneRejection implements SourceRecords {
    private @Nullable Rejection rejection;
    private final long record;

    /** @param rejection null when there is nothing to say */
    OneRejection(@Nullable Rejection rejection, long record) {
        this.rejection = rejection;
        this.record = record;
    }

    @Override
    public @Nullable SourceRecord next() {
        Rejection next = rejection;
        rejection = null;
        return next;
    }

    @Override
    public long record() {
        return record;
    }

    @Override
    public void close() {}
}

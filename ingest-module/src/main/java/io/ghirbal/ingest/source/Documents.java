package io.ghirbal.ingest.source;

import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The documents of inputs, one after the other. Whatever is wrong with an input comes as a record, not as an exception. Not thread-safe.
 */
public final class Documents implements AutoCloseable {
    private final ArticleSources sources;
    private final SourceFiles files;
    private @Nullable Position after;
    private @Nullable SourceFile file;
    private @Nullable SourceRecords records;
    private @Nullable Position position;
    private long reached;
    private boolean closed;

    /** @param after where to begin behind; null for the beginning */
    Documents(ArticleSources sources, SourceFiles files, @Nullable Position after) {
        this.sources = sources;
        this.files = files;
        this.after = after;
        this.position = after;
    }

    /**
     * The next document, or null after the last.
     *
     * @throws IllegalStateException after {@link #close()}, for the rest of a file would be left out without a word
     */
    public @Nullable SourceRecord next() {
        if (closed) {
            throw new IllegalStateException("The documents are closed.");
        }
        while (true) {
            SourceFile current = file;
            if (current == null) {
                current = files.next();
                if (current == null) {
                    return null;
                }
                if (isPassed(current)) {
                    continue;
                }
                file = current;
            }
            SourceRecord record = nextOf(current);
            if (record == null) {
                closeFile();
            } else if (after == null || reached > after.record() || !isIn(current, after)) {
                after = null;
                position = new Position(current.input(), current.name(), reached);
                return record;
            }
        }
    }

    /** Where the last document stands, to go on behind it; null before the first. */
    public @Nullable Position position() {
        return position;
    }

    /** Whether the file lies before the place to begin behind. */
    private boolean isPassed(SourceFile candidate) {
        Position start = after;
        return start != null
                && (candidate.input() < start.input()
                        || (candidate.input() == start.input()
                                && candidate.name().compareTo(start.source()) < 0));
    }

    private static boolean isIn(SourceFile file, Position position) {
        return file.input() == position.input() && file.name().equals(position.source());
    }

    private @Nullable SourceRecord nextOf(SourceFile current) {
        SourceRecords open = records;
        if (open == null) {
            open = sources.open(current);
            records = open;
        }
        try {
            SourceRecord next = open.next();
            reached = open.record();
            return next;
        } catch (IOException e) {
            closeFile();
            file = current;
            records = new OneRejection(null, 0);
            reached = Math.max(1, open.record());
            return broken(current, reached, e);
        }
    }

    private static Rejection broken(SourceFile file, long record, IOException failure) {
        String title = Compression.of(file.name().toLowerCase(Locale.ROOT)).title();
        return failure instanceof ExpansionLimit.ExpandsTooFarException
                ? new Rejection(
                        file.name(),
                        record,
                        RejectionCause.TOO_LARGE,
                        "The %s is not read any further: %s; documents before this place are kept. Remove it, or unpack it yourself."
                                .formatted(title, failure.getMessage()))
                : new Rejection(
                        file.name(),
                        record,
                        RejectionCause.UNREADABLE,
                        "The %s cannot be read any further (%s); documents before this place are kept. Fetch the file again."
                                .formatted(title, SourceFiles.reason(failure)));
    }

    /** Closes the file being read. */
    @Override
    public void close() {
        closed = true;
        closeFile();
    }

    private void closeFile() {
        SourceRecords open = records;
        records = null;
        file = null;
        if (open != null) {
            try {
                open.close();
            } catch (IOException e) {
                // The file was read to its end; that it would not close takes nothing away.
            }
        }
    }
}

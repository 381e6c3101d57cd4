package io.ghirbal.ingest.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The documents of a file, of which the last is turned away when somebody wrote to the file meanwhile: it may be half of one. To know
 * which is the last it reads one ahead. A file that was replaced or removed was still read whole; only one that was written in place was
 * not.
 *
 * <p>Whatever a reader throws at a document is the rejection of that document: one of a kind that nobody thought of should not end a run,
 * nor cost those behind it.
 */
final class WatchedRecords implements SourceRecords {
    /** After so many it is the reader, or the file as a whole. */
    private static final int MOST_FAILED_IN_A_ROW = 1_000;

    private final String source;
    private final SourceRecords records;
    private final Path path;
    private final State before;
    private @Nullable SourceRecord ahead;
    private long aheadAt;
    private long reached;
    private int failedInARow;
    private @Nullable IOException failure;
    private boolean begun;
    private long record;

    /**
     * @param source what {@link SourceRecord#source()} of the documents says
     * @param before the state of {@code path} from before it was opened
     */
    WatchedRecords(String source, SourceRecords records, Path path, State before) {
        this.source = source;
        this.records = records;
        this.path = path;
        this.before = before;
    }

    /**
     * What tells whether a file was written to.
     *
     * @param key which file it is, whatever its name; null where the file system cannot tell
     */
    record State(@Nullable Object key, long size, FileTime written) {
        static State of(Path path) throws IOException {
            BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
            return new State(attributes.fileKey(), attributes.size(), attributes.lastModifiedTime());
        }

        private boolean isWrittenIn(State later) {
            return Objects.equals(key, later.key) && (size != later.size || !written.equals(later.written));
        }
    }

    @Override
    public @Nullable SourceRecord next() throws IOException {
        if (!begun) {
            begun = true;
            ahead = read();
            aheadAt = reached;
        }
        SourceRecord next = ahead;
        if (next == null) {
            if (failure != null) {
                record = records.record();
                throw failure;
            }
            return null;
        }
        ahead = null;
        record = aheadAt;
        try {
            ahead = read();
            aheadAt = reached;
        } catch (IOException e) {
            // what came before the failure is still given
            failure = e;
        }
        return ahead == null && failure == null && isChanged() ? changed(next) : next;
    }

    private @Nullable SourceRecord read() throws IOException {
        try {
            SourceRecord read = records.next();
            reached = records.record();
            failedInARow = 0;
            return read;
        } catch (RuntimeException | Error e) {
            ReaderFailedException failure = ReaderFailedException.of(e);
            // a reader that has not come to another document would fail for ever
            if (e instanceof LinkageError || records.record() <= reached || ++failedInARow > MOST_FAILED_IN_A_ROW) {
                throw failure;
            }
            reached = records.record();
            return new Rejection(
                    source,
                    reached,
                    RejectionCause.UNREADABLE,
                    "The document cannot be read (%s); the others are. Please report it, with the document."
                            .formatted(SourceFiles.reason(failure)));
        }
    }

    private boolean isChanged() throws IOException {
        try {
            return before.isWrittenIn(State.of(path));
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    private static Rejection changed(SourceRecord last) {
        return new Rejection(
                last.source(),
                last.record(),
                RejectionCause.UNREADABLE,
                "The file was written to while it was read, so that this document may be half of one; run again when it is complete.");
    }

    @Override
    public long record() {
        return record;
    }

    @Override
    public void close() throws IOException {
        records.close();
    }
}

package io.ghirbal.ingest;

import io.ghirbal.ingest.source.Position;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * Reads and decodes documents in a thread of its own, a few ahead of the step, which meanwhile waits for the database. To be used by one
 * thread.
 */
class DocumentsAhead implements AutoCloseable {
    /** A document may have a megabyte. */
    private static final int MOST_AHEAD = 32;

    private final MetDocuments documents;
    private final BlockingQueue<Ahead> queue = new ArrayBlockingQueue<>(MOST_AHEAD);
    private final Thread reader;
    private @Nullable Position position;
    private @Nullable Ahead end;
    private boolean closed;

    /** What the thread has come to: a document and where it stands, the end, or what it failed with. */
    private record Ahead(
            @Nullable MetDocument document,
            @Nullable Position position,
            @Nullable Throwable failure) {}

    /** @param documents not to be used by anyone else from now on */
    DocumentsAhead(MetDocuments documents) {
        this.documents = documents;
        this.position = documents.position();
        this.reader = new Thread(this::readAll, "documents-ahead");
        reader.setDaemon(true);
        reader.start();
    }

    private void readAll() {
        try {
            Ahead ahead;
            do {
                ahead = read();
                queue.put(ahead);
            } while (ahead.document() != null);
        } catch (InterruptedException e) {
            // closed: nobody asks for more
        }
    }

    private Ahead read() {
        try {
            MetDocument document = documents.next();
            return new Ahead(document, documents.position(), null);
        } catch (RuntimeException | Error e) {
            return new Ahead(null, null, e);
        }
    }

    /**
     * The next document, or null after the last.
     *
     * @throws IllegalStateException after {@link #close()}, for the rest of a file would be left out without a word
     */
    @Nullable MetDocument next() {
        if (closed) {
            throw new IllegalStateException("The documents are closed.");
        }
        Ahead ahead = end == null ? take() : end;
        if (ahead.document() == null) {
            end = ahead;
        } else {
            position = ahead.position();
        }
        if (ahead.failure() instanceof Error error) {
            throw error;
        }
        if (ahead.failure() != null) {
            throw (RuntimeException) ahead.failure();
        }
        return ahead.document();
    }

    private Ahead take() {
        try {
            return queue.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a document was read", e);
        }
    }

    /** Where the document stands that {@link #next()} gave last, to go on behind it; null before the first. */
    @Nullable Position position() {
        return position;
    }

    /** Ends the thread, which may still be at a document, before it closes the file under it. */
    @Override
    public void close() {
        closed = true;
        reader.interrupt();
        try {
            reader.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        documents.close();
    }
}

package io.ghirbal.ingest.source;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A format of somebody else: how files of some endings become documents. Ghirbal finds implementations by {@link java.util.ServiceLoader};
 * docs/add-a-format.md shows one. It decompresses the files, takes them out of archives, checks what comes out and stores it.
 *
 * <p>An implementation has a public constructor without parameters, is immutable and is used by several threads.
 */
public interface DocumentFormat {
    /** Endings of the names of its files, in small letters with their dot: {@code .eml}. Those that Ghirbal reads itself are its own. */
    Set<String> endings();

    /**
     * Begins to read a file.
     *
     * @param source what the file is called, for messages
     * @param bytes the file, decompressed; who called closes it
     * @throws IOException when {@code bytes} cannot be read
     */
    Reader open(String source, InputStream bytes) throws IOException;

    /** The documents of a file, one after the other; used by one thread at a time. */
    interface Reader extends Closeable {
        /**
         * The next document, or null after the last. Whatever else is thrown than {@link IOException} costs this document only.
         *
         * @throws IOException when the file cannot be read any further
         */
        @Nullable FoundDocument next() throws IOException;

        @Override
        default void close() throws IOException {}
    }
}

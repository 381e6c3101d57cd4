package io.ghirbal.ingest.source;

/** A file format: one class a format, listed in {@link ArticleSources}. Implementations are immutable and thread-safe. */
sealed interface SourceFormat permits StreamFormat, FileFormat {
    /**
     * Whether this format reads files of this name.
     *
     * @param fileName the name in small letters, without folders and without the ending of a compression such as {@code .gz}
     */
    boolean reads(String fileName);
}

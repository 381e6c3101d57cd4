package io.ghirbal.ingest.source;

/** One document met in a source: either read, or turned away with a cause. Nothing that is met is left out. */
public sealed interface SourceRecord permits SourceDocument, Rejection {
    /** The file the document was met in, relative to the input it was found under, with {@code /} between folders. */
    String source();

    /**
     * Which document of the file, from 1. In a file of lines it is the number of the line, blank lines counted, so that a person finds
     * it with an editor. It grows strictly within a file.
     */
    long record();
}

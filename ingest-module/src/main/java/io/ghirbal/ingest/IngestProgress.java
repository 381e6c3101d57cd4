package io.ghirbal.ingest;

/**
 * Hears how far the ingest step is; declare a bean of this type to listen. Called on the step's thread after each chunk, so it should
 * return at once.
 */
@FunctionalInterface
public interface IngestProgress {
    /**
     * Another chunk was written. Its transaction may still fail, in which case the step fails too.
     *
     * @param documents documents met so far by this execution of the step
     * @param rejected how many of them were turned away
     */
    void advanced(long documents, long rejected);
}

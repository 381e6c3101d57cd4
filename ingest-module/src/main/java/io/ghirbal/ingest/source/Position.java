package io.ghirbal.ingest.source;

/**
 * A place among the documents of some inputs.
 *
 * @param input which of the inputs, from 0
 * @param source the file
 * @param record the document
 */
public record Position(int input, String source, long record) {}

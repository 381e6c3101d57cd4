package io.ghirbal.ingest.source;

/**
 * A document that was turned away.
 *
 * @param source the file, relative to the input, with {@code /} between folders
 * @param record which document of the file, from 1; 1 when it is the file as a whole
 * @param cause why, for counting
 * @param message why, for a person: one English line that says what is wrong, where, and what to do
 */
public record Rejection(String source, long record, RejectionCause cause, String message) implements SourceRecord {}

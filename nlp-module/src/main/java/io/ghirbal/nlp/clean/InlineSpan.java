package io.ghirbal.nlp.clean;

/**
 * Boilerplate inside a line that is otherwise kept.
 *
 * @param line the line, from 1
 * @param start where the span starts in the line, from 0, in UTF-16 code units
 * @param end where it ends in the line, not included
 * @param kind what it is
 * @param reason why it was removed, in words a reader of the report understands
 * @param confidence how sure the cleaner is, from 0 to 1
 */
public record InlineSpan(int line, int start, int end, BoilerplateKind kind, String reason, double confidence) {}

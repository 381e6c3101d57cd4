package io.ghirbal.nlp.clean;

/**
 * A run of whole lines that is not the article.
 *
 * @param first first line, from 1
 * @param last last line, included; blank lines may stand between, never at the ends
 * @param kind what it is
 * @param reason why it was removed, in words a reader of the report understands
 * @param confidence how sure the cleaner is, from 0 to 1
 */
public record RemovedBlock(int first, int last, BoilerplateKind kind, String reason, double confidence) {}

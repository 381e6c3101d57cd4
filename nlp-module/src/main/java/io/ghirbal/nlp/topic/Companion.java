package io.ghirbal.nlp.topic;

/**
 * A topic that is given with another one although it stays below its own threshold. Public for {@code io.ghirbal.nlp.topic.training} alone.
 *
 * @param leader the number of the topic that scores highest
 * @param companion the number of the topic given beside it
 * @param threshold the score from which it is
 */
public record Companion(int leader, int companion, float threshold) {}

package io.ghirbal.nlp.topic;

/**
 * A topic of an article.
 *
 * @param topic the topic
 * @param score how well it fits, from 0 to 1
 */
public record ScoredTopic(Topic topic, double score) {}

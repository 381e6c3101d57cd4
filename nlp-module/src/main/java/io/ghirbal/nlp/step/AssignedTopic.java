package io.ghirbal.nlp.step;

import jakarta.persistence.Embeddable;

/**
 * A row of {@code article_topic}.
 *
 * @param code code of the topic
 * @param score how well it fits, from 0 to 1
 */
@Embeddable
public record AssignedTopic(String code, double score) {}

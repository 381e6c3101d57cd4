package io.ghirbal.nlp.topic;

import java.util.List;

/**
 * Why a topic was given.
 *
 * @param topic the topic and its score
 * @param words the words that decided, the heaviest first
 */
public record TopicEvidence(ScoredTopic topic, List<Word> words) {
    public TopicEvidence {
        words = List.copyOf(words);
    }

    /**
     * A word that spoke for a topic.
     *
     * @param word the word, as matched
     * @param weight how much it added to the score of the topic, in the units of the model
     */
    public record Word(String word, double weight) {}
}

package io.ghirbal.nlp.topic;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The topics of an article.
 *
 * @param topics the topics above their thresholds, best first; empty when none was given
 * @param language language of the text as an ISO 639 code; null when there is too little text to tell
 * @param note why no topic was given; null when one was
 */
public record Classification(
        List<ScoredTopic> topics,
        @Nullable String language,
        @Nullable String note) {
    public Classification {
        topics = List.copyOf(topics);
    }
}

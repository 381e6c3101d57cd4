package io.ghirbal.nlp.topic;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The topics of an article, and its section.
 *
 * @param topics what the article is about: the topics above their thresholds, best first; empty when none was given
 * @param section the topic that an outlet would file the article under, one of the few that outlets have sections for, and how sure that
 *     is; it need not be among the topics. Null when no topic was given and when the model knows of no sections
 * @param language language of the text as an ISO 639 code; null when there is too little text to tell
 * @param note why no topic was given; null when one was
 */
public record Classification(
        List<ScoredTopic> topics,
        @Nullable ScoredTopic section,
        @Nullable String language,
        @Nullable String note) {
    public Classification {
        topics = List.copyOf(topics);
    }
}

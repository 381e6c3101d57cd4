package io.ghirbal.nlp.topic;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Names the topics of an article. Immutable and thread-safe; does no I/O once made. */
public final class TopicClassifier {
    private TopicClassifier() {}

    /** The classifier with the model that comes with it: the 17 top-level IPTC Media Topics. */
    public static TopicClassifier standard() {
        return new TopicClassifier();
    }

    /** Every topic the classifier can give, in the order of their codes. */
    public List<Topic> topics() {
        return List.of();
    }

    /**
     * Names the topics of an article.
     *
     * @param title its headline; null when it has none
     * @param body its cleaned text
     */
    public Classification classify(@Nullable String title, String body) {
        return new Classification(List.of(), null, "no model");
    }

    /** The topics that {@link #classify} gives, each with at most {@code limit} words that decided. */
    public List<TopicEvidence> explain(@Nullable String title, String body, int limit) {
        return List.of();
    }
}

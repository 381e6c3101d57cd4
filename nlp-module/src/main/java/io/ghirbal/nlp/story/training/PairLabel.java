package io.ghirbal.nlp.story.training;

import java.util.Locale;

/** What a reader says of two articles. */
enum PairLabel {
    /** Both carry the same text. */
    DUPLICATE,
    /** Both tell the same single happening. */
    SAME_EVENT,
    /** Both tell the same single happening; whether in the same words was not looked at. */
    SAME_STORY,
    /** Both are of one running affair, but tell different happenings; or one form filled in twice. */
    SAME_TOPIC,
    /** Nothing in common but a place, a person or a field. */
    UNRELATED;

    /** @throws IllegalArgumentException for another word */
    static PairLabel of(String word) {
        return valueOf(word.replace('-', '_').toUpperCase(Locale.ROOT));
    }

    /** Whether it says if the one is a copy of the other. */
    boolean tellsCopies() {
        return this != SAME_STORY;
    }

    boolean isOneStory() {
        return this == DUPLICATE || this == SAME_EVENT || this == SAME_STORY;
    }
}

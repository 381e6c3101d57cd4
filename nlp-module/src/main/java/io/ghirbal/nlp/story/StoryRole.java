package io.ghirbal.nlp.story;

/** What a text is in its story. */
public enum StoryRole {
    /** The first text of the story, by day and then by the order given. */
    FIRST,
    /** A copy of an earlier text, or that one a part of it. */
    COPY,
    /** Tells the happening in words of its own. */
    RETOLD
}

package io.ghirbal.nlp.story;

import org.jspecify.annotations.Nullable;

/**
 * A text that is to be placed in a story.
 *
 * @param id what tells it from all others
 * @param outlet the outlet that published it first; null when unknown
 * @param day its day, counted from 1970-01-01
 * @param text what is compared of it
 */
public record StoryText(String id, @Nullable String outlet, long day, ComparableText text) {
    boolean hasOutletOf(StoryText other) {
        return outlet != null && outlet.equals(other.outlet);
    }
}

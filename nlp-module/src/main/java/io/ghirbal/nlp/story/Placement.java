package io.ghirbal.nlp.story;

import org.jspecify.annotations.Nullable;

/**
 * Where a text was placed.
 *
 * @param text the text
 * @param story id of the story: that of its first text
 * @param role what the text is in it
 * @param of id of the earlier text that it is a copy of, or is most like; null for the first
 * @param containment how much of the shorter one's 3-grams the longer has, from 0 to 1; 0 for the first
 * @param likelihood how likely it is that both tell one happening, from 0 to 1; 1 for the first
 */
public record Placement(
        StoryText text,
        String story,
        StoryRole role,
        @Nullable String of,
        double containment,
        double likelihood) {}

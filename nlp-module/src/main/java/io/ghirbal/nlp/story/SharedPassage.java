package io.ghirbal.nlp.story;

/**
 * A run of words that two bodies both have; signs, white space, line breaks and spelling of alef do not count. The places are UTF-16 units
 * of the bodies, the ends not included.
 *
 * @param start where it starts in the first body
 * @param end where it ends there
 * @param otherStart where it starts in the second body
 * @param otherEnd where it ends there
 * @param words how many words it has, at least {@value #LEAST_WORDS}
 */
public record SharedPassage(int start, int end, int otherStart, int otherEnd, int words) {
    /** Shorter runs are phrases that anybody uses. */
    public static final int LEAST_WORDS = 6;
}

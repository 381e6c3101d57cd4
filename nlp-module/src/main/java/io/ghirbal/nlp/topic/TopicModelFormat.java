package io.ghirbal.nlp.topic;

/**
 * How a model lies in a file, numbers big-endian and texts as {@link java.io.DataOutput#writeUTF} writes them:
 *
 * <ol>
 *   <li>{@link #MAGIC} (int), {@link #VERSION} (short), what the model was trained on (text);
 *   <li>how many topics (short), and of each its code, name and Arabic name (texts) and its threshold (float);
 *   <li>how many of them outlets file under (short), and their numbers (shorts), ascending. A topic has a column of weights; so does, behind
 *       them, each of these, for where an outlet would file an article;
 *   <li>the bias of each column (floats);
 *   <li>how many {@link Companion}s (short), and of each the leader and the companion (shorts) and the threshold (float);
 *   <li>how many features the lexicon makes (short), and by feature and column their weights (floats);
 *   <li>how many words (int), the largest weight of each column (floats), and of each word its text, how rare it is (float), and by column its
 *       weight as a part of 127 of the largest (bytes).
 * </ol>
 */
public final class TopicModelFormat {
    /** The first four bytes: GHTP. */
    public static final int MAGIC = 0x47485450;

    /** Rises when the format changes. */
    public static final int VERSION = 3;

    private TopicModelFormat() {}
}

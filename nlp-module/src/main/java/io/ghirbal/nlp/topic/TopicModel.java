package io.ghirbal.nlp.topic;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * A linear model: for each topic a weight for each word and each feature of the lexicon, summed to the log-odds that the topic is one
 * of the article's. The calibration is part of the weights. Topics that outlets file under have a second set of weights, which tells
 * where an outlet would file the article.
 *
 * <p>A set of weights is a column: first one for each topic, then one for each of {@code sections}.
 *
 * <p>A word counts (1 + ln occurrences) · idf, and the words of an article together have length 1.
 *
 * @param topics the topics, in the order of their codes
 * @param vocabulary the words it knows
 * @param idf by word: how rare it is
 * @param words by word and column, {@code word * columns + column}: the weight as a part of 127 of its column's largest
 * @param largest by column: the largest weight of a word
 * @param lexicon by feature and column: the weight
 * @param bias by column: the log-odds of an article that has nothing else
 * @param thresholds by topic: the score from which the topic is given
 * @param companions topics that are given with another one although they stay below their threshold
 * @param sections the topics that outlets file under, as far as the training data tells, ascending
 * @param origin what the model was trained on, for people
 */
@SuppressWarnings("ArrayRecordComponent") // kept to this package, never compared
record TopicModel(
        List<Topic> topics,
        Vocabulary vocabulary,
        float[] idf,
        byte[] words,
        float[] largest,
        float[] lexicon,
        float[] bias,
        float[] thresholds,
        List<Companion> companions,
        int[] sections,
        String origin) {
    /** How many sets of weights there are. */
    int columns() {
        return topics.size() + sections.length;
    }

    /** The sum of every column: the log-odds of every topic, and how well each of the sections fits. */
    double[] sums(Features article) {
        int columns = columns();
        float[] sums = new float[columns];
        float[] values = values(article);
        for (int i = 0; i < values.length; i++) {
            float value = values[i];
            int row = article.words()[i] * columns;
            for (int t = 0; t < columns; t++) {
                sums[t] += value * words[row + t];
            }
        }
        for (int t = 0; t < columns; t++) {
            sums[t] = sums[t] * (largest[t] / Byte.MAX_VALUE) + bias[t];
        }
        for (int f = 0; f < article.lexicon().length; f++) {
            float value = article.lexicon()[f];
            if (value == 0) {
                continue;
            }
            for (int t = 0; t < columns; t++) {
                sums[t] += value * lexicon[f * columns + t];
            }
        }
        double[] exact = new double[columns];
        for (int t = 0; t < columns; t++) {
            exact[t] = sums[t];
        }
        return exact;
    }

    /** The weight of a word in a column. */
    float weight(int word, int column) {
        return words[word * columns() + column] * (largest[column] / Byte.MAX_VALUE);
    }

    /** How much each word of the article counts; together they have length 1. */
    float[] values(Features article) {
        float[] values = new float[article.words().length];
        float squares = 0;
        for (int i = 0; i < values.length; i++) {
            float value = Features.termWeight(article.counts()[i]) * idf[article.words()[i]];
            values[i] = value;
            squares += value * value;
        }
        float scale = squares == 0 ? 1 : 1 / (float) Math.sqrt(squares);
        for (int i = 0; i < values.length; i++) {
            values[i] *= scale;
        }
        return values;
    }

    /**
     * Reads a model, see {@link TopicModelFormat}.
     *
     * @throws IOException when it cannot be read, or is no model of this version
     */
    static TopicModel read(InputStream source) throws IOException {
        DataInputStream in = new DataInputStream(new BufferedInputStream(source, 1 << 16));
        try {
            if (in.readInt() != TopicModelFormat.MAGIC) {
                throw new IOException("not a topic model of Ghirbal");
            }
            int version = in.readShort();
            if (version != TopicModelFormat.VERSION) {
                throw new IOException("a topic model of format " + version + "; this program reads format "
                        + TopicModelFormat.VERSION + ": train it again");
            }
            return readBody(in);
        } catch (EOFException e) {
            throw new IOException("a topic model that ends too early", e);
        }
    }

    private static TopicModel readBody(DataInputStream in) throws IOException {
        String origin = in.readUTF();
        int topicCount = in.readUnsignedShort();
        List<Topic> topics = new ArrayList<>();
        float[] thresholds = new float[topicCount];
        for (int t = 0; t < topicCount; t++) {
            topics.add(new Topic(in.readUTF(), in.readUTF(), in.readUTF()));
            thresholds[t] = in.readFloat();
        }
        int[] sections = new int[in.readUnsignedShort()];
        for (int i = 0; i < sections.length; i++) {
            sections[i] = in.readUnsignedShort();
        }
        int columns = topicCount + sections.length;
        float[] bias = new float[columns];
        for (int t = 0; t < columns; t++) {
            bias[t] = in.readFloat();
        }
        List<Companion> companions = new ArrayList<>();
        for (int i = in.readUnsignedShort(); i > 0; i--) {
            companions.add(new Companion(in.readUnsignedShort(), in.readUnsignedShort(), in.readFloat()));
        }
        int features = in.readUnsignedShort();
        if (features != Features.LEXICON_FEATURES) {
            throw new IOException("a topic model of another lexicon: train it again");
        }
        float[] lexicon = new float[features * columns];
        for (int i = 0; i < lexicon.length; i++) {
            lexicon[i] = in.readFloat();
        }
        int size = in.readInt();
        float[] largest = new float[columns];
        for (int t = 0; t < columns; t++) {
            largest[t] = in.readFloat();
        }
        List<String> vocabulary = new ArrayList<>(size);
        float[] idf = new float[size];
        byte[] words = new byte[size * columns];
        for (int word = 0; word < size; word++) {
            vocabulary.add(in.readUTF());
            idf[word] = in.readFloat();
            in.readFully(words, word * columns, columns);
        }
        return new TopicModel(
                List.copyOf(topics),
                new Vocabulary(vocabulary),
                idf,
                words,
                largest,
                lexicon,
                bias,
                thresholds,
                List.copyOf(companions),
                sections,
                origin);
    }
}

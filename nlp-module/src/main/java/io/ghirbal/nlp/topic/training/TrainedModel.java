package io.ghirbal.nlp.topic.training;

import io.ghirbal.nlp.topic.Companion;
import io.ghirbal.nlp.topic.Features;
import io.ghirbal.nlp.topic.Topic;
import io.ghirbal.nlp.topic.TopicModelFormat;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;

/**
 * A model as training leaves it, to be written as {@link TopicModelFormat} says.
 *
 * @param topics the topics, in the order of their codes
 * @param words the words it knows
 * @param idf by word: how rare it is
 * @param columns what was learnt, calibrated: for each topic, then for each of {@code sections}, a weight for each word, then for each feature
 *     of the lexicon, then the bias
 * @param thresholds by topic: the score from which the topic is given
 * @param companions topics that are given with another one although they stay below their threshold
 * @param sections the topics that outlets file under, ascending
 * @param origin what the model was trained on, for people
 */
@SuppressWarnings("ArrayRecordComponent") // kept to this package, never compared
record TrainedModel(
        List<Topic> topics,
        List<String> words,
        float[] idf,
        List<Column> columns,
        float[] thresholds,
        List<Companion> companions,
        int[] sections,
        String origin) {
    /**
     * A set of weights as it is stored.
     *
     * @param words by word: the weight as a part of 127 of the largest
     * @param largest the largest weight of a word
     * @param lexicon by feature of the lexicon: the weight
     * @param bias the log-odds of an article that has nothing else
     */
    record Column(byte[] words, float largest, float[] lexicon, float bias) {
        /** Stores the weights that a regression found, turned into log-odds by {@code scaling}. */
        static Column of(double[] weights, PlattScaling scaling) {
            int wordCount = weights.length - Features.LEXICON_FEATURES - 1;
            double most =
                    Arrays.stream(weights, 0, wordCount).map(Math::abs).max().orElse(0);
            byte[] words = new byte[wordCount];
            for (int word = 0; word < wordCount && most > 0; word++) {
                words[word] = (byte) Math.round(weights[word] / most * Byte.MAX_VALUE);
            }
            float[] lexicon = new float[Features.LEXICON_FEATURES];
            for (int f = 0; f < lexicon.length; f++) {
                lexicon[f] = (float) (scaling.slope() * weights[wordCount + f]);
            }
            double bias = scaling.slope() * weights[weights.length - 1] + scaling.offset();
            return new Column(words, (float) (scaling.slope() * most), lexicon, (float) bias);
        }
    }

    /** Writes the model. */
    void write(OutputStream target) throws IOException {
        DataOutputStream out = new DataOutputStream(new BufferedOutputStream(target));
        out.writeInt(TopicModelFormat.MAGIC);
        out.writeShort(TopicModelFormat.VERSION);
        out.writeUTF(origin);
        out.writeShort(topics.size());
        for (int t = 0; t < topics.size(); t++) {
            Topic topic = topics.get(t);
            out.writeUTF(topic.code());
            out.writeUTF(topic.name());
            out.writeUTF(topic.nameAr());
            out.writeFloat(thresholds[t]);
        }
        out.writeShort(sections.length);
        for (int section : sections) {
            out.writeShort(section);
        }
        for (Column column : columns) {
            out.writeFloat(column.bias);
        }
        out.writeShort(companions.size());
        for (Companion companion : companions) {
            out.writeShort(companion.leader());
            out.writeShort(companion.companion());
            out.writeFloat(companion.threshold());
        }
        writeLexicon(out);
        writeWords(out);
        out.flush();
    }

    private void writeLexicon(DataOutputStream out) throws IOException {
        out.writeShort(Features.LEXICON_FEATURES);
        for (int f = 0; f < Features.LEXICON_FEATURES; f++) {
            for (Column column : columns) {
                out.writeFloat(column.lexicon[f]);
            }
        }
    }

    private void writeWords(DataOutputStream out) throws IOException {
        out.writeInt(words.size());
        for (Column column : columns) {
            out.writeFloat(column.largest);
        }
        for (int word = 0; word < words.size(); word++) {
            out.writeUTF(words.get(word));
            out.writeFloat(idf[word]);
            for (Column column : columns) {
                out.writeByte(column.words[word]);
            }
        }
    }
}

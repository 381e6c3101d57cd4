package io.ghirbal.nlp.topic.training;

import de.bwaldvogel.liblinear.Feature;
import io.ghirbal.nlp.topic.Features;
import java.util.List;

/**
 * Articles as the rows of a matrix: a column for each word, which counts (1 + ln occurrences) · idf, the words of an article together of
 * length 1; and a column for each feature of the lexicon.
 *
 * @param idf by word: how rare it is, ln((1 + articles) / (1 + articles with the word)) + 1; 0 for a word that no article has
 */
@SuppressWarnings("ArrayRecordComponent") // kept to this package, never compared
record TfIdf(float[] idf) {
    /** Counts in how many of the articles each of {@code wordCount} words stands. */
    static TfIdf of(List<Features> articles, int wordCount) {
        int[] frequency = new int[wordCount];
        for (Features article : articles) {
            for (int word : article.words()) {
                frequency[word]++;
            }
        }
        float[] idf = new float[wordCount];
        for (int word = 0; word < wordCount; word++) {
            if (frequency[word] > 0) {
                idf[word] = (float) (StrictMath.log((1.0 + articles.size()) / (1 + frequency[word])) + 1);
            }
        }
        return new TfIdf(idf);
    }

    /** The row of an article. */
    Feature[] row(Features article) {
        int words = article.words().length;
        int[] numbers = new int[words + Features.LEXICON_FEATURES];
        float[] values = new float[numbers.length];
        double squares = 0;
        for (int i = 0; i < words; i++) {
            numbers[i] = article.words()[i];
            values[i] = Features.termWeight(article.counts()[i]) * idf[numbers[i]];
            squares += (double) values[i] * values[i];
        }
        float length = squares == 0 ? 1 : (float) StrictMath.sqrt(squares);
        for (int i = 0; i < words; i++) {
            values[i] /= length;
        }
        for (int f = 0; f < Features.LEXICON_FEATURES; f++) {
            numbers[words + f] = idf.length + f;
            values[words + f] = article.lexicon()[f];
        }
        return LogisticRegression.row(numbers, values);
    }
}

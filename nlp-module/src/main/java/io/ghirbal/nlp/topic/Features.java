package io.ghirbal.nlp.topic;

import io.ghirbal.nlp.text.KeyTable;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What a model sees of an article: how often each word it knows occurs, and what the lexicon finds. Words of the headline count twice.
 *
 * <p>Public for {@code io.ghirbal.nlp.topic.training} alone.
 *
 * @param words the numbers of the words, in the order of their first occurrence
 * @param counts how often each occurs
 * @param lexicon the features made of the lexicon, see {@link #LEXICON_FEATURES}
 * @param wordCount how many words of the article were read, known or not
 * @param language the language, see {@link Classification#language()}
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Features(
        int[] words,
        int[] counts,
        float[] lexicon,
        int wordCount,
        @Nullable String language) {
    /** Two features a topic of the lexicon: how strongly its entries speak, and which share of all that speak are its own. */
    public static final int LEXICON_FEATURES = 2 * TopicLexicon.TOPICS;

    /**
     * How much of a text is read, in chars. News says what it is about at its beginning: half as much again changed nothing that could
     * be measured, a third as much cost half a point of accuracy.
     */
    static final int TEXT_LIMIT = 2000;

    /** How much of a headline is read, in chars. */
    static final int TITLE_LIMIT = 500;

    private static final float[] TERM_WEIGHTS = termWeights();

    /** What a word counts that occurs {@code count} times: 1 + ln {@code count}, and no more from the thousandth time on. */
    public static float termWeight(int count) {
        return TERM_WEIGHTS[Math.min(count, TERM_WEIGHTS.length - 1)];
    }

    private static float[] termWeights() {
        float[] weights = new float[1000];
        for (int count = 1; count < weights.length; count++) {
            weights[count] = (float) (1 + StrictMath.log(count));
        }
        return weights;
    }

    /** Numbers words: a vocabulary, fixed or growing. */
    interface Numbers {
        /** The number of the word {@code scanner} stands at, or {@link KeyTable#ABSENT}. */
        int number(WordScanner scanner);
    }

    /** Reads an article. */
    static Features of(@Nullable String title, String body, Numbers numbers) {
        Counter counter = new Counter();
        TopicLexicon.Reading lexicon = TopicLexicon.standard().reading();
        Language.Reading language = Language.standard().reading();
        int wordCount = 0;
        for (int part = title == null ? 1 : 0; part < 2; part++) {
            boolean inTitle = part == 0;
            WordScanner scanner =
                    new WordScanner(inTitle && title != null ? title : body, inTitle ? TITLE_LIMIT : TEXT_LIMIT);
            lexicon.begin(inTitle);
            while (scanner.next()) {
                wordCount++;
                language.read(scanner);
                lexicon.read(scanner.stem(), null);
                int number = numbers.number(scanner);
                if (number != KeyTable.ABSENT) {
                    counter.count(number, inTitle ? 2 : 1);
                }
            }
        }
        return new Features(
                Arrays.copyOf(counter.words, counter.size),
                Arrays.copyOf(counter.counts, counter.size),
                features(lexicon.sums()),
                wordCount,
                language.code());
    }

    /** Counts words. */
    private static final class Counter {
        /** Words with the places where they are counted, plus 1; open addressing. A power of two, at least twice the words of an article. */
        private final int[] places = new int[4096];

        private int[] words = new int[256];
        private int[] counts = new int[256];
        private int size;

        void count(int word, int times) {
            int mask = places.length - 1;
            int slot = (word * 0x9E3779B9) >>> 20 & mask;
            while (places[slot] != 0 && words[places[slot] - 1] != word) {
                slot = (slot + 1) & mask;
            }
            if (places[slot] == 0) {
                if (size == words.length) {
                    words = Arrays.copyOf(words, size * 2);
                    counts = Arrays.copyOf(counts, size * 2);
                }
                words[size] = word;
                places[slot] = ++size;
            }
            counts[places[slot] - 1] += times;
        }
    }

    private static float[] features(float[] sums) {
        float total = 0;
        for (float sum : sums) {
            total += sum;
        }
        float[] features = new float[LEXICON_FEATURES];
        for (int i = 0; i < sums.length; i++) {
            if (sums[i] > 0) {
                features[i] = (float) StrictMath.log1p(sums[i]) / 4;
                features[sums.length + i] = sums[i] / (total + 4);
            }
        }
        return features;
    }
}

package io.ghirbal.nlp.topic;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What a model sees of an article: how often each word it knows occurs, and what the lexicon finds. Words of the headline count twice.
 *
 * @param words the numbers of the words, ascending
 * @param counts how often each occurs
 * @param lexicon the features made of the lexicon, see {@link #LEXICON_FEATURES}
 * @param wordCount how many words of the article were read, known or not
 * @param language the language, see {@link Classification#language()}
 */
@SuppressWarnings("ArrayRecordComponent") // kept to this package, never compared
record Features(
        int[] words,
        int[] counts,
        float[] lexicon,
        int wordCount,
        @Nullable String language) {
    /** Two features a topic of the lexicon: how strongly its entries speak, and which share of all that speak are its own. */
    static final int LEXICON_FEATURES = 2 * TopicLexicon.TOPICS;

    /**
     * How much of a text is read, in chars. News says what it is about at its beginning; twice as much changed nothing that could be
     * measured, half as much cost one point of accuracy.
     */
    static final int TEXT_LIMIT = 3000;

    /** How much of a headline is read, in chars. */
    static final int TITLE_LIMIT = 500;

    /** Numbers words: a vocabulary, fixed or growing. */
    interface Numbers {
        /** The number of the word {@code scanner} stands at, or {@link KeyTable#ABSENT}. */
        int number(WordScanner scanner);
    }

    /** Reads an article. */
    static Features of(@Nullable String title, String body, Numbers numbers) {
        int[] found = new int[512];
        int size = 0;
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
                if (number == KeyTable.ABSENT) {
                    continue;
                }
                if (size + 2 > found.length) {
                    found = Arrays.copyOf(found, found.length * 2);
                }
                found[size++] = number;
                if (inTitle) {
                    found[size++] = number;
                }
            }
        }
        return counted(found, size, features(lexicon.sums()), wordCount, language.code());
    }

    private static Features counted(int[] found, int size, float[] lexicon, int wordCount, @Nullable String language) {
        Arrays.sort(found, 0, size);
        int[] words = new int[size];
        int[] counts = new int[size];
        int distinct = 0;
        for (int i = 0; i < size; i++) {
            if (distinct > 0 && words[distinct - 1] == found[i]) {
                counts[distinct - 1]++;
            } else {
                words[distinct] = found[i];
                counts[distinct++] = 1;
            }
        }
        return new Features(
                Arrays.copyOf(words, distinct), Arrays.copyOf(counts, distinct), lexicon, wordCount, language);
    }

    private static float[] features(float[] sums) {
        float total = 0;
        for (float sum : sums) {
            total += sum;
        }
        float[] features = new float[LEXICON_FEATURES];
        for (int i = 0; i < sums.length; i++) {
            features[i] = (float) StrictMath.log1p(sums[i]) / 4;
            features[sums.length + i] = sums[i] / (total + 4);
        }
        return features;
    }

    /** The same with other numbers for the words; those without one are left out. The new numbers must be in another order only. */
    Features renumbered(int[] numbers) {
        long[] pairs = new long[words.length];
        int size = 0;
        for (int i = 0; i < words.length; i++) {
            if (numbers[words[i]] != KeyTable.ABSENT) {
                pairs[size++] = (long) numbers[words[i]] << 32 | counts[i];
            }
        }
        Arrays.sort(pairs, 0, size);
        int[] newWords = new int[size];
        int[] newCounts = new int[size];
        for (int i = 0; i < size; i++) {
            newWords[i] = (int) (pairs[i] >>> 32);
            newCounts[i] = (int) pairs[i];
        }
        return new Features(newWords, newCounts, lexicon, wordCount, language);
    }
}

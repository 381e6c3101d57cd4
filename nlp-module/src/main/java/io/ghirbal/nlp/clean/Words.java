package io.ghirbal.nlp.clean;

import io.ghirbal.nlp.clean.Vocabulary.WordClass;
import io.ghirbal.nlp.text.ArabicLightStemmer;
import io.ghirbal.nlp.text.KeyTable;
import io.ghirbal.nlp.text.LineTokenizer;
import java.util.Arrays;

/** The words of a text and what the vocabulary knows of each, read once for all that ask: arrays side by side, indexed by word. */
final class Words {
    private static final int SHORTEST_KEY = 3;

    /** Classes that a word keeps when it has an article. */
    private static final int ARTICLE_CLASSES = WordClass.NETWORK.bit()
            | WordClass.AGENCY.bit()
            | WordClass.CITY.bit()
            | WordClass.SECTION.bit()
            | WordClass.TIME.bit()
            | WordClass.COMMON.bit();

    private final char[] text;
    int count;
    int[] start;
    int[] end;
    long[] hash;
    /**
     * A number for the word without its article, to compare what two lines speak of, from 1 in the order the words come; 0 for words too
     * common or too short to tell.
     */
    int[] key;

    /** The bits of {@link WordClass}. */
    int[] classes;
    /** The node of the phrase tree the word begins, or 0. */
    int[] node;

    private final Vocabulary vocabulary;
    private final KeyTable keys;

    private Words(char[] text, int expected, Vocabulary vocabulary, KeyTable keys) {
        this.text = text;
        this.vocabulary = vocabulary;
        this.keys = keys;
        start = new int[expected];
        end = new int[expected];
        hash = new long[expected];
        key = new int[expected];
        classes = new int[expected];
        node = new int[expected];
    }

    /** The words from {@code from} to {@code to}, the latter not included. */
    Words part(int from, int to) {
        Words part = new Words(text, 0, vocabulary, keys);
        part.take(this, from, to);
        part.count = to - from;
        return part;
    }

    /** @param keys numbers the words that tell, also those of other texts to compare this one with */
    static Words of(char[] text, Vocabulary vocabulary, KeyTable keys) {
        Words words = new Words(text, text.length / 5 + 16, vocabulary, keys);
        LineTokenizer tokens = new LineTokenizer(text, 0, text.length);
        while (tokens.next()) {
            words.add(tokens);
        }
        return words;
    }

    boolean isNumber(int word) {
        return Glyph.of(text[start[word]]) == Glyph.DIGIT;
    }

    private void add(LineTokenizer word) {
        if (count == start.length) {
            take(this, 0, count * 2);
        }
        int w = count++;
        long whole = word.hash();
        start[w] = word.start();
        end[w] = word.end();
        hash[w] = whole;
        int found = vocabulary.find(whole);
        int known = 0;
        if (found >= 0) {
            known = vocabulary.bits(found);
            node[w] = vocabulary.root(found);
        }
        if (word.isNumber()) {
            classes[w] = known;
            return;
        }
        char[] letters = word.letters();
        int length = word.length();
        int article = ArabicLightStemmer.articleLength(letters, length);
        if (article > 0) {
            int stem = vocabulary.find(LineTokenizer.hash(letters, article, length));
            known |= stem < 0 ? 0 : vocabulary.bits(stem) & ARTICLE_CLASSES;
        }
        classes[w] = known;
        if (length - article >= SHORTEST_KEY && (known & WordClass.COMMON.bit()) == 0) {
            boolean and = article == 0 && length > 4 && letters[0] == 'و' && (known & WordClass.OWN_WAW.bit()) == 0;
            key[w] = keys.add(ArabicLightStemmer.comparisonKey(letters, and ? 1 : article, length)) + 1;
        }
    }

    /** Takes the words from {@code from} to {@code to}, or room for so many where there are fewer. */
    private void take(Words words, int from, int to) {
        start = Arrays.copyOfRange(words.start, from, to);
        end = Arrays.copyOfRange(words.end, from, to);
        hash = Arrays.copyOfRange(words.hash, from, to);
        key = Arrays.copyOfRange(words.key, from, to);
        classes = Arrays.copyOfRange(words.classes, from, to);
        node = Arrays.copyOfRange(words.node, from, to);
    }
}

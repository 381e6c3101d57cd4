package io.ghirbal.nlp.topic;

import io.ghirbal.nlp.text.ArabicLightStemmer;
import io.ghirbal.nlp.text.ArabicNormalizer;
import io.ghirbal.nlp.text.LineTokenizer;

/**
 * The words of a text by which topics are told, one after another, without making objects: those of letters. E-mail addresses are passed
 * over; they tell the author, not the topic.
 *
 * <p>A word has two keys. {@link #key()} stands for the word without the article and the particles written on to it, {@link #stem()}
 * for what {@link ArabicLightStemmer} leaves of it. Keys are FNV-1a hashes of 64 bits; among the million words of a large vocabulary the
 * chance of any collision is below 1 in 10 million.
 */
final class WordScanner {
    /** The longest word kept whole, in chars; what follows in a longer one is ignored. */
    private static final int LONGEST_WORD = 40;

    /** The offset basis and the prime of FNV-1a. */
    private static final long EMPTY = 0xcbf29ce484222325L;

    private static final long PRIME = 0x100000001b3L;

    /** How far past its limit a text is read to end a word. */
    private static final int SLACK = 100;

    private final char[] text;
    private final int limit;
    private LineTokenizer tokens;

    private char[] word = new char[0];
    private int length;
    /** How much of the front of the word its article takes. */
    private int article;
    /** By length: the hash of the front of the word behind its article. */
    private final long[] fronts = new long[LONGEST_WORD + 1];

    /**
     * A scanner of {@code text}.
     *
     * @param limit how many chars of it to read, more or less: a word begun is read to its end
     */
    WordScanner(String text, int limit) {
        int length = (int) Math.min(text.length(), (long) limit + SLACK);
        this.text = new char[length];
        text.getChars(0, length, this.text, 0);
        this.limit = Math.min(limit, length);
        this.tokens = new LineTokenizer(this.text, 0, length);
    }

    /** Goes on to the next word; false when there is none. */
    boolean next() {
        while (tokens.next() && tokens.start() < limit) {
            if (tokens.isNumber()) {
                continue;
            }
            if (tokens.end() < text.length && text[tokens.end()] == '@') {
                skipToSpace();
                continue;
            }
            word = tokens.letters();
            length = Math.min(tokens.length(), LONGEST_WORD);
            article = ArabicLightStemmer.prefixLength(word, length);
            hashFronts();
            return true;
        }
        return false;
    }

    private void skipToSpace() {
        int next = tokens.end();
        while (next < text.length && !ArabicNormalizer.isSpace(text[next])) {
            next++;
        }
        tokens = new LineTokenizer(text, next, text.length);
    }

    private void hashFronts() {
        long hash = EMPTY;
        for (int i = article; i < length; i++) {
            hash = (hash ^ word[i]) * PRIME;
            fronts[i + 1] = hash;
        }
    }

    /** Where the word starts in the text. */
    int start() {
        return tokens.start();
    }

    /** Where the word ends in the text. */
    int end() {
        return tokens.end();
    }

    /** Whether the word is written with Arabic letters. */
    boolean isArabicScript() {
        char first = word[0];
        return first >= 0x0600 && first <= 0x077F;
    }

    /** The whole word, folded, as a key. */
    long whole() {
        return hash(word, 0, length);
    }

    /** The word without the article, as a key. */
    long key() {
        return fronts[length];
    }

    /** The word that {@link #key()} stands for. */
    String keyed() {
        return new String(word, article, length - article);
    }

    /** The light stem of the word, as a key. */
    long stem() {
        int from = ArabicLightStemmer.stemStart(word, length, article);
        int to = ArabicLightStemmer.stemEnd(word, from, length);
        return from == article ? fronts[to] : hash(word, from, to);
    }

    /** The key of a word that {@link #keyed()} gave. */
    static long key(String keyed) {
        return hash(keyed.toCharArray(), 0, keyed.length());
    }

    private static long hash(char[] word, int from, int to) {
        long hash = EMPTY;
        for (int i = from; i < to; i++) {
            hash = (hash ^ word[i]) * PRIME;
        }
        return hash;
    }

    /** The key of the phrase whose words so far have the key {@code phrase} and that goes on with a word of the key {@code word}. */
    static long join(long phrase, long word) {
        return (phrase ^ word) * 0x9E3779B97F4A7C15L + 1;
    }
}

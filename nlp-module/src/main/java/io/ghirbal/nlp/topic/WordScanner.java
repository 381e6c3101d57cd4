package io.ghirbal.nlp.topic;

import io.ghirbal.nlp.text.Letters;

/**
 * Reads the words of a text one after another without making objects: runs of letters, folded. E-mail addresses are passed over; they
 * tell the author, not the topic.
 *
 * <p>A word has two keys. {@link #key()} stands for the word without the article and the particles written on to it, {@link #stem()}
 * for what is left when one ending goes too, after Larkey, Ballesteros and Connell, "Light Stemming for Arabic Information Retrieval"
 * (2007). Keys are FNV-1a hashes of 64 bits; among the million words of a large vocabulary the chance of any collision is below 1 in
 * 10 million.
 */
final class WordScanner {
    /** The longest word kept whole, in chars; what follows in a longer one is ignored. */
    private static final int LONGEST_WORD = 40;

    private static final int SHORTEST_STEM = 3;
    /** The offset basis and the prime of FNV-1a. */
    private static final long EMPTY = 0xcbf29ce484222325L;

    private static final long PRIME = 0x100000001b3L;
    private static final char BREAK = ' ';
    /** For each char the letter it is read as, {@link #BREAK} for what ends a word, {@link Letters#DROPPED} for what is passed over. */
    private static final char[] LETTER = letters();

    private static final char[][] ARTICLES = chars("وال", "فال", "بال", "كال", "ولل", "فلل", "ال", "لل");
    private static final char[][] ENDINGS = chars("يين", "يون", "ات", "ان", "ون", "ين", "يه", "ه", "ي");

    /** How far past its limit a text is read to end a word. */
    private static final int SLACK = 100;

    private final char[] text;
    private final int limit;
    private int next;

    private final char[] word = new char[LONGEST_WORD];
    private int length;
    private int start;
    private int end;
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
    }

    /** Goes on to the next word; false when there is none. */
    boolean next() {
        while (next < limit) {
            char letter = LETTER[text[next]];
            if (letter == BREAK || letter == Letters.DROPPED) {
                next++;
                continue;
            }
            readWord();
            if (next < text.length && text[next] == '@') {
                skipToSpace();
                continue;
            }
            article = articleLength();
            hashFronts();
            return true;
        }
        return false;
    }

    private void readWord() {
        start = next;
        length = 0;
        for (; next < text.length; next++) {
            char c = text[next];
            char letter = LETTER[c];
            if (letter == BREAK) {
                break;
            }
            if (letter != Letters.DROPPED) {
                append(letter);
                if (c >= 0xFEF5 && c <= 0xFEFC) {
                    append('ا');
                }
            }
        }
        end = next;
    }

    private void append(char letter) {
        if (length < LONGEST_WORD) {
            word[length++] = letter;
        }
    }

    private void skipToSpace() {
        while (next < text.length && !Letters.isSpace(text[next])) {
            next++;
        }
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
        return start;
    }

    /** Where the word ends in the text. */
    int end() {
        return end;
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
        int from = article;
        if (from == 0 && length > SHORTEST_STEM + 1 && isParticle(word[0])) {
            from = 1;
        }
        int to = length - endingLength(from);
        return from == article ? fronts[to] : hash(word, from, to);
    }

    private static boolean isParticle(char c) {
        return c == 'و' || c == 'ب' || c == 'ل' || c == 'ف';
    }

    private int articleLength() {
        if (!isParticle(word[0]) && word[0] != 'ا' && word[0] != 'ك') {
            return 0;
        }
        for (char[] prefix : ARTICLES) {
            if (length - prefix.length >= SHORTEST_STEM && startsWith(prefix)) {
                return prefix.length;
            }
        }
        return 0;
    }

    private int endingLength(int from) {
        char last = word[length - 1];
        if (last != 'ن' && last != 'ت' && last != 'ه' && last != 'ي') {
            return 0;
        }
        for (char[] ending : ENDINGS) {
            if (length - from - ending.length >= SHORTEST_STEM && endsWith(ending)) {
                return ending.length;
            }
        }
        return 0;
    }

    private boolean startsWith(char[] prefix) {
        for (int i = 0; i < prefix.length; i++) {
            if (word[i] != prefix[i]) {
                return false;
            }
        }
        return true;
    }

    private boolean endsWith(char[] ending) {
        for (int i = 0; i < ending.length; i++) {
            if (word[length - ending.length + i] != ending[i]) {
                return false;
            }
        }
        return true;
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

    private static char[][] chars(String... strings) {
        char[][] chars = new char[strings.length][];
        for (int i = 0; i < strings.length; i++) {
            chars[i] = strings[i].toCharArray();
        }
        return chars;
    }

    private static char[] letters() {
        char[] letters = new char[Character.MAX_VALUE + 1];
        for (int c = 0; c < letters.length; c++) {
            char folded = Letters.fold((char) c);
            boolean kept = folded == Letters.DROPPED || Character.isLetter(folded);
            letters[c] = kept ? folded : BREAK;
        }
        return letters;
    }
}

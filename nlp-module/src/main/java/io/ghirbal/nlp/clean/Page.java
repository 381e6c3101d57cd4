package io.ghirbal.nlp.clean;

import io.ghirbal.nlp.clean.Vocabulary.Phrase;
import io.ghirbal.nlp.clean.Vocabulary.WordClass;
import io.ghirbal.nlp.text.KeyTable;
import io.ghirbal.nlp.text.ReadableText;
import io.ghirbal.nlp.text.TextLines;
import java.util.Arrays;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * A text as the cleaner sees it: its lines that are not blank, or the parts of a line that are to be read as lines, each with its words
 * (as hashes), signs and phrases. Arrays side by side, indexed by line or by word, so that reading a text allocates no object a line.
 * {@link Words}, {@link LineParts}, {@link LineScanner} and {@link PhraseFinder} fill them.
 */
@SuppressWarnings("EnumOrdinal") // arrays are indexed by role, kind and place; nothing stored depends on it
final class Page {
    /** How a phrase stands in a line. A line is short when little more than the phrase is in it. */
    enum Place {
        WHOLE,
        LABEL_SHORT,
        LABEL_LONG,
        START_SHORT,
        START_LONG,
        INSIDE_SHORT,
        INSIDE_LONG,
        END;

        boolean isLabel() {
            return this == LABEL_SHORT || this == LABEL_LONG;
        }
    }

    static final int URL = 1;
    static final int EMAIL = 1 << 1;
    static final int HANDLE = 1 << 2;
    static final int HASHTAG = 1 << 3;
    static final int COPYRIGHT = 1 << 4;
    static final int MARKUP = 1 << 5;
    static final int CLOCK = 1 << 6;
    static final int NUMERIC_DATE = 1 << 7;
    static final int YEAR = 1 << 8;
    static final int GAP = 1 << 9;
    static final int INNER_DOTS = 1 << 10;
    static final int EMOJI = 1 << 11;
    static final int LETTERLESS = 1 << 12;

    static final int NO_PHRASE = -1;
    static final int CLASSES = WordClass.values().length;

    private static final int MOST_LABEL_WORDS = 6;
    private static final Place[] PLACES = Place.values();

    final TextLines lines;
    final char[] text;

    /** Number of lines that are not blank. */
    int count;

    /** The line of the text, from 1. */
    final int[] number;

    final int[] start;
    final int[] end;
    final int[] firstWord;
    final int[] flags;
    /** First and last sign or glyph of the line. */
    final byte[] opening;

    final byte[] closing;
    /** The number a line opens with ("1.", "2 -"), or 0. */
    final int[] openingNumber;

    final int[] innerStops;
    final int[] commas;
    final int[] quotes;
    final int[] bars;
    final int[] dashes;
    /** Which word the first colon follows, from 1; 0 when there is none. */
    final int[] colonAfter;

    /** Whether a bracket opens in the line. */
    final boolean[] bracketed;

    final int[] latinWords;
    final int[] numberWords;
    /** Words of the line that stand in a phrase or are the name of a section or network. */
    final int[] menuWords;
    /** For each class how many words of the line are of it, {@link #CLASSES} entries a line. */
    final short[] classCounts;

    /** The phrase the line opens with, and how it stands there. */
    final int[] openingPhrase;

    final byte[] openingPlace;
    /** Another phrase further inside the line. */
    final int[] innerPhrase;

    final byte[] innerPlace;
    /** Hash of all words of the line. */
    final long[] hash;

    final int words;
    final int[] wordStart;
    final int[] wordEnd;
    final long[] wordHash;
    /** See {@link Words#key}. */
    final int[] wordKey;

    /** The bits of {@link WordClass}. */
    final int[] wordClasses;
    /** The node of the phrase tree the word begins, or 0. */
    final int[] wordNode;

    /** How many lines, characters, words and branches of the phrase tree were looked at: what the time taken is proportional to. */
    long work;

    private final Words read;
    private final KeyTable keys;
    private final Vocabulary vocabulary;

    private Page(TextLines lines, char[] text, Words words, int parts, Vocabulary vocabulary, KeyTable keys) {
        this.lines = lines;
        this.text = text;
        this.vocabulary = vocabulary;
        this.keys = keys;
        number = new int[parts];
        start = new int[parts];
        end = new int[parts];
        firstWord = new int[parts + 1];
        flags = new int[parts];
        opening = new byte[parts];
        closing = new byte[parts];
        openingNumber = new int[parts];
        innerStops = new int[parts];
        commas = new int[parts];
        quotes = new int[parts];
        bars = new int[parts];
        dashes = new int[parts];
        colonAfter = new int[parts];
        bracketed = new boolean[parts];
        latinWords = new int[parts];
        numberWords = new int[parts];
        menuWords = new int[parts];
        classCounts = new short[parts * CLASSES];
        openingPhrase = new int[parts];
        openingPlace = new byte[parts];
        innerPhrase = new int[parts];
        innerPlace = new byte[parts];
        hash = new long[parts];
        this.read = words;
        this.words = words.count;
        wordStart = words.start;
        wordEnd = words.end;
        wordHash = words.hash;
        wordKey = words.key;
        wordClasses = words.classes;
        wordNode = words.node;
    }

    static Page of(TextLines lines, Vocabulary vocabulary) {
        return of(lines, ReadableText.of(lines.text()), vocabulary);
    }

    /** @param readable the text of {@code lines} as it is to be read */
    static Page of(TextLines lines, ReadableText readable, Vocabulary vocabulary) {
        return of(lines, readable, vocabulary, new KeyTable(lines.text().length() / 10));
    }

    /** A line of text that is not of the page, its words numbered as the page numbers them. */
    Page alike(String line) {
        TextLines one = TextLines.of(line.replace('\n', ' ').replace('\r', ' '));
        return of(one, ReadableText.of(one.text()), vocabulary, keys);
    }

    private static Page of(TextLines lines, ReadableText readable, Vocabulary vocabulary, KeyTable keys) {
        char[] text = readable.characters();
        Words words = Words.of(text, vocabulary, keys);
        return of(lines, text, words, LineParts.of(lines, text, words, vocabulary), vocabulary, keys);
    }

    private static Page of(
            TextLines lines, char[] text, Words words, LineParts parts, Vocabulary vocabulary, KeyTable keys) {
        Page page = new Page(lines, text, words, parts.count(), vocabulary, keys);
        page.read(parts);
        return page;
    }

    /** A part of the line, from one word to another or to its end, read as a text of its own. */
    Page part(int line, int from, int to) {
        Words part = read.part(wordAt(line, from), wordAt(line, to));
        return of(lines, text, part, LineParts.of(number[line], from, to, text, part, vocabulary), vocabulary, keys);
    }

    private void read(LineParts parts) {
        LineScanner scanner = new LineScanner(this);
        PhraseFinder phrases = new PhraseFinder(this);
        int word = 0;
        for (int i = 0; i < parts.count(); i++) {
            int from = parts.start(i);
            int to = parts.end(i);
            work += to - from + 1;
            while (from < to && Glyph.isBlank(text[from])) {
                from++;
            }
            while (to > from && Glyph.isBlank(text[to - 1])) {
                to--;
            }
            if (from == to) {
                continue;
            }
            int line = count++;
            number[line] = parts.line(i);
            start[line] = from;
            end[line] = to;
            firstWord[line] = word;
            while (word < words && wordStart[word] < to) {
                word++;
            }
            if (word > firstWord[line]) {
                // marks that do not print, behind the last letter of the line, are not of the line
                wordEnd[word - 1] = Math.min(wordEnd[word - 1], to);
            }
            firstWord[line + 1] = word;
            scanner.scan(line);
            phrases.find(line);
        }
    }

    /** Whether the line shares its line of the text with the one above it. */
    boolean continues(int line) {
        return line > 0 && line < count && number[line - 1] == number[line];
    }

    int lastWord(int line) {
        return firstWord[line + 1];
    }

    int wordCount(int line) {
        return firstWord[line + 1] - firstWord[line];
    }

    /** How many words there are that tell, each counted once. */
    int keyCount() {
        return keys.size();
    }

    boolean isNumber(int word) {
        return read.isNumber(word);
    }

    int wordLength(int word) {
        return wordEnd[word] - wordStart[word];
    }

    boolean isOf(int word, WordClass wordClass) {
        return (wordClasses[word] & wordClass.bit()) != 0;
    }

    /** Whether the first word of the line is of the class. */
    boolean opensWith(int line, WordClass wordClass) {
        return wordCount(line) > 0 && isOf(firstWord[line], wordClass);
    }

    /** How many words of the line are names, cities or agencies. */
    int namedWords(int line) {
        return classCount(line, WordClass.NAME) + classCount(line, WordClass.CITY) + classCount(line, WordClass.AGENCY);
    }

    int classCount(int line, WordClass wordClass) {
        return classCounts[line * CLASSES + wordClass.ordinal()];
    }

    boolean has(int line, int flag) {
        return (flags[line] & flag) != 0;
    }

    Vocabulary vocabulary() {
        return vocabulary;
    }

    Phrase phrase(int number) {
        return vocabulary.phrase(number);
    }

    boolean opensWithPhrase(int line) {
        return openingPhrase[line] != NO_PHRASE;
    }

    /** Whether a known phrase is all of the line. */
    boolean isPhrase(int line) {
        return opensWithPhrase(line) && openingPlace(line) == Place.WHOLE;
    }

    /** Whether a colon stands behind a few words, and more words behind it. */
    boolean hasLabel(int line) {
        return colonAfter[line] > 0 && colonAfter[line] <= MOST_LABEL_WORDS && colonAfter[line] < wordCount(line);
    }

    /** Where the lines end that stand in a row from line {@code from} on and are of this sort; {@code from} when it is not. */
    int runEnd(int from, IntPredicate sort) {
        int end = from;
        while (end < count && sort.test(end)) {
            end++;
        }
        return end;
    }

    /** The kind of the phrase the line opens with; null when it opens with none. */
    @Nullable BoilerplateKind openingKind(int line) {
        return openingPhrase[line] == NO_PHRASE
                ? null
                : phrase(openingPhrase[line]).kind();
    }

    Place openingPlace(int line) {
        return PLACES[openingPlace[line]];
    }

    Place innerPlace(int line) {
        return PLACES[innerPlace[line]];
    }

    /** Whether a known phrase may open the text from {@code from} on, in the line: a first look, before it is read as a line of its own. */
    boolean mayOpenWithPhrase(int line, int from) {
        int end = lastWord(line);
        int word = wordAt(line, from);
        while (word < end && wordNode[word] == 0 && isNumber(word)) {
            word++;
        }
        return word < end && wordNode[word] != 0;
    }

    /** The first word of the line that does not begin before {@code from}. */
    private int wordAt(int line, int from) {
        int word = Arrays.binarySearch(wordStart, firstWord[line], lastWord(line), from);
        return word < 0 ? -word - 1 : word;
    }
}

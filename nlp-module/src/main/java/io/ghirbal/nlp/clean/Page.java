package io.ghirbal.nlp.clean;

import io.ghirbal.nlp.clean.Vocabulary.Phrase;
import io.ghirbal.nlp.clean.Vocabulary.Scope;
import io.ghirbal.nlp.clean.Vocabulary.WordClass;
import io.ghirbal.nlp.text.Letters;
import io.ghirbal.nlp.text.ReadableText;
import io.ghirbal.nlp.text.TextLines;
import java.util.Arrays;

/**
 * A text as the cleaner sees it: its lines that are not blank, or the parts of a line that are to be read as lines, each with its words
 * (as hashes), signs and phrases, found in one pass over the characters. Arrays side by side, indexed by line or by word, so that reading a text allocates no object a line.
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

    private static final int SHORT_LABEL = 14;
    private static final int SHORT_START = 10;
    private static final int SHORT_INSIDE = 16;
    private static final int SHORTEST_KEY = 3;
    private static final int KEY_LETTERS = 5;
    static final int NO_PHRASE = -1;

    final TextLines lines;
    final char[] text;

    /** Number of lines that are not blank. */
    int count;

    int[] number;
    int[] start;
    int[] end;
    int[] firstWord;
    int[] flags;
    /** First and last sign or glyph of the line. */
    byte[] opening;

    byte[] closing;
    /** The number a line opens with ("1.", "2 -"), or 0. */
    int[] openingNumber;

    int[] innerStops;
    int[] commas;
    int[] quotes;
    int[] bars;
    int[] dashes;
    /** Which word the first colon follows, from 1; 0 when there is none. */
    int[] colonAfter;

    /** Whether a bracket opens in the line. */
    boolean[] bracketed;

    int[] latinWords;
    int[] numberWords;
    /** Words of the line that stand in a phrase or are the name of a section or network. */
    int[] menuWords;
    /** For each class how many words of the line are of it, {@link #CLASSES} entries a line. */
    short[] classCounts;

    static final int CLASSES = WordClass.values().length;

    /** The phrase the line opens with, and how it stands there. */
    int[] openingPhrase;

    byte[] openingPlace;
    /** Another phrase further inside the line. */
    int[] innerPhrase;

    byte[] innerPlace;
    /** Hash of all words of the line. */
    long[] hash;

    /** How many lines, characters, words and branches of the phrase tree were looked at: what the time taken is proportional to. */
    long work;

    int words;
    long[] wordHash;
    /**
     * A number for the word without its article, to compare what two lines speak of, from 1 in the order the words come; 0 for words too
     * common or too short to tell.
     */
    int[] wordKey;

    private final HashIndex keys;
    /** The first letters of the word being read, folded. */
    private final char[] letters = new char[3 + KEY_LETTERS];

    int[] wordStart;
    int[] wordEnd;
    int[] wordBits;
    /** The node of the phrase tree the word begins, or 0. */
    private int[] wordNode;

    private final Vocabulary vocabulary;

    private Page(TextLines lines, char[] text, int parts, Vocabulary vocabulary, HashIndex keys) {
        this.lines = lines;
        this.text = text;
        this.vocabulary = vocabulary;
        int capacity = parts + 1;
        number = new int[capacity];
        start = new int[capacity];
        end = new int[capacity];
        firstWord = new int[capacity + 1];
        flags = new int[capacity];
        opening = new byte[capacity];
        closing = new byte[capacity];
        openingNumber = new int[capacity];
        innerStops = new int[capacity];
        commas = new int[capacity];
        quotes = new int[capacity];
        bars = new int[capacity];
        dashes = new int[capacity];
        colonAfter = new int[capacity];
        bracketed = new boolean[capacity];
        latinWords = new int[capacity];
        numberWords = new int[capacity];
        menuWords = new int[capacity];
        classCounts = new short[capacity * CLASSES];
        openingPhrase = new int[capacity];
        openingPlace = new byte[capacity];
        innerPhrase = new int[capacity];
        innerPlace = new byte[capacity];
        hash = new long[capacity];
        int guess = text.length / 5 + 16;
        wordHash = new long[guess];
        wordKey = new int[guess];
        this.keys = keys;
        wordStart = new int[guess];
        wordEnd = new int[guess];
        wordBits = new int[guess];
        wordNode = new int[guess];
    }

    static Page of(TextLines lines, Vocabulary vocabulary) {
        return of(lines, ReadableText.of(lines.text()), vocabulary);
    }

    /** @param readable the text of {@code lines} as it is to be read */
    static Page of(TextLines lines, ReadableText readable, Vocabulary vocabulary) {
        return of(lines, readable, vocabulary, new HashIndex(lines.text().length() / 20));
    }

    /** A line of text that is not of the page, its words numbered as the page numbers them. */
    Page alike(String line) {
        TextLines one = TextLines.of(line.replace('\n', ' ').replace('\r', ' '));
        return of(one, ReadableText.of(one.text()), vocabulary, keys);
    }

    private static Page of(TextLines lines, ReadableText readable, Vocabulary vocabulary, HashIndex keys) {
        char[] text = readable.characters();
        LineParts parts = LineParts.of(lines, text, vocabulary);
        Page page = new Page(lines, text, parts.count(), vocabulary, keys);
        for (int i = 0; i < parts.count(); i++) {
            page.read(parts.line(i), parts.start(i), parts.end(i));
        }
        page.firstWord[page.count] = page.words;
        return page;
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

    /** The kind of the phrase the line opens with; null when it opens with none. */
    @org.jspecify.annotations.Nullable BoilerplateKind openingKind(int line) {
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
        int word = Arrays.binarySearch(wordStart, firstWord[line], end, from);
        word = word < 0 ? -word - 1 : word;
        while (word < end && wordNode[word] == 0 && isNumber(word)) {
            word++;
        }
        return word < end && wordNode[word] != 0;
    }

    private static final Place[] PLACES = Place.values();

    private void read(int lineNumber, int from, int to) {
        work++;
        while (from < to && isBlank(text[from])) {
            from++;
            work++;
        }
        while (to > from && isBlank(text[to - 1])) {
            to--;
            work++;
        }
        if (from == to) {
            return;
        }
        int line = count++;
        number[line] = lineNumber;
        start[line] = from;
        end[line] = to;
        firstWord[line] = words;
        scan(line, from, to);
        firstWord[line + 1] = words;
        findPhrases(line);
    }

    private static boolean isBlank(char c) {
        byte glyph = Glyph.of(c);
        return glyph == Glyph.SPACE || glyph == Glyph.NOTHING;
    }

    /** Reads signs and words of one line. */
    private void scan(int line, int from, int to) {
        int bits = 0;
        byte last = Glyph.SPACE;
        byte beforeLast = Glyph.SPACE;
        byte first = Glyph.NOTHING;
        int spaces = 0;
        boolean letters = false;
        int stops = 0;
        int commaCount = 0;
        int quoteCount = 0;
        int barCount = 0;
        int dashCount = 0;
        int colon = 0;
        int markup = 0;
        int number1 = 0;
        char sign1 = 0;
        int number2 = 0;
        char sign2 = 0;
        int i = from;
        while (i < to) {
            char c = text[i];
            byte glyph = Glyph.of(c);
            if (glyph == Glyph.NOTHING) {
                i++;
                continue;
            }
            if (glyph == Glyph.SPACE) {
                spaces++;
                if (c == '\t' || spaces >= 3) {
                    bits |= GAP;
                }
                i++;
                continue;
            }
            if (first == Glyph.NOTHING) {
                first = glyph;
            }
            if (glyph == Glyph.LETTER || glyph == Glyph.LATIN || glyph == Glyph.DIGIT) {
                int wordFrom = i;
                i = word(line, i, to);
                if (glyph == Glyph.DIGIT) {
                    int digits = i - wordFrom;
                    int value = digits <= 9 ? number(wordFrom, i) : -1;
                    if (wordFrom == from || (words == firstWord[line] + 1)) {
                        openingNumber[line] = Math.max(0, value);
                    }
                    if (digits == 4 && value >= 1900 && value <= 2100) {
                        bits |= YEAR;
                    }
                    if (sign1 != 0 && sign2 != 0 && sign1 == sign2 && sign1 != ':') {
                        if ((number2 <= 12 && value >= 1900 && value <= 2100)
                                || (number1 >= 1900 && number1 <= 2100 && value <= 31)) {
                            bits |= NUMERIC_DATE;
                        }
                    }
                    if (sign2 == ':' && number2 <= 24 && digits == 2 && value < 60) {
                        bits |= CLOCK;
                    }
                    number1 = number2;
                    sign1 = sign2;
                    number2 = value;
                    sign2 = 0;
                } else {
                    letters = true;
                    number2 = 0;
                    sign1 = 0;
                    sign2 = 0;
                }
                beforeLast = last;
                last = glyph;
                spaces = 0;
                continue;
            }
            switch (glyph) {
                case Glyph.STOP -> {
                    if (i + 1 < to && last != Glyph.STOP) {
                        char next = text[i + 1];
                        byte after = Glyph.of(next);
                        if (after == Glyph.SPACE || after == Glyph.QUOTE) {
                            stops++;
                        } else if (after == Glyph.STOP) {
                            bits |= INNER_DOTS;
                        }
                    }
                }
                case Glyph.QUESTION, Glyph.EXCLAMATION -> {
                    if (i + 1 < to) {
                        stops++;
                    }
                }
                case Glyph.ELLIPSIS -> bits |= INNER_DOTS;
                case Glyph.COMMA -> commaCount++;
                case Glyph.QUOTE -> quoteCount++;
                case Glyph.DASH -> dashCount++;
                case Glyph.BAR -> barCount++;
                case Glyph.ARROW -> barCount++;
                // "***" stands between the halves of a verse
                case Glyph.BULLET -> barCount += last == Glyph.BULLET ? 0 : 1;
                case Glyph.COLON -> {
                    if (colon == 0) {
                        colon = words - firstWord[line];
                    }
                    if (i + 2 < to && text[i + 1] == '/' && text[i + 2] == '/') {
                        bits |= URL;
                    }
                }
                case Glyph.AT -> {
                    boolean letterBefore = last == Glyph.LATIN || last == Glyph.DIGIT;
                    bits |= letterBefore && spaces == 0 ? EMAIL : HANDLE;
                }
                case Glyph.HASH -> bits |= HASHTAG;
                case Glyph.BRACKET_OPEN -> bracketed[line] = true;
                case Glyph.MARKUP -> markup++;
                case Glyph.COPYRIGHT -> bits |= COPYRIGHT;
                case Glyph.SYMBOL -> {
                    if (Character.isSurrogate(c)) {
                        bits |= EMOJI;
                    }
                }
                default -> {}
            }
            if (last == Glyph.DIGIT || (sign2 == 0 && spaces > 0)) {
                sign2 = c;
            }
            beforeLast = last;
            last = glyph;
            spaces = 0;
            i++;
        }
        if (markup >= 3) {
            bits |= MARKUP;
        }
        if (!letters) {
            bits |= LETTERLESS;
        }
        work += to - from;
        flags[line] |= bits;
        opening[line] = first == Glyph.NOTHING ? Glyph.SYMBOL : first;
        closing[line] = closing(last, beforeLast);
        innerStops[line] = stops;
        commas[line] = commaCount;
        quotes[line] = quoteCount;
        bars[line] = barCount;
        dashes[line] = dashCount;
        colonAfter[line] = colon;
    }

    /** A stop before a closing quote or bracket closes the line as well as one after it. */
    private static byte closing(byte last, byte beforeLast) {
        boolean wrapped = last == Glyph.QUOTE || last == Glyph.BRACKET_CLOSE;
        if (wrapped && (beforeLast == Glyph.STOP || beforeLast == Glyph.QUESTION || beforeLast == Glyph.EXCLAMATION)) {
            return beforeLast;
        }
        if (last == Glyph.STOP && beforeLast == Glyph.STOP) {
            return Glyph.ELLIPSIS;
        }
        return last;
    }

    private int number(int from, int to) {
        int value = 0;
        for (int i = from; i < to; i++) {
            char folded = Letters.fold(text[i]);
            if (folded >= '0' && folded <= '9') {
                value = value * 10 + folded - '0';
            }
        }
        return value;
    }

    /** Reads the word at {@code from} and answers where it ends. A word is of letters or of digits. */
    private int word(int line, int from, int to) {
        boolean digits = Glyph.of(text[from]) == Glyph.DIGIT;
        boolean latin = Glyph.of(text[from]) == Glyph.LATIN;
        long whole = 0;
        char beforeLast = 0;
        char last = 0;
        int length = 0;
        int i = from;
        for (; i < to; i++) {
            char c = text[i];
            byte glyph = Glyph.of(c);
            if (glyph == Glyph.NOTHING) {
                continue;
            }
            if (digits ? glyph != Glyph.DIGIT : glyph != Glyph.LETTER && glyph != Glyph.LATIN) {
                break;
            }
            char folded = Letters.fold(c);
            whole = Vocabulary.hash(whole, folded);
            if (length < letters.length) {
                letters[length] = folded;
            }
            beforeLast = last;
            last = folded;
            length++;
            if (c >= 0xFEF5 && c <= 0xFEFC) {
                whole = Vocabulary.hash(whole, 'ا');
                if (length < letters.length) {
                    letters[length] = 'ا';
                }
                beforeLast = last;
                last = 'ا';
                length++;
            }
        }
        char c0 = letters[0];
        char c1 = letters[1];
        char c2 = letters[2];
        int prefix = 0;
        if (length > 4 && c1 == 'ل' && (c0 == 'ا' || c0 == 'ل')) {
            prefix = 2;
        } else if (length > 5 && c1 == 'ا' && c2 == 'ل' && (c0 == 'و' || c0 == 'ب' || c0 == 'ف' || c0 == 'ك')) {
            prefix = 3;
        }
        long stem = prefix == 0 ? whole : hashAfter(prefix, from, i);
        int stemLength = length - prefix;
        int found = vocabulary.find(whole);
        int known = found < 0 ? 0 : vocabulary.bits(found);
        if (stem != whole) {
            int foundStem = vocabulary.find(stem);
            if (foundStem >= 0) {
                known |= vocabulary.bits(foundStem) & ARTICLE_CLASSES;
            }
        }
        if (words == wordHash.length) {
            grow();
        }
        wordHash[words] = whole;
        wordStart[words] = from;
        wordEnd[words] = i;
        wordBits[words] = known;
        wordNode[words] = found < 0 ? 0 : vocabulary.root(found);
        boolean and = c0 == 'و' && (known & WordClass.OWN_WAW.bit()) == 0;
        boolean tells = stemLength >= SHORTEST_KEY && !digits && (known & WordClass.COMMON.bit()) == 0;
        wordKey[words] = tells ? keys.add(key(length, prefix, and, beforeLast, last)) + 1 : 0;
        words++;
        hash[line] = Vocabulary.hash(hash[line] + whole, ' ');
        if (latin) {
            latinWords[line]++;
        }
        if (digits) {
            numberWords[line]++;
        }
        if (known != 0) {
            for (int bits = known; bits != 0; bits &= bits - 1) {
                int slot = line * CLASSES + Integer.numberOfTrailingZeros(bits);
                if (classCounts[slot] < Short.MAX_VALUE) {
                    classCounts[slot]++;
                }
            }
        }
        return i;
    }

    /**
     * What two forms of a word have in common: the word without article and "and", cut to {@link #KEY_LETTERS} letters, a short
     * one without its ending, so that "Iran", "the Iranians" and "and Iranian" are one. Only to compare: it is no root, and two words may
     * fall together.
     */
    private long key(int length, int prefix, boolean and, char beforeLast, char last) {
        int skip = prefix == 0 && and && length > 4 ? 1 : prefix;
        int keep = length - skip;
        if ((keep == 5 && isLongEnding(beforeLast, last)) || (keep == 4 && isEnding(last))) {
            keep = 3;
        }
        int end = skip + Math.min(keep, KEY_LETTERS);
        long key = 1;
        for (int i = skip; i < end; i++) {
            key = key << 12 | (letters[i] & 0xFFF);
        }
        return key;
    }

    private static boolean isEnding(char last) {
        return last == 'ه' || last == 'ي' || last == 'ا';
    }

    private static boolean isLongEnding(char beforeLast, char last) {
        return (beforeLast == 'ي' && (last == 'ه' || last == 'ا'))
                || (beforeLast == 'ا' && last == 'ت')
                || (beforeLast == 'ه' && (last == 'ا' || last == 'م'));
    }

    /** The hash of the word between, its first letters left out. */
    private long hashAfter(int prefix, int from, int to) {
        long hash = 0;
        int length = 0;
        for (int i = from; i < to; i++) {
            char c = text[i];
            if (Glyph.of(c) == Glyph.NOTHING) {
                continue;
            }
            if (length++ >= prefix) {
                hash = Vocabulary.hash(hash, Letters.fold(c));
            }
            if (c >= 0xFEF5 && c <= 0xFEFC && length++ >= prefix) {
                hash = Vocabulary.hash(hash, 'ا');
            }
        }
        return hash;
    }

    /** How many words there are that tell, each counted once. */
    int keyCount() {
        return keys.size();
    }

    private static final int ARTICLE_CLASSES = WordClass.NETWORK.bit()
            | WordClass.AGENCY.bit()
            | WordClass.CITY.bit()
            | WordClass.SECTION.bit()
            | WordClass.TIME.bit()
            | WordClass.COMMON.bit();

    private void grow() {
        int capacity = words * 2;
        wordHash = Arrays.copyOf(wordHash, capacity);
        wordKey = Arrays.copyOf(wordKey, capacity);
        wordStart = Arrays.copyOf(wordStart, capacity);
        wordEnd = Arrays.copyOf(wordEnd, capacity);
        wordBits = Arrays.copyOf(wordBits, capacity);
        wordNode = Arrays.copyOf(wordNode, capacity);
    }

    /** Finds the phrase at the start of the line, one further inside, and how many words belong to a menu. */
    private void findPhrases(int line) {
        openingPhrase[line] = NO_PHRASE;
        innerPhrase[line] = NO_PHRASE;
        int from = firstWord[line];
        int to = words;
        int begin = from;
        while (begin < to && isNumber(begin)) {
            begin++;
        }
        if (begin == to) {
            return;
        }
        int menu = 0;
        int w = begin;
        while (w < to) {
            int longest = NO_PHRASE;
            int longestEnd = w;
            int node = wordNode[w];
            work++;
            for (int e = w + 1; node != 0; e++) {
                work++;
                int phrase = vocabulary.phraseAt(node);
                if (phrase != NO_PHRASE && counts(line, vocabulary.phrase(phrase), begin, w, e, to)) {
                    longest = phrase;
                    longestEnd = e;
                }
                if (phrase != NO_PHRASE && longestEnd <= e && w > begin) {
                    menu += Math.max(0, e - Math.max(w, menuEnd));
                    menuEnd = Math.max(menuEnd, e);
                }
                if (e == to) {
                    break;
                }
                node = isNumber(e) ? vocabulary.nextNumber(node) : vocabulary.next(node, wordHash[e]);
            }
            if (longest != NO_PHRASE) {
                Place place = place(line, begin, w, longestEnd, to);
                if (w == begin) {
                    openingPhrase[line] = longest;
                    openingPlace[line] = (byte) place.ordinal();
                    menu += longestEnd - w;
                    menuEnd = longestEnd;
                } else if (innerPhrase[line] == NO_PHRASE || place == Place.END) {
                    innerPhrase[line] = longest;
                    innerPlace[line] = (byte) place.ordinal();
                }
                w = longestEnd;
            } else {
                if (w >= menuEnd && (wordBits[w] & (WordClass.SECTION.bit() | WordClass.NETWORK.bit())) != 0) {
                    menu++;
                    menuEnd = w + 1;
                }
                w++;
            }
        }
        menuEnd = 0;
        menuWords[line] = menu;
    }

    /** Where the menu words counted so far in the present line end. */
    private int menuEnd;

    private boolean counts(int line, Phrase phrase, int begin, int from, int to, int lineEnd) {
        if (from > begin) {
            return phrase.scope() == Scope.ANYWHERE
                    || (to == lineEnd && phrase.words() > 1 && phrase.scope() != Scope.WHOLE);
        }
        boolean whole = isWhole(to, lineEnd);
        return switch (phrase.scope()) {
            case WHOLE -> whole;
            case LABEL -> whole || separatedAfter(line, to - 1);
            case START, ANYWHERE -> true;
            case START_QUALIFIED -> whole || isQualified(line, phrase.kind());
        };
    }

    /** Whether the line has words, beside a phrase of the kind, that only the site itself would use. */
    private boolean isQualified(int line, BoilerplateKind kind) {
        return kind == BoilerplateKind.LEGAL
                ? classCount(line, WordClass.RIGHTS) >= 2
                : classCount(line, WordClass.SITE) > 0;
    }

    private Place place(int line, int begin, int from, int to, int lineEnd) {
        int rest = lineEnd - to;
        if (from > begin) {
            return to == lineEnd ? Place.END : lineEnd - begin <= SHORT_INSIDE ? Place.INSIDE_SHORT : Place.INSIDE_LONG;
        }
        if (isWhole(to, lineEnd)) {
            return Place.WHOLE;
        }
        if (separatedAfter(line, to - 1)) {
            return rest <= SHORT_LABEL ? Place.LABEL_SHORT : Place.LABEL_LONG;
        }
        return rest <= SHORT_START ? Place.START_SHORT : Place.START_LONG;
    }

    /** Whether only numbers and single letters follow. */
    private boolean isWhole(int to, int lineEnd) {
        for (int w = to; w < lineEnd; w++) {
            work++;
            if (!isNumber(w) && wordEnd[w] - wordStart[w] > 1) {
                return false;
            }
        }
        return true;
    }

    private boolean isNumber(int word) {
        return Glyph.of(text[wordStart[word]]) == Glyph.DIGIT;
    }

    /** Whether a sign that sets off a label follows the word before the next word. */
    private boolean separatedAfter(int line, int word) {
        for (int i = wordEnd[word]; i < end[line]; i++) {
            work++;
            byte glyph = Glyph.of(text[i]);
            if (Glyph.separates(glyph)) {
                return true;
            }
            if (glyph != Glyph.SPACE && glyph != Glyph.NOTHING && glyph != Glyph.QUOTE && glyph != Glyph.BRACKET_OPEN) {
                return false;
            }
        }
        return false;
    }
}

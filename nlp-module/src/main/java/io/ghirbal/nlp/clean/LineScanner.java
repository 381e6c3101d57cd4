package io.ghirbal.nlp.clean;

import io.ghirbal.nlp.text.LineTokenizer;

/**
 * Reads the signs of one line after another: how it opens and closes, its stops, commas and dashes, numbers that make a day or a time, and
 * how many of its words are of each class. Words are read already; only what stands between them is looked at here.
 */
final class LineScanner {
    private final Page page;
    private final char[] text;

    private int from;
    private int to;
    private int flags;
    private byte first;
    private byte last;
    private byte beforeLast;
    private int spaces;
    private int stops;
    private int commas;
    private int quotes;
    private int bars;
    private int dashes;
    private int colonAfter;
    private int markup;
    private boolean bracketed;
    private int words;
    /** The last two numbers, with the sign behind each: "12/9" and now 2023. */
    private int number1;

    private char sign1;
    private int number2;
    private char sign2;

    LineScanner(Page page) {
        this.page = page;
        this.text = page.text;
    }

    /** Writes what it finds to the arrays of the page. */
    void scan(int line) {
        begin(line);
        int at = from;
        boolean letters = false;
        long hash = 0;
        int latin = 0;
        int numbers = 0;
        int end = page.lastWord(line);
        for (int w = page.firstWord[line]; w < end; w++) {
            int start = page.wordStart[w];
            if (start - at == 1 && text[at] == ' ') {
                at = start;
            }
            for (; at < start; at++) {
                sign(at);
            }
            byte glyph = Glyph.of(text[start]);
            first = first == Glyph.NOTHING ? glyph : first;
            at = page.wordEnd[w];
            hash = LineTokenizer.hash(hash + page.wordHash[w], ' ');
            if (glyph == Glyph.DIGIT) {
                numbers++;
                number(line, w);
            } else {
                letters = true;
                latin += glyph == Glyph.LATIN ? 1 : 0;
                number2 = 0;
                sign1 = 0;
                sign2 = 0;
            }
            countClasses(line, page.wordClasses[w]);
            beforeLast = last;
            last = glyph;
            spaces = 0;
            words++;
        }
        for (; at < to; at++) {
            sign(at);
        }
        page.hash[line] = hash;
        page.latinWords[line] = latin;
        page.numberWords[line] = numbers;
        flags |= letters ? 0 : Page.LETTERLESS;
        end(line);
    }

    private void begin(int line) {
        from = page.start[line];
        to = page.end[line];
        flags = 0;
        first = Glyph.NOTHING;
        last = Glyph.SPACE;
        beforeLast = Glyph.SPACE;
        spaces = 0;
        stops = 0;
        commas = 0;
        quotes = 0;
        bars = 0;
        dashes = 0;
        colonAfter = 0;
        markup = 0;
        bracketed = false;
        words = 0;
        number1 = 0;
        sign1 = 0;
        number2 = 0;
        sign2 = 0;
    }

    private void end(int line) {
        page.flags[line] = flags | (markup >= 3 ? Page.MARKUP : 0);
        page.opening[line] = first == Glyph.NOTHING ? Glyph.SYMBOL : first;
        page.closing[line] = closing();
        page.innerStops[line] = stops;
        page.commas[line] = commas;
        page.quotes[line] = quotes;
        page.bars[line] = bars;
        page.dashes[line] = dashes;
        page.colonAfter[line] = colonAfter;
        page.bracketed[line] = bracketed;
    }

    private void countClasses(int line, int classes) {
        for (int bits = classes; bits != 0; bits &= bits - 1) {
            int slot = line * Page.CLASSES + Integer.numberOfTrailingZeros(bits);
            if (page.classCounts[slot] < Short.MAX_VALUE) {
                page.classCounts[slot]++;
            }
        }
    }

    private void number(int line, int word) {
        int start = page.wordStart[word];
        int digits = page.wordEnd[word] - start;
        int value = digits <= 9 ? value(start, page.wordEnd[word]) : -1;
        if (words == 0) {
            page.openingNumber[line] = Math.max(0, value);
        }
        if (digits == 4 && isYear(value)) {
            flags |= Page.YEAR;
        }
        if (sign1 != 0
                && sign1 == sign2
                && sign1 != ':'
                && ((number2 <= 12 && isYear(value)) || (isYear(number1) && value <= 31))) {
            flags |= Page.NUMERIC_DATE;
        }
        if (sign2 == ':' && number2 <= 24 && digits == 2 && value < 60) {
            flags |= Page.CLOCK;
        }
        number1 = number2;
        sign1 = sign2;
        number2 = value;
        sign2 = 0;
    }

    private static boolean isYear(int value) {
        return value >= 1900 && value <= 2100;
    }

    private int value(int start, int end) {
        int value = 0;
        for (int i = start; i < end; i++) {
            int digit = Character.digit(text[i], 10);
            value = digit < 0 ? value : value * 10 + digit;
        }
        return value;
    }

    /** Reads the character between words. */
    private void sign(int i) {
        char c = text[i];
        byte glyph = Glyph.of(c);
        if (glyph == Glyph.NOTHING) {
            return;
        }
        if (glyph == Glyph.SPACE) {
            spaces++;
            if (c == '\t' || spaces >= 3) {
                flags |= Page.GAP;
            }
            return;
        }
        first = first == Glyph.NOTHING ? glyph : first;
        switch (glyph) {
            case Glyph.STOP -> stop(i);
            case Glyph.QUESTION, Glyph.EXCLAMATION -> stops += i + 1 < to ? 1 : 0;
            case Glyph.ELLIPSIS -> flags |= Page.INNER_DOTS;
            case Glyph.COMMA -> commas++;
            case Glyph.QUOTE -> quotes++;
            case Glyph.DASH -> dashes++;
            case Glyph.BAR, Glyph.ARROW -> bars++;
            // "***" stands between the halves of a verse
            case Glyph.BULLET -> bars += last == Glyph.BULLET ? 0 : 1;
            case Glyph.COLON -> {
                colonAfter = colonAfter == 0 ? words : colonAfter;
                if (i + 2 < to && text[i + 1] == '/' && text[i + 2] == '/') {
                    flags |= Page.URL;
                }
            }
            case Glyph.AT -> {
                boolean letterBefore = last == Glyph.LATIN || last == Glyph.DIGIT;
                flags |= letterBefore && spaces == 0 ? Page.EMAIL : Page.HANDLE;
            }
            case Glyph.HASH -> flags |= Page.HASHTAG;
            case Glyph.BRACKET_OPEN -> bracketed = true;
            case Glyph.MARKUP -> markup++;
            case Glyph.COPYRIGHT -> flags |= Page.COPYRIGHT;
            case Glyph.SYMBOL -> flags |= Character.isSurrogate(c) ? Page.EMOJI : 0;
            default -> {}
        }
        if (last == Glyph.DIGIT || (sign2 == 0 && spaces > 0)) {
            sign2 = c;
        }
        beforeLast = last;
        last = glyph;
        spaces = 0;
    }

    private void stop(int i) {
        if (i + 1 >= to || last == Glyph.STOP) {
            return;
        }
        byte after = Glyph.of(text[i + 1]);
        if (after == Glyph.SPACE || after == Glyph.QUOTE) {
            stops++;
        } else if (after == Glyph.STOP) {
            flags |= Page.INNER_DOTS;
        }
    }

    /** A stop before a closing quote or bracket closes the line as well as one after it. */
    private byte closing() {
        boolean wrapped = last == Glyph.QUOTE || last == Glyph.BRACKET_CLOSE;
        if (wrapped && (beforeLast == Glyph.STOP || beforeLast == Glyph.QUESTION || beforeLast == Glyph.EXCLAMATION)) {
            return beforeLast;
        }
        if (last == Glyph.STOP && beforeLast == Glyph.STOP) {
            return Glyph.ELLIPSIS;
        }
        return last;
    }
}

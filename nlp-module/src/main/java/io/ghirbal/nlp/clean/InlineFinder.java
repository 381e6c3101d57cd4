package io.ghirbal.nlp.clean;

import io.ghirbal.nlp.clean.Page.Place;
import io.ghirbal.nlp.clean.Vocabulary.WordClass;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds boilerplate inside lines that stay: what scraping glued to the end of the last paragraph (key words, an address, a link), and the
 * columns of a page that came out as one line, a wide gap between them.
 */
final class InlineFinder {
    /** What is glued to the end of a paragraph has no more words than this. */
    private static final int MOST_GLUED_WORDS = 30;

    private static final int MOST_ADDRESS_WORDS = 9;
    private static final int MOST_DATE_WORDS = 14;
    private static final int PARAGRAPH_WORDS = 18;
    /** Code has so many times more Latin letters than others. */
    private static final int MOSTLY = 4;

    private final Page page;
    private final Reading reading;

    InlineFinder(Page page, Reading reading) {
        this.page = page;
        this.reading = reading;
    }

    List<RemovedBlock> find() {
        List<RemovedBlock> spans = new ArrayList<>();
        for (int i = 0; i < page.count; i++) {
            if (reading.kind(i) == null) {
                if (page.has(i, Page.MARKUP) && findCode(i, spans)) {
                    continue;
                }
                if (page.has(i, Page.GAP)) {
                    findInColumns(i, spans);
                } else if (page.has(i, Page.EMAIL) || !endsWithSentence(i)) {
                    findAtEnd(i, spans);
                }
            }
        }
        return spans;
    }

    /** What follows the last sentence of the line, when it is of a known kind. */
    private void findAtEnd(int line, List<RemovedBlock> spans) {
        int from = afterLastSentence(line);
        if (from <= page.start[line]) {
            return;
        }
        int firstWord = page.firstWord[line];
        while (firstWord < page.lastWord(line) && page.wordStart[firstWord] < from) {
            firstWord++;
        }
        int words = page.lastWord(line) - firstWord;
        if (words == 0 || words > MOST_GLUED_WORDS) {
            return;
        }
        Page rest = Page.of(
                io.ghirbal.nlp.text.TextLines.of(new String(page.text, from, page.end[line] - from)),
                page.vocabulary());
        if (rest.count == 0) {
            return;
        }
        if (rest.has(0, Page.EMAIL) && words <= MOST_ADDRESS_WORDS) {
            add(line, from, page.end[line], BoilerplateKind.BYLINE, "an address after the last sentence", spans);
            return;
        }
        if (page.vocabulary().opensTags(rest.wordHash, rest.words)) {
            add(line, from, page.end[line], BoilerplateKind.TAGS, "key words after the last sentence", spans);
            return;
        }
        BoilerplateKind kind = rest.openingKind(0);
        if (kind != null && rest.openingPlace(0) != Place.START_LONG) {
            String phrase = rest.phrase(rest.openingPhrase[0]).text();
            add(line, from, page.end[line], kind, "after the last sentence: \"" + phrase + '"', spans);
        }
    }

    /** Style rules, scripts and tags: what stands from the first brace or angle bracket to the last, when it is mostly Latin. */
    private boolean findCode(int line, List<RemovedBlock> spans) {
        int from = page.start[line];
        int to = page.end[line];
        while (from < to && !isCode(page.text[from])) {
            from++;
        }
        while (to > from && !isCode(page.text[to - 1])) {
            to--;
        }
        while (from > page.start[line] && !opensCode(page.text[from - 1])) {
            from--;
        }
        int latin = 0;
        int other = 0;
        for (int i = from; i < to; i++) {
            byte glyph = Glyph.of(page.text[i]);
            latin += glyph == Glyph.LATIN ? 1 : 0;
            other += glyph == Glyph.LETTER ? 1 : 0;
        }
        if (latin > other * MOSTLY) {
            add(line, from, to, BoilerplateKind.OTHER, "remains of markup or script", spans);
            return true;
        }
        return false;
    }

    private static boolean isCode(char c) {
        return c == '{' || c == '}' || c == ';' || c == '<' || c == '>';
    }

    /** Whether the sign before a piece of code is no part of it: an Arabic letter or the end of a sentence. */
    private static boolean opensCode(char c) {
        byte glyph = Glyph.of(c);
        return glyph == Glyph.LETTER || glyph == Glyph.QUESTION || glyph == Glyph.COMMA;
    }

    private boolean endsWithSentence(int line) {
        return switch (page.closing[line]) {
            case Glyph.STOP, Glyph.QUESTION, Glyph.EXCLAMATION, Glyph.ELLIPSIS, Glyph.COLON -> true;
            default -> page.wordCount(line) < PARAGRAPH_WORDS;
        };
    }

    /** Where the text after the last full stop begins; the start of the line when there is none. */
    private int afterLastSentence(int line) {
        for (int at = page.end[line] - 2; at > page.start[line]; at--) {
            byte glyph = Glyph.of(page.text[at]);
            boolean stops = glyph == Glyph.STOP || glyph == Glyph.QUESTION || glyph == Glyph.EXCLAMATION;
            if (stops && endsSentence(at, page.end[line])) {
                int from = at + 1;
                while (from < page.end[line] && !startsText(page.text[from])) {
                    from++;
                }
                return from;
            }
        }
        return page.start[line];
    }

    /** Whether the stop is not one inside an address or a number. */
    private boolean endsSentence(int at, int end) {
        byte before = Glyph.of(page.text[at - 1]);
        if (at + 1 >= end) {
            return false;
        }
        byte after = Glyph.of(page.text[at + 1]);
        boolean inLatin =
                (before == Glyph.LATIN || before == Glyph.DIGIT) && (after == Glyph.LATIN || after == Glyph.DIGIT);
        return !inLatin;
    }

    private static boolean startsText(char c) {
        return switch (Glyph.of(c)) {
            case Glyph.LETTER, Glyph.LATIN, Glyph.DIGIT, Glyph.HASH, Glyph.AT, Glyph.SLASH, Glyph.BRACKET_OPEN -> true;
            default -> false;
        };
    }

    /** A line whose columns stand apart by wide gaps: dates, menus and blocks of links among them. */
    private void findInColumns(int line, List<RemovedBlock> spans) {
        int at = page.start[line];
        BoilerplateKind block = null;
        while (at < page.end[line]) {
            int end = columnEnd(at, page.end[line]);
            Page column =
                    Page.of(io.ghirbal.nlp.text.TextLines.of(new String(page.text, at, end - at)), page.vocabulary());
            if (column.count > 0) {
                BoilerplateKind kind = columnKind(column);
                boolean heading = kind == BoilerplateKind.RELATED_LINKS && column.openingPlace(0) == Place.WHOLE;
                if (kind == null && block != null && isHeadline(column)) {
                    kind = block;
                } else {
                    block = heading ? kind : null;
                }
                if (kind != null) {
                    add(line, at, end, kind, "a column of the page that is not the article", spans);
                }
            }
            at = end;
            while (at < page.end[line] && Glyph.of(page.text[at]) == Glyph.SPACE) {
                at++;
            }
        }
    }

    private static boolean isHeadline(Page column) {
        return column.wordCount(0) < PARAGRAPH_WORDS && column.closing[0] != Glyph.STOP;
    }

    private static @Nullable BoilerplateKind columnKind(Page column) {
        int words = column.wordCount(0);
        boolean dated = (column.has(0, Page.YEAR) || column.has(0, Page.NUMERIC_DATE))
                && (column.has(0, Page.CLOCK)
                        || column.classCount(0, WordClass.WEEKDAY) > 0
                        || column.openingKind(0) == BoilerplateKind.DATE);
        if (dated && words <= MOST_DATE_WORDS) {
            return BoilerplateKind.DATE;
        }
        BoilerplateKind kind = column.openingKind(0);
        if (kind != null && words < PARAGRAPH_WORDS && column.openingPlace(0) != Place.START_LONG) {
            return kind;
        }
        boolean menu = column.menuWords[0] >= words || column.classCount(0, WordClass.SECTION) >= words;
        return menu && words > 0 && words <= 4 ? BoilerplateKind.NAVIGATION : null;
    }

    /** Where the column that begins at {@code at} ends: before a tab or three spaces. */
    private int columnEnd(int at, int end) {
        int spaces = 0;
        for (int i = at; i < end; i++) {
            if (Glyph.of(page.text[i]) == Glyph.SPACE) {
                spaces += page.text[i] == '\t' ? 3 : 1;
                if (spaces >= 3) {
                    int stop = i;
                    while (stop > at && Glyph.of(page.text[stop]) == Glyph.SPACE) {
                        stop--;
                    }
                    return stop + 1;
                }
            } else {
                spaces = 0;
            }
        }
        return end;
    }

    private void add(int line, int from, int to, BoilerplateKind kind, String reason, List<RemovedBlock> spans) {
        int start = page.lines.start(page.number[line]);
        RemovedBlock last = spans.isEmpty() ? null : spans.get(spans.size() - 1);
        if (last != null
                && last.columns() != null
                && last.first() == page.number[line]
                && last.kind() == kind
                && isBlank(start + last.columns().end(), from)) {
            spans.set(
                    spans.size() - 1,
                    RemovedBlock.inline(
                            last.first(), last.columns().start(), to - start, kind, last.reason(), last.confidence()));
            return;
        }
        spans.add(RemovedBlock.inline(page.number[line], from - start, to - start, kind, reason, 0.7));
    }

    private boolean isBlank(int from, int to) {
        for (int i = from; i < to; i++) {
            if (Glyph.of(page.text[i]) != Glyph.SPACE) {
                return false;
            }
        }
        return true;
    }
}

package io.ghirbal.nlp.clean;

import io.ghirbal.nlp.clean.Page.Place;
import java.nio.CharBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds boilerplate inside lines that stay: what scraping glued to the end of a paragraph (key words, an address, a link) or put into it.
 */
final class InlineFinder {
    /** What is glued to the end of a paragraph has no more words than this. */
    private static final int MOST_GLUED_WORDS = 30;

    private static final int MOST_ADDRESS_WORDS = 9;
    /** So many pieces at most are looked for at the end of a line. */
    private static final int MOST_GLUED = 4;

    private static final int MOST_BRACKETED_WORDS = 20;

    private static final Pattern ADDRESS = Pattern.compile("https?://[\\w./?=&%#~:+-]{1,300}");

    /** "pic.twitter.com/… — Name (@handle) May 5, 2024", and each of its halves. */
    private static final Pattern EMBED = Pattern.compile(
            "(?:https?://)?(?:pic\\.twitter\\.com|t\\.co)/\\w{4,20}(?:\\s{0,9}[—–-]\\s{0,3}[^\\n()]{1,60}\\(@\\w{1,30}\\)(?:\\s{1,3}\\p{L}{3,12} \\d{1,2}, \\d{4})?)?"
                    + "|[—–]\\s{0,3}[^\\n()—–.]{1,60}\\(@\\w{1,30}\\)\\s{1,3}\\p{L}{3,12} \\d{1,2}, \\d{4}");

    private static final int PARAGRAPH_WORDS = 18;
    /** Code has so many times more Latin letters than others. */
    private static final int MOSTLY = 4;

    private final Page page;
    private final Reading reading;

    InlineFinder(Page page, Reading reading) {
        this.page = page;
        this.reading = reading;
    }

    /** The parts to remove, in the order of the text, disjoint. */
    List<RemovedBlock> find() {
        List<RemovedBlock> spans = new ArrayList<>();
        for (int i = 0; i < page.count; i++) {
            if (reading.kind(i) == null) {
                find(i, spans);
            }
        }
        return spans;
    }

    private void find(int line, List<RemovedBlock> spans) {
        if (page.has(line, Page.MARKUP) && findCode(line, spans)) {
            return;
        }
        int from = findAddressAtHead(line, spans);
        int to = findAtEnd(line, from, spans);
        if (page.bracketed[line]) {
            findBracketed(line, from, to, spans);
        }
        if (page.latinWords[line] > 1) {
            findEmbeds(line, from, to, spans);
        }
    }

    /** A web address before the first word: what a button to share held. Answers where the rest begins. */
    private int findAddressAtHead(int line, List<RemovedBlock> spans) {
        int start = page.start[line];
        if (!page.has(line, Page.URL) || page.wordCount(line) < PARAGRAPH_WORDS || page.text[start] != 'h') {
            return start;
        }
        Matcher address = ADDRESS.matcher(CharBuffer.wrap(page.text, start, page.end[line] - start));
        if (!address.lookingAt()) {
            return start;
        }
        add(line, start, start + address.end(), BoilerplateKind.SHARE, "an address before the first word", spans);
        return start + address.end();
    }

    /** "(read also: …)", "[advertisement]": brackets that hold nothing but what a site puts between words. */
    private void findBracketed(int line, int from, int to, List<RemovedBlock> spans) {
        int open = -1;
        for (int i = from; i < to; i++) {
            byte glyph = Glyph.of(page.text[i]);
            if (glyph == Glyph.BRACKET_OPEN) {
                open = i;
            } else if (glyph == Glyph.BRACKET_CLOSE && open >= 0) {
                if (page.mayOpenWithPhrase(line, open + 1)) {
                    addBracketed(line, open, i + 1, page.part(line, open + 1, i), spans);
                }
                open = -1;
            }
        }
    }

    private void addBracketed(int line, int from, int to, Page inside, List<RemovedBlock> spans) {
        if (inside.count != 1 || inside.wordCount(0) > MOST_BRACKETED_WORDS) {
            return;
        }
        BoilerplateKind kind = inside.openingKind(0);
        boolean known = kind == BoilerplateKind.RELATED_LINKS
                || kind == BoilerplateKind.AD
                || kind == BoilerplateKind.PROMO
                || kind == BoilerplateKind.SHARE;
        if (kind != null && known && inside.openingPlace(0) != Place.START_LONG) {
            String phrase = inside.phrase(inside.openingPhrase[0]).text();
            add(line, from, to, kind, "in brackets: \"" + phrase + '"', spans);
        }
    }

    /** What a post of a network leaves behind its text: address, name, handle and day. */
    private void findEmbeds(int line, int from, int to, List<RemovedBlock> spans) {
        Matcher embed = EMBED.matcher(CharBuffer.wrap(page.text, from, to - from));
        while (embed.find()) {
            add(
                    line,
                    from + embed.start(),
                    from + embed.end(),
                    BoilerplateKind.OTHER,
                    "address, name and day of a post",
                    spans);
        }
    }

    /** What follows the last sentence, and the one before, when it is of a known kind. Answers where the rest ends. */
    private int findAtEnd(int line, int start, List<RemovedBlock> spans) {
        int to = page.end[line];
        boolean closed = endsWithSentence(line) && !page.has(line, Page.EMAIL);
        boolean address = page.has(line, Page.URL | Page.EMAIL);
        for (int piece = 0; piece < MOST_GLUED; piece++) {
            int from = afterLastSentence(start, to);
            if (from <= start || !(address || page.mayOpenWithPhrase(line, from))) {
                return to;
            }
            Page glued = page.part(line, from, to);
            if (glued.count == 0 || glued.wordCount(0) == 0 || glued.wordCount(0) > MOST_GLUED_WORDS) {
                return to;
            }
            if (!addGlued(line, from, to, glued, closed, spans)) {
                return to;
            }
            to = from;
        }
        return to;
    }

    private boolean addGlued(int line, int from, int to, Page glued, boolean closed, List<RemovedBlock> spans) {
        if (!closed && glued.has(0, Page.EMAIL) && glued.wordCount(0) <= MOST_ADDRESS_WORDS) {
            add(line, from, to, BoilerplateKind.BYLINE, "an address after the last sentence", spans);
            return true;
        }
        if (glued.has(0, Page.URL) && glued.latinWords[0] + glued.numberWords[0] == glued.wordCount(0)) {
            add(line, from, to, BoilerplateKind.SHARE, "an address after the last sentence", spans);
            return true;
        }
        if (!closed && page.vocabulary().opensTags(glued.wordHash, 0, glued.words)) {
            add(line, from, to, BoilerplateKind.TAGS, "key words after the last sentence", spans);
            return true;
        }
        BoilerplateKind kind = glued.openingKind(0);
        if (kind == null || glued.openingPlace(0) == Place.START_LONG) {
            return false;
        }
        Vocabulary.Phrase phrase = glued.phrase(glued.openingPhrase[0]);
        if (closed && phrase.words() < 2) {
            return false;
        }
        add(line, from, to, kind, "after the last sentence: \"" + phrase.text() + '"', spans);
        return true;
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

    /** Where the text after the last full stop between begins; {@code start} when there is none. */
    private int afterLastSentence(int start, int to) {
        for (int at = to - 2; at > start; at--) {
            byte glyph = Glyph.of(page.text[at]);
            boolean stops = glyph == Glyph.STOP || glyph == Glyph.QUESTION || glyph == Glyph.EXCLAMATION;
            if (stops && endsSentence(at, to)) {
                int from = at + 1;
                while (from < to && !startsText(page.text[from])) {
                    from++;
                }
                if (from < to) {
                    return from;
                }
            }
        }
        return start;
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

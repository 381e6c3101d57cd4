package io.ghirbal.nlp.clean;

import io.ghirbal.nlp.clean.Page.Place;
import io.ghirbal.nlp.clean.Vocabulary.Phrase;
import io.ghirbal.nlp.clean.Vocabulary.Scope;
import io.ghirbal.nlp.clean.Vocabulary.WordClass;

/** Finds the known phrase at the start of a line, one further inside, and how many words of the line belong to a menu. */
@SuppressWarnings("EnumOrdinal") // arrays are indexed by place; nothing stored depends on it
final class PhraseFinder {
    private static final int SHORT_LABEL = 14;
    private static final int SHORT_START = 10;
    private static final int SHORT_INSIDE = 16;
    private static final int MENU_CLASSES = WordClass.SECTION.bit() | WordClass.NETWORK.bit();

    private final Page page;
    private final Vocabulary vocabulary;

    private int line;
    /** The first word that is no number. */
    private int begin;

    private int end;
    private int menu;
    /** Where the menu words counted so far end. */
    private int menuEnd;

    PhraseFinder(Page page) {
        this.page = page;
        this.vocabulary = page.vocabulary();
    }

    /** Writes what it finds to the arrays of the page. */
    void find(int line) {
        this.line = line;
        page.openingPhrase[line] = Page.NO_PHRASE;
        page.innerPhrase[line] = Page.NO_PHRASE;
        begin = page.firstWord[line];
        end = page.lastWord(line);
        while (begin < end && page.isNumber(begin)) {
            begin++;
        }
        menu = 0;
        menuEnd = 0;
        int w = begin;
        while (w < end) {
            page.work++;
            int node = page.wordNode[w];
            int phraseEnd = node == 0 ? w : phraseFrom(w, node);
            if (phraseEnd > w) {
                w = phraseEnd;
                continue;
            }
            if (w >= menuEnd && (page.wordClasses[w] & MENU_CLASSES) != 0) {
                menu++;
                menuEnd = w + 1;
            }
            w++;
        }
        page.menuWords[line] = menu;
    }

    /** Notes the longest phrase that begins with the word and counts here, and answers where it ends; {@code w} when there is none. */
    private int phraseFrom(int w, int root) {
        int longest = Page.NO_PHRASE;
        int longestEnd = w;
        int node = root;
        for (int e = w + 1; node != 0; e++) {
            page.work++;
            int phrase = vocabulary.phraseAt(node);
            if (phrase != Page.NO_PHRASE && counts(vocabulary.phrase(phrase), w, e)) {
                longest = phrase;
                longestEnd = e;
            }
            if (phrase != Page.NO_PHRASE && longestEnd <= e && w > begin) {
                menu += Math.max(0, e - Math.max(w, menuEnd));
                menuEnd = Math.max(menuEnd, e);
            }
            if (e == end) {
                break;
            }
            node = page.isNumber(e) ? vocabulary.nextNumber(node) : vocabulary.next(node, page.wordHash[e]);
        }
        if (longest != Page.NO_PHRASE) {
            note(longest, w, longestEnd);
        }
        return longestEnd;
    }

    private void note(int phrase, int from, int to) {
        Place place = place(from, to);
        if (from == begin) {
            page.openingPhrase[line] = phrase;
            page.openingPlace[line] = (byte) place.ordinal();
            menu += to - from;
            menuEnd = to;
        } else if (page.innerPhrase[line] == Page.NO_PHRASE || place == Place.END) {
            page.innerPhrase[line] = phrase;
            page.innerPlace[line] = (byte) place.ordinal();
        }
    }

    private boolean counts(Phrase phrase, int from, int to) {
        if (from > begin) {
            return phrase.scope() == Scope.ANYWHERE
                    || (to == end && phrase.words() > 1 && phrase.scope() != Scope.WHOLE);
        }
        boolean whole = isWhole(to);
        return switch (phrase.scope()) {
            case WHOLE -> whole;
            case LABEL -> whole || separatedAfter(to - 1);
            case START, ANYWHERE -> true;
            case START_QUALIFIED -> whole || isQualified(phrase.kind());
        };
    }

    /** Whether the line has words, beside a phrase of the kind, that only the site itself would use. */
    private boolean isQualified(BoilerplateKind kind) {
        return kind == BoilerplateKind.LEGAL
                ? page.classCount(line, WordClass.RIGHTS) >= 2
                : page.classCount(line, WordClass.SITE) > 0;
    }

    private Place place(int from, int to) {
        int rest = end - to;
        if (from > begin) {
            return to == end ? Place.END : end - begin <= SHORT_INSIDE ? Place.INSIDE_SHORT : Place.INSIDE_LONG;
        }
        if (isWhole(to)) {
            return Place.WHOLE;
        }
        if (separatedAfter(to - 1)) {
            return rest <= SHORT_LABEL ? Place.LABEL_SHORT : Place.LABEL_LONG;
        }
        return rest <= SHORT_START ? Place.START_SHORT : Place.START_LONG;
    }

    /** Whether only numbers and single letters follow. */
    private boolean isWhole(int to) {
        for (int w = to; w < end; w++) {
            page.work++;
            if (!page.isNumber(w) && page.wordEnd[w] - page.wordStart[w] > 1) {
                return false;
            }
        }
        return true;
    }

    /** Whether a sign that sets off a label follows the word before the next word. */
    private boolean separatedAfter(int word) {
        for (int i = page.wordEnd[word]; i < page.end[line]; i++) {
            page.work++;
            byte glyph = Glyph.of(page.text[i]);
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

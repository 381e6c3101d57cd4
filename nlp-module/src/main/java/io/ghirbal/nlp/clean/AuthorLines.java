package io.ghirbal.nlp.clean;

import io.ghirbal.nlp.clean.Vocabulary.WordClass;

/** Lines that say who wrote, sent or took something without a phrase for it: names, what an author is, places and agencies, credits. */
final class AuthorLines {
    private static final int MOST_NAME_WORDS = 5;
    private static final int MOST_WIRE_WORDS = 7;
    private static final int MOST_OUTLET_WORDS = 3;
    private static final int MOST_CARD_WORDS = 14;
    private static final int MOST_CREDIT_WORDS = 25;
    private static final int CREDIT = WordClass.WIRE.bit();

    private final Page page;
    private final PageLayout layout;
    private final TitleMatch title;
    private final ListItems lists;
    private final SentenceForm sentences;
    private final DayLines days;
    private final MenuLines menus;

    AuthorLines(Evidence evidence, DayLines days, MenuLines menus) {
        this.page = evidence.page();
        this.layout = evidence.layout();
        this.title = evidence.title();
        this.lists = evidence.lists();
        this.sentences = evidence.sentences();
        this.days = days;
        this.menus = menus;
    }

    /** A name at the head of the article or at its end, alone: a list of names is the article's. */
    boolean isName(int i) {
        return isNameLike(i)
                && layout.isAtEdge(i)
                && (i <= 1 || endsSomething(i - 1))
                && !lists.isUnderColon(i)
                && (i == 0 || !isNameLike(i - 1))
                && (i + 1 == page.count || !isNameLike(i + 1));
    }

    /** Whether no sentence goes on behind the line. */
    private boolean endsSomething(int i) {
        return page.closing[i] == Glyph.STOP || title.isRelated(i) || page.opensWithPhrase(i) || days.isDay(i);
    }

    private boolean isNameLike(int i) {
        int words = page.wordCount(i);
        return words >= 1
                && words <= MOST_NAME_WORDS + 3
                && words - page.classCount(i, WordClass.CITY) - page.classCount(i, WordClass.AGENCY) <= MOST_NAME_WORDS
                && page.classCount(i, WordClass.NAME) > 0
                && page.closing[i] != Glyph.STOP
                && page.classCount(i, WordClass.SPEECH) == 0;
    }

    /** Whether the title is signed with the line, or it stands like a signature between a title and the first paragraph. */
    boolean isAuthor(int i) {
        return title.isAuthor(i)
                || (i <= 1
                        && title.given
                        && layout.isParagraph(i + 1)
                        && ((i == 0 && isName(i)) || (page.dashes[i] > 0 && isWire(i))));
    }

    /** What an author is, above or below the article: "professor of politics at the university of …". */
    boolean isCard(int i) {
        int words = page.wordCount(i);
        if (words < 2
                || words > MOST_CARD_WORDS
                || !layout.isAtEdge(i)
                || lists.isUnderColon(i)
                || page.colonAfter[i] > 0) {
            return false;
        }
        boolean last = i + 1 == page.count;
        boolean named = page.classCount(i, WordClass.TRADE) > 0 && page.classCount(i, WordClass.NAME) > 0;
        return (page.opensWith(i, WordClass.TRADE) || (named && last))
                && page.classCount(i, WordClass.SPEECH) == 0
                && page.innerStops[i] == 0;
    }

    /** "Cairo - agencies", "(the outlet)": places and agencies and nothing else. */
    boolean isWire(int i) {
        int words = page.wordCount(i);
        if (words == 0 || words > 2 * MOST_NAME_WORDS || sentences.isSentence(i)) {
            return false;
        }
        if (words > MOST_WIRE_WORDS) {
            // "Cairo - by so and so and so and so"
            return page.dashes[i] > 0
                    && layout.isAtEdge(i)
                    && page.opensWith(i, WordClass.CITY)
                    && page.classCount(i, WordClass.NAME) > 0;
        }
        int agencies = page.classCount(i, WordClass.AGENCY);
        int named = agencies + page.classCount(i, WordClass.CITY);
        boolean parts = page.dashes[i] > 0 || page.bars[i] > 0 || page.colonAfter[i] > 0;
        if (words <= MOST_OUTLET_WORDS && layout.isAtEdge(i) && (isEnclosed(i) || isBesideDay(i))) {
            return true;
        }
        return (agencies > 0 && named * 2 >= words && (layout.isAtEdge(i) || menus.dump))
                || (parts && named > 0 && layout.isAtEdge(i));
    }

    /** "(the outlet)", "*the outlet", beside the headline. */
    private boolean isEnclosed(int i) {
        byte opening = page.opening[i];
        byte closing = page.closing[i];
        boolean brackets = closing == Glyph.BRACKET_CLOSE || closing == Glyph.QUOTE;
        boolean mark = page.text[page.start[i]] == '*' || page.text[page.start[i]] == 'ـ' || opening == Glyph.DASH;
        return i > 0
                && (mark || (brackets && (opening == Glyph.BRACKET_OPEN || opening == Glyph.QUOTE)))
                && layout.paragraphsAbove(i) == 0
                && (i + 1 == page.count || page.opening[i + 1] != opening)
                && page.opening[i - 1] != opening;
    }

    /** A word or two in one line with a day, a gap between them. */
    private boolean isBesideDay(int i) {
        return page.continues(i) && days.isDay(i - 1);
    }

    /** "… - Reuters", "… (AFP)", initials: who took the picture that the line is the caption of. */
    boolean endsWithCredit(int i) {
        if (page.wordCount(i) < 2 || page.wordCount(i) > MOST_CREDIT_WORDS) {
            return false;
        }
        int last = page.lastWord(i) - 1;
        boolean wire = ((page.wordClasses[last] | page.wordClasses[last - 1]) & CREDIT) != 0;
        if (!wire && page.closing[i] != Glyph.BRACKET_CLOSE) {
            return false;
        }
        for (int at = page.end[i] - 1; at >= page.start[i]; at--) {
            byte glyph = Glyph.of(page.text[at]);
            if (glyph == Glyph.BRACKET_OPEN || glyph == Glyph.DASH || glyph == Glyph.BAR || glyph == Glyph.SLASH) {
                int behind = 0;
                int initials = 0;
                boolean named = false;
                for (int w = last; w >= page.firstWord[i] && page.wordStart[w] > at; w--) {
                    behind++;
                    named |= (page.wordClasses[w] & (CREDIT | WordClass.AGENCY.bit())) != 0;
                    initials += page.wordLength(w) == 1 && !page.isNumber(w) ? 1 : 0;
                }
                return behind > 0 && behind <= 4 && (named || initials >= 2);
            }
        }
        return false;
    }
}

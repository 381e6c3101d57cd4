package io.ghirbal.nlp.clean;

import static io.ghirbal.nlp.clean.Role.BYLINE;
import static io.ghirbal.nlp.clean.Role.CAPTION;
import static io.ghirbal.nlp.clean.Role.DATE;
import static io.ghirbal.nlp.clean.Role.INLINE_LINK;
import static io.ghirbal.nlp.clean.Role.LEGAL;
import static io.ghirbal.nlp.clean.Role.LINK;
import static io.ghirbal.nlp.clean.Role.NAVIGATION;
import static io.ghirbal.nlp.clean.Role.OTHER;
import static io.ghirbal.nlp.clean.Role.PROMO;
import static io.ghirbal.nlp.clean.Role.SHARE;
import static io.ghirbal.nlp.clean.Role.SOURCE;
import static io.ghirbal.nlp.clean.Role.TAGS;

import io.ghirbal.nlp.clean.Vocabulary.WordClass;

/** The roles that the form of a line speaks for: its signs, which no sentence of an article is made of, and what its words are. */
final class FormRoles {
    private static final int MOST_DATE_WORDS = 16;
    private static final int MOST_ADDRESS_WORDS = 28;
    private static final int MOST_NOTICE_WORDS = 120;
    /** One word in so many, at least, of a notice on rights is of rights. */
    private static final int MOST_OF_RIGHTS = 6;

    private static final int MOST_LINK_WORDS = 25;
    private static final int MOST_SIGN_WORDS = 12;
    private static final int MOST_URL_WORDS = 20;
    private static final int MOST_LATIN_WORDS = 16;
    private static final int MOST_LATIN_NAME_WORDS = 3;
    private static final int MOST_NETWORK_WORDS = 8;
    private static final int MOST_GAUGE_WORDS = 6;

    private static final int IN_LATIN = Role.set(OTHER, NAVIGATION, SHARE, CAPTION, PROMO, LEGAL);
    private static final int BEHIND_ARROW = Role.set(INLINE_LINK, LINK, NAVIGATION);

    private final Page page;
    private final PageLayout layout;
    private final ListItems lists;
    private final SentenceForm sentences;
    private final DayLines days;
    private final MenuLines menus;
    private final AuthorLines authors;
    private final Appeals appeals;

    FormRoles(Evidence evidence, DayLines days, MenuLines menus, AuthorLines authors, Appeals appeals) {
        this.page = evidence.page();
        this.layout = evidence.layout();
        this.lists = evidence.lists();
        this.sentences = evidence.sentences();
        this.days = days;
        this.menus = menus;
        this.authors = authors;
        this.appeals = appeals;
    }

    /** Signs that no sentence of an article is made of. An entry of {@link AdmissibleRoles}. */
    long ofSigns(int i) {
        int words = page.wordCount(i);
        int latin = page.latinWords[i];
        int foreign = latin + page.numberWords[i];
        long entry = 0;
        if (page.has(i, Page.LETTERLESS)) {
            entry |= OTHER.bit() | (page.has(i, Page.CLOCK) ? CAPTION.bit() : 0);
        }
        if (page.has(i, Page.MARKUP) && page.opening[i] != Glyph.LETTER) {
            entry |= OTHER.bit();
        }
        if (page.has(i, Page.COPYRIGHT)) {
            entry |= LEGAL.bit() | CAPTION.bit();
        }
        if (page.has(i, Page.URL) && (words <= MOST_URL_WORDS || foreign * 4 > words * 3)) {
            entry |= SHARE.bit() | SOURCE.bit() | PROMO.bit();
        }
        if (page.has(i, Page.EMAIL) && words <= MOST_SIGN_WORDS) {
            entry |= BYLINE.bit() | PROMO.bit();
        }
        if (page.has(i, Page.HANDLE) && words <= MOST_SIGN_WORDS) {
            entry |= BYLINE.bit() | PROMO.bit() | OTHER.bit();
        }
        if (page.has(i, Page.HASHTAG) && page.opening[i] == Glyph.HASH) {
            entry |= page.closing[i] == Glyph.STOP ? TAGS.bit() : LineForm.TAG_LIST.speaksFor(TAGS.bit());
        }
        if (latin > 0 && foreign == words && words <= MOST_LATIN_WORDS && page.openingNumber[i] == 0 && !layout.latin) {
            entry |= LineForm.LATIN.speaksFor(IN_LATIN | (words <= MOST_LATIN_NAME_WORDS ? BYLINE.bit() : 0));
        }
        return entry;
    }

    /** What the words of the line are. An entry of {@link AdmissibleRoles}. */
    long of(int i) {
        int words = page.wordCount(i);
        boolean closed = sentences.isSentence(i);
        boolean report = sentences.isReport(i);
        boolean free = !closed && !report;
        boolean listed = lists.isLabelled(i);
        long entry = report ? LineForm.REPORT.speaksFor(0) : 0;
        if (words <= MOST_DATE_WORDS && !closed && (!report || opensWithLabel(i)) && !listed && days.isDay(i)) {
            entry |= LineForm.DAY.speaksFor(DATE.bit());
        }
        if (authors.isName(i)) {
            entry |= LineForm.NAME.speaksFor(BYLINE.bit());
        }
        if (authors.isAuthor(i)) {
            entry |= LineForm.AUTHOR.speaksFor(BYLINE.bit());
        }
        if (authors.isCard(i)) {
            entry |= LineForm.CARD.speaksFor(BYLINE.bit());
        }
        if (authors.isWire(i)) {
            entry |= LineForm.WIRE.speaksFor(SOURCE.bit() | BYLINE.bit());
        }
        if (free && authors.endsWithCredit(i)) {
            entry |= LineForm.CREDIT.speaksFor(CAPTION.bit());
        }
        if (free && !listed && menus.isMenu(i)) {
            entry |= LineForm.MENU.speaksFor(NAVIGATION.bit());
        }
        boolean toReader = words <= MOST_NOTICE_WORDS && appeals.speaksToReader(i);
        if ((toReader && words <= MOST_ADDRESS_WORDS) || appeals.announcesLinks(i)) {
            entry |= LineForm.ADDRESS.speaksFor(PROMO.bit());
        }
        if (toReader && appeals.invites(i)) {
            entry |= LineForm.INVITES.speaksFor(PROMO.bit());
        }
        int rights = page.classCount(i, WordClass.RIGHTS);
        if (rights >= 3 && rights * MOST_OF_RIGHTS >= words && words <= MOST_NOTICE_WORDS && !report) {
            entry |= LineForm.RIGHTS.speaksFor(LEGAL.bit());
        }
        if (words <= MOST_NETWORK_WORDS && page.classCount(i, WordClass.NETWORK) * 2 > words) {
            entry |= LineForm.NETWORKS.speaksFor(SHARE.bit() | PROMO.bit());
        }
        if (isLastTags(i) || (free && isCommaList(i))) {
            entry |= LineForm.TAG_LIST.speaksFor(TAGS.bit());
        }
        if (isGauge(i)) {
            entry |= LineForm.GAUGE.speaksFor(OTHER.bit());
        }
        if (free && page.opening[i] == Glyph.ARROW && words <= MOST_LINK_WORDS) {
            entry |= BEHIND_ARROW;
        }
        return entry;
    }

    private boolean opensWithLabel(int i) {
        return page.opensWithPhrase(i) && page.openingPlace(i).isLabel();
    }

    /** "Key words Cairo Egypt", in the last two lines. */
    private boolean isLastTags(int i) {
        return page.wordCount(i) >= 2
                && page.wordCount(i) <= MOST_LINK_WORDS
                && !sentences.isSentence(i)
                && i >= page.count - 2
                && layout.paragraphsAbove(i) > 0
                && page.vocabulary().opensTags(page.wordHash, page.firstWord[i], page.lastWord(i));
    }

    private boolean isCommaList(int i) {
        int commas = page.commas[i];
        return commas >= 3 && page.wordCount(i) <= 4 * (commas + 1) && layout.isAtEdge(i);
    }

    /** A temperature, a rate, a time of prayer or of a player: a number with its sign, alone among lines that are not alike. */
    private boolean isGauge(int i) {
        return isReading(i) && (i == 0 || !isReading(i - 1)) && (i + 1 == page.count || !isReading(i + 1));
    }

    private boolean isReading(int i) {
        if (page.wordCount(i) > MOST_GAUGE_WORDS || page.numberWords[i] == 0 || sentences.isSentence(i)) {
            return false;
        }
        boolean sign = page.has(i, Page.CLOCK) || page.latinWords[i] >= 2;
        for (int at = page.start[i]; at < page.end[i] && !sign; at++) {
            sign = "%\u066A\u00B0\u25B2\u25BC$\u20AC".indexOf(page.text[at]) >= 0;
        }
        return sign;
    }
}

package io.ghirbal.nlp.clean;

import static io.ghirbal.nlp.clean.Role.FEEDBACK;
import static io.ghirbal.nlp.clean.Role.INLINE_LINK;
import static io.ghirbal.nlp.clean.Role.LINK;
import static io.ghirbal.nlp.clean.Role.LINKS_HEADING;
import static io.ghirbal.nlp.clean.Role.NAVIGATION;
import static io.ghirbal.nlp.clean.Role.OTHER;
import static io.ghirbal.nlp.clean.Role.OTHER_BODY;
import static io.ghirbal.nlp.clean.Role.OTHER_LEAD;
import static io.ghirbal.nlp.clean.Role.OTHER_TITLE;
import static io.ghirbal.nlp.clean.Role.PROMO;
import static io.ghirbal.nlp.clean.Role.TAGS;

import io.ghirbal.nlp.clean.Page.Place;
import io.ghirbal.nlp.clean.Vocabulary.WordClass;

/** The roles that the place of a line speaks for: the heading or the boundary above it, the lines in a row with it. */
final class PlaceRoles {
    private static final int MOST_CARD_WORDS = 14;
    private static final int MOST_LINK_WORDS = 25;
    /** Behind the line of source the article is over, and a link may bring the first sentences of its story. */
    private static final int MOST_TEASER_WORDS = 60;

    private static final int MOST_LABELLED_HEADING_WORDS = 6;
    private static final int MOST_HEADING_WORDS = 4;
    private static final int FEWEST_IN_ROW = 3;
    private static final int MOST_HEADLINE_WORDS = 16;
    private static final int MOST_SECTION_WORDS = 3;

    private static final int IN_DUMP = Role.set(LINK, LINKS_HEADING, NAVIGATION, TAGS, OTHER, PROMO);
    private static final int OF_LINKS = Role.set(LINK, LINKS_HEADING);
    private static final int OF_TEASER = Role.set(LINK, INLINE_LINK);

    private final Page page;
    private final PageLayout layout;
    private final TitleMatch title;
    private final ListItems lists;
    private final Sections sections;
    private final Cohesion cohesion;
    private final TemplateLines template;
    private final SentenceForm sentences;
    private final MenuLines menus;
    private final Appeals appeals;

    PlaceRoles(Evidence evidence, MenuLines menus, Appeals appeals) {
        this.page = evidence.page();
        this.layout = evidence.layout();
        this.title = evidence.title();
        this.lists = evidence.lists();
        this.sections = evidence.sections();
        this.cohesion = evidence.cohesion();
        this.template = evidence.template();
        this.sentences = evidence.sentences();
        this.menus = menus;
        this.appeals = appeals;
    }

    /** What stands above the line. An entry of {@link AdmissibleRoles}. */
    long of(int i) {
        long entry = menus.dump && !layout.isParagraph(i) ? IN_DUMP : 0;
        if (sections.hasBoundaryAbove(i)) {
            entry |= LineForm.AFTER_BOUNDARY.speaksFor(OTHER_BODY.bit());
            if (!page.continues(i) && layout.shape[i] != PageLayout.SHORT && !sentences.goesOn(i)) {
                entry |= OTHER_LEAD.bit();
            }
            if (!page.continues(i) && !page.continues(i + 1) && cohesion.headsAnotherStory(i)) {
                entry |= LineForm.HEADS_ANOTHER.speaksFor(OTHER_TITLE.bit());
            }
        }
        return entry;
    }

    /**
     * What stands in a row with lines of one kind, or under the heading of a kind, may be of it too.
     *
     * @param entries what the lines may be so far, as {@link AdmissibleRoles} has it; added to
     */
    void spread(long[] entries) {
        spreadLinksAndTags(entries);
        spreadComments(entries);
        for (int i = 1; i < page.count; i++) {
            int words = page.wordCount(i);
            boolean next = page.isPhrase(i - 1) && page.openingKind(i - 1) == BoilerplateKind.NAVIGATION;
            if (next && words >= 3 && words <= MOST_LINK_WORDS) {
                // "next article", and its headline
                entries[i] |= OF_TEASER;
            }
        }
        spreadMenus(entries);
        if (opensWithMenuOfLine()) {
            entries[0] |= LineForm.IN_MENU.speaksFor(NAVIGATION.bit());
        }
        addRun(entries, startOfTail(), page.count, LineForm.TAIL_LIST.speaksFor(OF_LINKS));
        for (int i = 0, end; i < page.count; i = end + 1) {
            end = page.runEnd(i, this::isSectionLabelled);
            addRun(entries, i, end, LineForm.SECTION_LABEL.speaksFor(OF_LINKS));
        }
    }

    private void spreadLinksAndTags(long[] entries) {
        boolean links = false;
        int first = 0;
        boolean tags = false;
        for (int i = 0; i < page.count; i++) {
            boolean phrase = page.openingKind(i) == BoilerplateKind.RELATED_LINKS;
            boolean teaser = page.continues(i) && layout.isAfterSource(i);
            boolean opens = true;
            if (isOurHeading(i)) {
                entries[i] |= LineForm.OUR_HEADING.speaksFor(LINKS_HEADING.bit());
            } else if (links && phrase && !page.isPhrase(i)) {
                // "read also: a headline", among headlines
                entries[i] |= LineForm.UNDER_LINKS.speaksFor(LINK.bit());
                opens = false;
            } else if (phrase && teaser) {
                // "read more" behind the source, in one line with the article: a headline and the first sentence of its
                // story, and so on
                entries[i] |= LineForm.TEASER.speaksFor(OF_TEASER);
            } else if (phrase && isHeading(i)) {
                tags = false;
            } else {
                opens = false;
                if (links && isLinkBelow(first, i)) {
                    entries[i] |= (teaser ? LineForm.TEASER : LineForm.UNDER_LINKS).speaksFor(LINK.bit());
                } else {
                    links &= interruptsLinks(i);
                }
            }
            if (opens) {
                links = true;
                first = i + 1;
            }
            if (page.isPhrase(i) && page.openingKind(i) == BoilerplateKind.TAGS) {
                tags = true;
            } else if (tags && isItem(i)) {
                entries[i] |= LineForm.UNDER_TAGS.speaksFor(TAGS.bit());
            } else {
                tags = false;
            }
        }
    }

    private boolean isItem(int i) {
        return page.wordCount(i) <= MenuLines.MOST_ITEM_WORDS && page.closing[i] != Glyph.STOP;
    }

    /** Whether a phrase heads what follows: alone, or with few words. */
    private boolean isHeading(int i) {
        return page.isPhrase(i)
                || (page.opensWithPhrase(i)
                        && page.wordCount(i) <= MOST_LABELLED_HEADING_WORDS
                        && page.openingPlace(i) != Place.START_LONG);
    }

    /** "From our pages", or a line that the outlet repeats, above something that reads as headlines. */
    private boolean isOurHeading(int i) {
        int words = page.wordCount(i);
        boolean repeated = template.mayHeadLinks(i);
        return (words >= 2 || repeated)
                && words <= MOST_HEADING_WORDS
                && !page.opensWithPhrase(i)
                && page.closing[i] != Glyph.STOP
                && i + 2 < page.count
                && isHeadline(i + 1)
                && isHeadline(i + 2)
                && (repeated || appeals.namesOurs(i));
    }

    private boolean isHeadline(int i) {
        int words = page.wordCount(i);
        return words >= 3
                && words <= MOST_HEADLINE_WORDS
                && page.closing[i] != Glyph.STOP
                && page.closing[i] != Glyph.COLON;
    }

    /** Whether the line may be of the list of links that begins with {@code first}: no sentence goes on in it, and it has the same bullet. */
    private boolean isLinkBelow(int first, int i) {
        boolean afterSource = layout.isAfterSource(i);
        boolean closed = page.closing[i] == Glyph.STOP;
        boolean paragraph = closed || layout.isParagraph(i);
        boolean goesOn = (sentences.goesOn(i) && paragraph) || (sentences.isReport(i) && closed && !afterSource);
        return (!goesOn || (bullet(i) != 0 && !closed))
                && !cohesion.headsThisStory(i)
                && page.wordCount(i) <= (afterSource ? MOST_TEASER_WORDS : MOST_LINK_WORDS)
                && (bullet(first) == 0 || bullet(i) == bullet(first));
    }

    /** The bullet that the line opens with, or 0. */
    private char bullet(int i) {
        char c = page.text[page.start[i]];
        byte glyph = Glyph.of(c);
        boolean bullet = glyph == Glyph.BULLET || glyph == Glyph.DASH || glyph == Glyph.ARROW || c == '*';
        return bullet ? c : 0;
    }

    /** Whether the line is a button or an advertisement among links. */
    private boolean interruptsLinks(int i) {
        BoilerplateKind kind = page.openingKind(i);
        return page.wordCount(i) <= MOST_CARD_WORDS
                && (kind == BoilerplateKind.PROMO || kind == BoilerplateKind.AD || kind == BoilerplateKind.SHARE);
    }

    private void spreadComments(long[] entries) {
        boolean comments = false;
        for (int i = 0; i < page.count; i++) {
            BoilerplateKind kind = isHeading(i) ? page.openingKind(i) : null;
            if (kind == BoilerplateKind.FEEDBACK
                    && page.classCount(i, WordClass.COMMENT) > 0
                    && layout.paragraphsAbove(i) > 0) {
                comments = true;
            } else if (kind == BoilerplateKind.RELATED_LINKS || kind == BoilerplateKind.NAVIGATION) {
                comments = false;
            } else if (comments) {
                entries[i] |= LineForm.UNDER_COMMENTS.speaksFor(FEEDBACK.bit());
            }
        }
    }

    private void spreadMenus(long[] entries) {
        for (int i = 0, end; i < page.count; i = end + 1) {
            end = page.runEnd(i, this::isItem);
            int menu = 0;
            for (int line = i; line < end; line++) {
                menu += (entries[line] & NAVIGATION.bit()) != 0 ? 1 : 0;
            }
            if (menu * 2 >= end - i) {
                addRun(entries, i, end, LineForm.IN_MENU.speaksFor(NAVIGATION.bit()));
            }
        }
    }

    /** Adds to the lines when they are enough to be a list. */
    private static void addRun(long[] entries, int from, int to, long entry) {
        for (int i = from; i < to && to - from >= FEWEST_IN_ROW; i++) {
            entries[i] |= entry;
        }
    }

    /** What stands in one line with all of the article, before the day, when the headline comes behind the day: the menu of the page. */
    private boolean opensWithMenuOfLine() {
        return page.continues(1)
                && page.innerStops[0] == 0
                && !title.isRelated(0)
                && page.openingKind(1) == BoilerplateKind.DATE
                && page.openingPlace(1) == Place.LABEL_SHORT
                && page.continues(2)
                && title.isRelated(2);
    }

    /**
     * Where headlines begin that stand in a row behind the last sentence, no word of which the article knows: those of other stories. A list
     * of the article has its colon or its sub-heading above it, its numbers, its full stops, or speaks of what the article speaks of.
     */
    private int startOfTail() {
        int first = page.count;
        while (first > 0 && isStranger(first - 1)) {
            first--;
        }
        boolean behindSentence = first > 0
                && page.closing[first - 1] == Glyph.STOP
                && page.wordCount(first - 1) > MenuLines.MOST_ITEM_WORDS
                && layout.paragraphsAbove(first) >= 2;
        return behindSentence ? first : page.count;
    }

    private boolean isStranger(int i) {
        return isHeadline(i)
                && !page.opensWithPhrase(i)
                && page.openingNumber[i] == 0
                && !lists.isLabelled(i)
                && cohesion.knowsNothingOf(i);
    }

    /** "Sport: a headline", with the name of a section before the colon. */
    private boolean isSectionLabelled(int i) {
        int colon = page.colonAfter[i];
        if (colon == 0
                || colon > MOST_SECTION_WORDS
                || page.wordCount(i) < colon + 3
                || page.closing[i] == Glyph.STOP) {
            return false;
        }
        int known = 0;
        for (int w = page.firstWord[i]; w < page.firstWord[i] + colon; w++) {
            known += page.isOf(w, WordClass.SECTION) || page.isOf(w, WordClass.CITY) ? 1 : 0;
        }
        return known * 2 >= colon;
    }
}

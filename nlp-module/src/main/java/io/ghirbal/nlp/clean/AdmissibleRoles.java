package io.ghirbal.nlp.clean;

import io.ghirbal.nlp.clean.Page.Place;
import io.ghirbal.nlp.clean.Vocabulary.Scope;
import io.ghirbal.nlp.clean.Vocabulary.WordClass;
import io.ghirbal.nlp.template.TemplateEntry;
import io.ghirbal.nlp.template.TemplateForm;
import java.util.Arrays;

/**
 * The roles that each line may be given at all. A kind of boilerplate needs evidence of its own, in the line or in what stands right above
 * it: a phrase or a form of that kind. The model chooses among what is admissible; where nothing is, the line stays, however short it is
 * and wherever it stands.
 */
@SuppressWarnings("EnumOrdinal") // a role is a bit of a mask; nothing stored depends on it
final class AdmissibleRoles {
    private static final int KEPT = bit(Role.TITLE) | bit(Role.BODY) | bit(Role.RESUMED);
    private static final int[] OF_KIND = new int[BoilerplateKind.values().length];

    static {
        for (Role role : Role.values()) {
            BoilerplateKind kind = role.kind();
            if (kind != null) {
                OF_KIND[kind.ordinal()] |= bit(role);
            }
        }
    }

    /** A document of so few lines is the article, less what formulas say. */
    private static final int FEW_LINES = 3;
    /** A page of fewer lines is no dump of a whole page with its menus. */
    private static final int DUMP_LINES = 20;

    private static final int MOST_DATE_WORDS = 16;
    private static final int MOST_NAME_WORDS = 5;
    private static final int MOST_WIRE_WORDS = 7;
    private static final int MOST_OUTLET_WORDS = 3;
    private static final int MOST_LATIN_NAME_WORDS = 3;
    private static final int MOST_CARD_WORDS = 14;
    private static final int MOST_CREDIT_WORDS = 25;
    private static final int MOST_LINK_WORDS = 25;
    /** Behind the line of source the article is over, and a link may bring the first sentences of its story. */
    private static final int MOST_TEASER_WORDS = 60;

    private static final int FEWEST_REPEATED_WORDS = 12;
    private static final int MOST_NOTICE_WORDS = 60;
    /** One word in so many, at least, of a notice on rights is of rights. */
    private static final int MOST_OF_RIGHTS = 6;

    private static final int MOST_LABELLED_WORDS = 9;
    private static final int MOST_SIGN_WORDS = 12;
    private static final int MOST_URL_WORDS = 20;
    private static final int MENU_ITEM_WORDS = 5;
    private static final int MOST_HEADING_WORDS = 4;
    private static final int FEWEST_TAIL_ITEMS = 3;
    private static final int FEWEST_DAYS = 3;
    private static final int MOST_TAIL_WORDS = 16;

    /** A form that a line has or a place that it stands in, by which its kind may be told without a phrase. */
    enum Form {
        DAY,
        NAME,
        CARD,
        WIRE,
        CREDIT,
        MENU,
        ADDRESS,
        RIGHTS,
        NETWORKS,
        TAG_LIST,
        GAUGE,
        LATIN,
        UNDER_LINKS,
        UNDER_COMMENTS,
        UNDER_TAGS,
        IN_MENU,
        AFTER_BOUNDARY,
        REPORT,
        OUR_HEADING,
        TAIL_LIST,
        HEADS_ANOTHER,
        INVITES,
        AUTHOR,
        SECTION_LABEL,
        TEASER
    }

    private final Evidence evidence;
    private final Page page;
    private final int[] roles;
    private final int[] forms;
    /** Lines of "label: value" in a row, most of them with labels that no site uses: a list of the article. */
    private final boolean[] listed;

    /** Lines that open as a sentence does that goes on with a story: with a verb of saying, or with "and" before a verb. */
    private final boolean[] report;

    private final boolean dump;
    private final boolean timeline;

    private AdmissibleRoles(Evidence evidence) {
        this.evidence = evidence;
        this.page = evidence.page;
        this.roles = new int[page.count];
        this.forms = new int[page.count];
        this.report = new boolean[page.count];
        for (int i = 0; i < page.count; i++) {
            report[i] = opensReport(i);
        }
        this.listed = findLists();
        this.dump = isDump();
        this.timeline = isTimeline();
        boolean few = page.count <= FEW_LINES;
        for (int i = 0; i < page.count; i++) {
            roles[i] = KEPT | phrases(i) | repetition(i);
            if (isBroken(i) || evidence.isTitle(i)) {
                continue;
            }
            roles[i] |= signs(i);
            if (!few) {
                roles[i] |= shapes(i) | position(i);
            }
        }
        if (!few) {
            spread();
        }
        for (int i = 0; i < page.count; i++) {
            TemplateEntry entry = evidence.template.at(i);
            if (entry != null) {
                roles[i] = ofTemplate(i, entry);
            }
            LineHint hint = evidence.hints.at(page.number[i]);
            if (hint != null) {
                roles[i] = ofHint(i, hint);
            }
        }
    }

    /**
     * What the source says of a line. What it says is no part of the article does not stay; of which kind it is, the line may say itself.
     * In a paragraph of the article and in its headings only the words count, not the place or the form.
     */
    private int ofHint(int i, LineHint hint) {
        int own = roles[i] & ~(KEPT | all(BoilerplateKind.RELATED_ARTICLE) | bit(Role.DUPLICATE));
        return switch (hint) {
            case BODY ->
                evidence.template.at(i) == null ? roles[i] & (KEPT | phrases(i) | bit(Role.DUPLICATE)) : roles[i];
            case HEADING -> roles[i] & ~all(BoilerplateKind.RELATED_ARTICLE);
            case CAPTION -> bit(Role.CAPTION);
            case NAVIGATION, FOOTER -> own | bit(Role.NAVIGATION);
            case LINKS, ASIDE -> own | bit(Role.LINK) | bit(Role.INLINE_LINK);
            case FORM -> own | bit(Role.FEEDBACK);
        };
    }

    /** What the outlet repeats does not stay; of which kind it is, the line says itself. */
    private int ofTemplate(int i, TemplateEntry entry) {
        if (entry.form() == TemplateForm.HEADLINE) {
            return bit(Role.LINK) | bit(Role.INLINE_LINK);
        }
        int own = roles[i] & ~(KEPT | all(BoilerplateKind.RELATED_ARTICLE) | bit(Role.DUPLICATE));
        if (own != 0) {
            return own;
        }
        boolean named = page.classCount(i, WordClass.NAME)
                        + page.classCount(i, WordClass.CITY)
                        + page.classCount(i, WordClass.AGENCY)
                > 0;
        boolean part = entry.form() == TemplateForm.LABEL || entry.form() == TemplateForm.CREDIT;
        return bit((named || part) && evidence.paragraphsAbove(i) == 0 ? Role.BYLINE : Role.OTHER);
    }

    static AdmissibleRoles of(Evidence evidence) {
        return new AdmissibleRoles(evidence);
    }

    boolean admits(int line, int role) {
        return (roles[line] >> role & 1) != 0;
    }

    /** The forms of the line, {@code 1 << ordinal} each. */
    int forms(int line) {
        return forms[line];
    }

    /** Notes that the line has the form, which speaks for the kinds. */
    private int form(int i, Form form, int bits) {
        forms[i] |= 1 << form.ordinal();
        return bits;
    }

    static int bit(Role role) {
        return 1 << role.ordinal();
    }

    private static int all(BoilerplateKind kind) {
        return OF_KIND[kind.ordinal()];
    }

    private boolean has(int i, int bits) {
        return (roles[i] & bits) != 0;
    }

    // what the phrases of a line say

    private int phrases(int i) {
        int bits = 0;
        if (page.openingPhrase[i] != Page.NO_PHRASE) {
            bits |= phrase(i, page.openingPhrase[i], page.openingPlace(i));
        }
        if (page.innerPhrase[i] != Page.NO_PHRASE) {
            bits |= phrase(i, page.innerPhrase[i], page.innerPlace(i));
        }
        return bits;
    }

    private int phrase(int i, int number, Place place) {
        Vocabulary.Phrase phrase = page.phrase(number);
        if (place == Place.WHOLE) {
            return all(phrase.kind());
        }
        boolean labelled = place.isLabel();
        if ((!labelled && (report[i] || endsOpen(i))) || goesOnBelow(i) || (phrase.words() == 1 && isBroken(i))) {
            return 0;
        }
        boolean needsArticle =
                phrase.kind() == BoilerplateKind.RELATED_LINKS || phrase.kind() == BoilerplateKind.CAPTION;
        if (needsArticle && i == 0 && evidence.shape[i] != Evidence.SHORT) {
            // "watch: …" above everything is the headline of the article itself
            return 0;
        }
        int words = page.wordCount(i);
        boolean sentence = isSentence(i);
        boolean allowed = switch (phrase.kind()) {
            case SOURCE, BYLINE ->
                !listed[i]
                        && (labelled || !sentence || page.classCount(i, WordClass.SPEECH) == 0)
                        && ((labelled && page.classCount(i, WordClass.NETWORK) >= 2)
                                || phrase.scope() == Scope.ANYWHERE
                                || (words <= MOST_CARD_WORDS && !(labelled && sentence)));
            case DATE -> words <= MOST_DATE_WORDS && !sentence;
            case NAVIGATION, TAGS ->
                phrase.scope() == Scope.ANYWHERE
                        || phrase.kind() == BoilerplateKind.TAGS
                        || (!sentence && words <= MOST_SIGN_WORDS && !listed[i]);
            case SHARE, OTHER, AD ->
                (!sentence || words <= MOST_LABELLED_WORDS || phrase.scope() == Scope.ANYWHERE) && !listed[i];
            case CAPTION -> (!sentence || phrase.words() > 1) && !listed[i];
            case PROMO, FEEDBACK ->
                words <= MOST_NOTICE_WORDS && (phrase.words() > 1 || !sentence || speaksToReader(i));
            case LEGAL ->
                words <= 3 * MOST_NOTICE_WORDS
                        && (place != Place.INSIDE_LONG || page.classCount(i, WordClass.RIGHTS) >= 3)
                        && (phrase.words() > 1 || !sentence || page.classCount(i, WordClass.RIGHTS) >= 2);
            case RELATED_LINKS -> words <= MOST_NOTICE_WORDS && (phrase.words() > 1 || !sentence || labelled);
            case RELATED_ARTICLE, DUPLICATE -> false;
        };
        return allowed ? all(phrase.kind()) : 0;
    }

    /** Whether the sentence that the line is of began above it or ends below it: a link or a bold word that came out as a line. */
    private boolean isBroken(int i) {
        return endsOpen(i) || goesOnBelow(i) || (i > 0 && endsOpen(i - 1)) || (i > 0 && goesOnBelow(i - 1));
    }

    private boolean endsOpen(int i) {
        int words = page.wordCount(i);
        return page.closing[i] == Glyph.COMMA
                || (words > 0
                        && page.closing[i] == Glyph.LETTER
                        && (page.wordClasses[page.lastWord(i) - 1] & WordClass.PARTICLE.bit()) != 0);
    }

    /** Whether the line below begins in the middle of a sentence. */
    private boolean goesOnBelow(int i) {
        if (i + 1 == page.count || page.closing[i] == Glyph.STOP || page.closing[i] == Glyph.COLON) {
            return false;
        }
        byte opening = page.opening[i + 1];
        boolean clause = page.wordCount(i + 1) > 0
                && opening == Glyph.LETTER
                && (page.wordClasses[page.firstWord[i + 1]] & WordClass.CLAUSE.bit()) != 0;
        return opening == Glyph.COMMA || opening == Glyph.STOP || clause;
    }

    /** Whether the line closes like a sentence and is longer than a formula. */
    private boolean isSentence(int i) {
        return page.closing[i] == Glyph.STOP && page.wordCount(i) > 3 && !page.has(i, Page.URL);
    }

    private boolean opensReport(int i) {
        if (page.wordCount(i) < 4) {
            return false;
        }
        boolean says = (page.wordClasses[page.firstWord[i]] & WordClass.SPEECH.bit()) != 0;
        return (says || evidence.goesOn(i))
                && (page.classCount(i, WordClass.ADDRESS) == 0 || page.wordCount(i) > MOST_CARD_WORDS);
    }

    private boolean isLabelled(int i) {
        return page.openingPhrase[i] != Page.NO_PHRASE && page.openingPlace(i).isLabel();
    }

    /** "Follow us on:", with nothing behind it. */
    private boolean announcesLinks(int i, int words) {
        return words >= 2
                && words <= 8
                && page.closing[i] == Glyph.COLON
                && (page.wordClasses[page.firstWord[i]] & WordClass.ADDRESS.bit()) != 0;
    }

    /** An imperative, or "you" and "your", at the head of the line or a thing of ours: beside something that a site has. */
    private boolean speaksToReader(int i) {
        if (page.classCount(i, WordClass.SITE) == 0 || report[i]) {
            return false;
        }
        int first = page.firstWord[i];
        for (int w = first; w < page.lastWord(i); w++) {
            int bits = page.wordClasses[w];
            if ((w < first + 3 && (bits & WordClass.ADDRESS.bit()) != 0)
                    || ((bits & WordClass.SITE.bit()) != 0 && isOurs(w))) {
                return true;
            }
        }
        return false;
    }

    /** An imperative first, "you" or "your" once more, and two things of a site: in what speaks to the reader an invitation, however long. */
    private boolean invites(int i, int words) {
        return words > 0
                && (page.wordClasses[page.firstWord[i]] & WordClass.ADDRESS.bit()) != 0
                && page.classCount(i, WordClass.ADDRESS) >= 2
                && page.classCount(i, WordClass.SITE) >= 2;
    }

    private boolean isOurs(int word) {
        int end = page.wordEnd[word];
        return end - page.wordStart[word] > 4 && page.text[end - 1] == 'ا' && page.text[end - 2] == 'ن';
    }

    private int repetition(int i) {
        if (page.wordCount(i) < FEWEST_REPEATED_WORDS && (page.continues(i) || page.continues(i + 1))) {
            // a few words between two gaps of one line may well come twice
            return 0;
        }
        int relation = evidence.titleRelation[i];
        return evidence.copyOf[i] >= 0
                        || evidence.isCopiedLater(i)
                        || evidence.repeatsNeighbour(i)
                        || (relation > 0 && relation <= (evidence.shape[i] == Evidence.PARAGRAPH ? 4 : 8))
                ? bit(Role.DUPLICATE)
                : 0;
    }

    /** Signs that no sentence of an article is made of. */
    private int signs(int i) {
        int words = page.wordCount(i);
        int bits = 0;
        if (page.has(i, Page.LETTERLESS)) {
            bits |= bit(Role.OTHER);
            if (page.has(i, Page.CLOCK)) {
                bits |= bit(Role.CAPTION);
            }
        }
        if (page.has(i, Page.MARKUP) && page.opening[i] != Glyph.LETTER) {
            bits |= bit(Role.OTHER);
        }
        if (page.has(i, Page.COPYRIGHT)) {
            bits |= bit(Role.LEGAL) | bit(Role.CAPTION);
        }
        if (page.has(i, Page.URL)
                && (words <= MOST_URL_WORDS || (page.latinWords[i] + page.numberWords[i]) * 4 > words * 3)) {
            bits |= bit(Role.SHARE) | bit(Role.SOURCE) | bit(Role.PROMO);
        }
        if (page.has(i, Page.EMAIL) && words <= MOST_SIGN_WORDS) {
            bits |= bit(Role.BYLINE) | bit(Role.PROMO);
        }
        if (page.has(i, Page.HANDLE) && words <= MOST_SIGN_WORDS) {
            bits |= bit(Role.BYLINE) | bit(Role.PROMO) | bit(Role.OTHER);
        }
        if (page.has(i, Page.HASHTAG) && page.opening[i] == Glyph.HASH) {
            bits |= page.closing[i] == Glyph.STOP ? bit(Role.TAGS) : form(i, Form.TAG_LIST, bit(Role.TAGS));
        }
        if (words > 0
                && page.latinWords[i] + page.numberWords[i] == words
                && page.latinWords[i] > 0
                && words <= 16
                && page.openingNumber[i] == 0) {
            bits |= form(i, Form.LATIN, bit(Role.OTHER))
                    | bit(Role.NAVIGATION)
                    | bit(Role.SHARE)
                    | bit(Role.CAPTION)
                    | bit(Role.PROMO)
                    | bit(Role.LEGAL)
                    | (words <= MOST_LATIN_NAME_WORDS ? bit(Role.BYLINE) : 0);
        }
        return bits;
    }

    // what the form of a line says

    private int shapes(int i) {
        int words = page.wordCount(i);
        boolean sentence = isSentence(i) || report[i];
        int bits = 0;
        if (words <= MOST_DATE_WORDS && !isSentence(i) && (!report[i] || isLabelled(i)) && !listed[i] && isDay(i)) {
            bits |= form(i, Form.DAY, bit(Role.DATE));
        }
        boolean name = isName(i, words);
        boolean wire = isWire(i, words);
        if (name) {
            bits |= form(i, Form.NAME, bit(Role.BYLINE));
        }
        boolean aboveText = i <= 1
                && i + 1 < page.count
                && evidence.titleGiven
                && evidence.shape[i + 1] == Evidence.PARAGRAPH
                && ((i == 0 && name) || (wire && page.dashes[i] > 0));
        if (evidence.isInTitleAsAuthor(i) || aboveText) {
            bits |= form(i, Form.AUTHOR, bit(Role.BYLINE));
        }
        if (isCard(i, words)) {
            bits |= form(i, Form.CARD, bit(Role.BYLINE));
        }
        if (wire) {
            bits |= form(i, Form.WIRE, bit(Role.SOURCE) | bit(Role.BYLINE));
        }
        if (!sentence && words >= 2 && words <= MOST_CREDIT_WORDS && endsWithCredit(i)) {
            bits |= form(i, Form.CREDIT, bit(Role.CAPTION));
        }
        if (isMenu(i, words) && !sentence && !listed[i]) {
            bits |= form(i, Form.MENU, bit(Role.NAVIGATION));
        }
        boolean toReader = words <= 2 * MOST_NOTICE_WORDS && speaksToReader(i);
        if ((toReader && words <= 2 * MOST_CARD_WORDS) || announcesLinks(i, words)) {
            bits |= form(i, Form.ADDRESS, bit(Role.PROMO));
        }
        if (toReader && invites(i, words)) {
            bits |= form(i, Form.INVITES, bit(Role.PROMO));
        }
        if (page.classCount(i, WordClass.RIGHTS) >= 3
                && page.classCount(i, WordClass.RIGHTS) * MOST_OF_RIGHTS >= words
                && words <= 2 * MOST_NOTICE_WORDS
                && !report[i]) {
            bits |= form(i, Form.RIGHTS, bit(Role.LEGAL));
        }
        if (words > 0 && words <= 8 && page.classCount(i, WordClass.NETWORK) * 2 > words) {
            bits |= form(i, Form.NETWORKS, bit(Role.SHARE) | bit(Role.PROMO));
        }
        if (words >= 2
                && words <= MOST_LINK_WORDS
                && !isSentence(i)
                && i >= page.count - 2
                && evidence.paragraphsAbove(i) > 0
                && page.vocabulary().opensTags(page.wordHash, page.firstWord[i], page.lastWord(i))) {
            bits |= form(i, Form.TAG_LIST, bit(Role.TAGS));
        }
        if (page.commas[i] >= 3 && words <= 4 * (page.commas[i] + 1) && !sentence && evidence.isAtEdge(i)) {
            bits |= form(i, Form.TAG_LIST, bit(Role.TAGS));
        }
        if (isGauge(i, words)) {
            bits |= form(i, Form.GAUGE, bit(Role.OTHER));
        }
        if (report[i]) {
            bits |= form(i, Form.REPORT, 0);
        }
        if (page.opening[i] == Glyph.ARROW && words <= MOST_LINK_WORDS && !sentence) {
            bits |= bit(Role.INLINE_LINK) | bit(Role.LINK) | bit(Role.NAVIGATION);
        }
        return bits;
    }

    /** "13 October", no year with it: three of them in an article are a timeline. */
    private boolean isBareDay(int i) {
        return page.wordCount(i) <= 3
                && page.numberWords[i] == 1
                && page.classCount(i, WordClass.MONTH) > 0
                && !page.has(i, Page.YEAR | Page.NUMERIC_DATE | Page.CLOCK);
    }

    private boolean isTimeline() {
        int days = 0;
        for (int i = 0; i < page.count; i++) {
            days += isBareDay(i) ? 1 : 0;
        }
        return days >= FEWEST_DAYS;
    }

    /** A day or a time, and not much beside it. */
    private boolean isDay(int i) {
        int words = page.wordCount(i);
        int named = page.classCount(i, WordClass.MONTH)
                + page.classCount(i, WordClass.WEEKDAY)
                + page.classCount(i, WordClass.TIME);
        int numbers = page.numberWords[i];
        boolean day = page.has(i, Page.NUMERIC_DATE) || page.has(i, Page.CLOCK) || (numbers > 0 && named > 0);
        boolean labelled = page.openingKind(i) == BoilerplateKind.DATE || page.has(i, Page.NUMERIC_DATE);
        return day && !(timeline && isBareDay(i)) && (labelled || (numbers + named) * 2 >= words);
    }

    /** A name at the head of the article or at its end, alone: a list of names is the article's. */
    private boolean isName(int i, int words) {
        return isNameLike(i, words)
                && evidence.isAtEdge(i)
                && (i <= 1 || endsSomething(i - 1))
                && !evidence.isUnderColon(i)
                && (i == 0 || !isNameLike(i - 1, page.wordCount(i - 1)))
                && (i + 1 == page.count || !isNameLike(i + 1, page.wordCount(i + 1)));
    }

    /** Whether no sentence goes on behind the line. */
    private boolean endsSomething(int i) {
        return page.closing[i] == Glyph.STOP
                || evidence.titleRelation[i] != 0
                || page.openingPhrase[i] != Page.NO_PHRASE
                || isDay(i);
    }

    private boolean isNameLike(int i, int words) {
        return words >= 1
                && words <= MOST_NAME_WORDS + 3
                && words - page.classCount(i, WordClass.CITY) - page.classCount(i, WordClass.AGENCY) <= MOST_NAME_WORDS
                && page.classCount(i, WordClass.NAME) > 0
                && page.closing[i] != Glyph.STOP
                && page.classCount(i, WordClass.SPEECH) == 0;
    }

    /** What an author is, above or below the article: "professor of politics at the university of …". */
    private boolean isCard(int i, int words) {
        if (words < 2
                || words > MOST_CARD_WORDS
                || !evidence.isAtEdge(i)
                || evidence.isUnderColon(i)
                || page.colonAfter[i] > 0) {
            return false;
        }
        int first = page.firstWord[i];
        boolean opens = (page.wordClasses[first] & WordClass.TRADE.bit()) != 0;
        boolean last = i + 1 == page.count;
        boolean named = page.classCount(i, WordClass.TRADE) > 0 && page.classCount(i, WordClass.NAME) > 0;
        return (opens || (named && last)) && page.classCount(i, WordClass.SPEECH) == 0 && page.innerStops[i] == 0;
    }

    /** "Cairo - agencies", "(the outlet)": places and agencies and nothing else. */
    private boolean isWire(int i, int words) {
        if (words == 0 || words > 2 * MOST_NAME_WORDS || isSentence(i)) {
            return false;
        }
        if (words > MOST_WIRE_WORDS) {
            // "Cairo - by so and so and so and so"
            return page.dashes[i] > 0
                    && evidence.isAtEdge(i)
                    && (page.wordClasses[page.firstWord[i]] & WordClass.CITY.bit()) != 0
                    && page.classCount(i, WordClass.NAME) > 0;
        }
        int agencies = page.classCount(i, WordClass.AGENCY);
        int named = agencies + page.classCount(i, WordClass.CITY);
        boolean parts = page.dashes[i] > 0 || page.bars[i] > 0 || page.colonAfter[i] > 0;
        if (words <= MOST_OUTLET_WORDS && evidence.isAtEdge(i) && (isEnclosed(i) || isBesideDay(i))) {
            return true;
        }
        return (agencies > 0 && named * 2 >= words && (evidence.isAtEdge(i) || dump))
                || (parts && named > 0 && evidence.isAtEdge(i));
    }

    /** "(the outlet)", "*the outlet", beside the headline. */
    private boolean isEnclosed(int i) {
        byte opening = page.opening[i];
        byte closing = page.closing[i];
        boolean brackets = closing == Glyph.BRACKET_CLOSE || closing == Glyph.QUOTE;
        boolean mark = page.text[page.start[i]] == '*' || page.text[page.start[i]] == 'ـ' || opening == Glyph.DASH;
        return i > 0
                && (brackets ? opening == Glyph.BRACKET_OPEN || opening == Glyph.QUOTE || mark : mark)
                && evidence.paragraphsAbove(i) == 0
                && (i + 1 == page.count || page.opening[i + 1] != opening)
                && page.opening[i - 1] != opening;
    }

    /** A word or two in one line with a day, a gap between them. */
    private boolean isBesideDay(int i) {
        return page.continues(i) && isDay(i - 1);
    }

    private boolean endsWithCredit(int i) {
        int last = page.lastWord(i) - 1;
        int credit = WordClass.WIRE.bit();
        boolean wire = (page.wordClasses[last] & credit) != 0 || (page.wordClasses[last - 1] & credit) != 0;
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
                    named |= (page.wordClasses[w] & (credit | WordClass.AGENCY.bit())) != 0;
                    initials += page.wordEnd[w] - page.wordStart[w] == 1
                                    && Glyph.of(page.text[page.wordStart[w]]) != Glyph.DIGIT
                            ? 1
                            : 0;
                }
                named |= initials >= 2;
                return behind > 0 && behind <= 4 && named;
            }
        }
        return false;
    }

    /** A temperature, a rate, a time of prayer or of a player: a number with its sign, alone among lines that are not alike. */
    private boolean isGauge(int i, int words) {
        return isReading(i, words)
                && (i == 0 || !isReading(i - 1, page.wordCount(i - 1)))
                && (i + 1 == page.count || !isReading(i + 1, page.wordCount(i + 1)));
    }

    private boolean isReading(int i, int words) {
        if (words == 0 || words > 6 || page.numberWords[i] == 0 || isSentence(i)) {
            return false;
        }
        boolean sign = page.has(i, Page.CLOCK) || page.latinWords[i] >= 2;
        for (int at = page.start[i]; at < page.end[i] && !sign; at++) {
            sign = "%\u066A\u00B0\u25B2\u25BC$\u20AC".indexOf(page.text[at]) >= 0;
        }
        return sign;
    }

    private boolean isMenu(int i, int words) {
        if (words == 0 || words > 40 || (words <= 2 && page.closing[i] == Glyph.STOP)) {
            return false;
        }
        return page.menuWords[i] * 3 > words * 2
                || (words <= 4 && page.classCount(i, WordClass.SECTION) == words)
                || (words <= 30 && page.bars[i] >= 2)
                || (words <= MENU_ITEM_WORDS
                        && (page.bars[i] > 0 || page.quotes[i] == 1)
                        && page.menuWords[i] > 0
                        && evidence.isAtEdge(i));
    }

    // what stands above a line

    private int position(int i) {
        int bits = 0;
        if (evidence.hasBoundaryAbove(i)) {
            boolean title = evidence.headsAnotherStory(i) && !page.continues(i) && !page.continues(i + 1);
            boolean lead = !evidence.goesOn(i) && evidence.shape[i] != Evidence.SHORT && !page.continues(i);
            bits |= form(i, Form.AFTER_BOUNDARY, bit(Role.OTHER_BODY))
                    | (lead ? bit(Role.OTHER_LEAD) : 0)
                    | (title ? form(i, Form.HEADS_ANOTHER, bit(Role.OTHER_TITLE)) : 0);
        }
        if (dump && evidence.shape[i] != Evidence.PARAGRAPH) {
            bits |= bit(Role.LINK)
                    | bit(Role.LINKS_HEADING)
                    | bit(Role.NAVIGATION)
                    | bit(Role.TAGS)
                    | bit(Role.OTHER)
                    | bit(Role.PROMO);
        }
        return bits;
    }

    /** What stands in a row with lines of one kind, or under the heading of a kind, may be of it too. */
    private void spread() {
        boolean links = false;
        int firstLink = 0;
        boolean comments = false;
        boolean tags = false;
        for (int i = 0; i < page.count; i++) {
            int words = page.wordCount(i);
            BoilerplateKind kind = page.openingKind(i);
            boolean whole = kind != null && page.openingPlace(i) == Place.WHOLE;
            boolean teasers = kind == BoilerplateKind.RELATED_LINKS && page.continues(i) && evidence.isAfterSource(i);
            boolean heading = whole || (kind != null && words <= 6 && page.openingPlace(i) != Place.START_LONG);
            if (isOurHeading(i)) {
                roles[i] |= form(i, Form.OUR_HEADING, bit(Role.LINKS_HEADING));
                links = true;
                firstLink = i + 1;
            } else if (links && !whole && kind == BoilerplateKind.RELATED_LINKS) {
                // "read also: a headline", among headlines
                roles[i] |= form(i, Form.UNDER_LINKS, bit(Role.LINK));
            } else if (teasers) {
                // "read more" behind the source, in one line with the article: a headline and the first sentence of its
                // story, and so on
                roles[i] |= form(i, Form.TEASER, bit(Role.LINK) | bit(Role.INLINE_LINK));
                links = true;
                firstLink = i + 1;
            } else if (heading && kind == BoilerplateKind.RELATED_LINKS) {
                links = true;
                firstLink = i + 1;
                tags = false;
            } else if (links && isLinkBelow(firstLink, i)) {
                boolean teaser = page.continues(i) && evidence.isAfterSource(i);
                roles[i] |= form(i, teaser ? Form.TEASER : Form.UNDER_LINKS, bit(Role.LINK));
            } else if (!interruptsLinks(i)) {
                links = false;
            }
            if (heading
                    && kind == BoilerplateKind.FEEDBACK
                    && page.classCount(i, WordClass.COMMENT) > 0
                    && evidence.paragraphsAbove(i) > 0) {
                comments = true;
            } else if (comments) {
                if (heading && (kind == BoilerplateKind.RELATED_LINKS || kind == BoilerplateKind.NAVIGATION)) {
                    comments = false;
                } else {
                    roles[i] |= form(i, Form.UNDER_COMMENTS, bit(Role.FEEDBACK));
                }
            }
            if (whole && kind == BoilerplateKind.TAGS) {
                tags = true;
            } else if (tags && words <= MENU_ITEM_WORDS && page.closing[i] != Glyph.STOP) {
                roles[i] |= form(i, Form.UNDER_TAGS, bit(Role.TAGS));
            } else {
                tags = false;
            }
            if (i > 0
                    && page.openingKind(i - 1) == BoilerplateKind.NAVIGATION
                    && page.openingPlace(i - 1) == Place.WHOLE
                    && words >= 3
                    && words <= MOST_LINK_WORDS) {
                // "next article", and its headline
                roles[i] |= bit(Role.LINK) | bit(Role.INLINE_LINK);
            }
        }
        spreadMenus();
        findMenuOfLine();
        findTailList();
        findSectionLabels();
    }

    /** What stands in one line with all of the article, before the day, when the headline comes behind the day: the menu of the page. */
    private void findMenuOfLine() {
        boolean menu = page.continues(1)
                && page.innerStops[0] == 0
                && evidence.titleRelation[0] == 0
                && page.openingKind(1) == BoilerplateKind.DATE
                && page.openingPlace(1) == Place.LABEL_SHORT
                && page.continues(2)
                && evidence.titleRelation[2] != 0;
        if (menu) {
            roles[0] |= form(0, Form.IN_MENU, bit(Role.NAVIGATION));
        }
    }

    /** "Sport: a headline", three or more in a row with the names of sections before the colon. */
    private void findSectionLabels() {
        int i = 0;
        while (i < page.count) {
            int end = i;
            while (end < page.count && isSectionLabelled(end)) {
                end++;
            }
            if (end - i >= FEWEST_TAIL_ITEMS) {
                for (int j = i; j < end; j++) {
                    roles[j] |= form(j, Form.SECTION_LABEL, bit(Role.LINK) | bit(Role.LINKS_HEADING));
                }
            }
            i = end + 1;
        }
    }

    private boolean isSectionLabelled(int i) {
        int colon = page.colonAfter[i];
        if (colon == 0 || colon > 3 || page.wordCount(i) < colon + 3 || page.closing[i] == Glyph.STOP) {
            return false;
        }
        int known = 0;
        for (int w = page.firstWord[i]; w < page.firstWord[i] + colon; w++) {
            known += (page.wordClasses[w] & (WordClass.SECTION.bit() | WordClass.CITY.bit())) != 0 ? 1 : 0;
        }
        return known * 2 >= colon;
    }

    /** Whether the line may be of the list of links that begins with {@code first}: no sentence goes on in it, and it has the same bullet. */
    private boolean isLinkBelow(int first, int i) {
        boolean afterSource = evidence.isAfterSource(i);
        boolean closed = page.closing[i] == Glyph.STOP;
        boolean paragraph = closed || evidence.shape[i] == Evidence.PARAGRAPH;
        boolean goesOn = (evidence.goesOn(i) && paragraph) || (report[i] && closed && !afterSource);
        return (!goesOn || (bullet(i) != 0 && !closed))
                && !evidence.headsThisStory(i)
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

    /** "From our pages", or a line that the outlet repeats, above something that reads as headlines. */
    private boolean isOurHeading(int i) {
        int words = page.wordCount(i);
        boolean repeated = evidence.template.mayHeadLinks(i);
        if ((words < 2 && !repeated)
                || words > MOST_HEADING_WORDS
                || page.openingPhrase[i] != Page.NO_PHRASE
                || page.closing[i] == Glyph.STOP
                || i + 2 >= page.count
                || !isHeadline(i + 1)
                || !isHeadline(i + 2)) {
            return false;
        }
        if (repeated) {
            return true;
        }
        for (int w = page.firstWord[i]; w < page.lastWord(i); w++) {
            if ((page.wordClasses[w] & WordClass.SITE.bit()) != 0 && isOurs(w)) {
                return true;
            }
        }
        return false;
    }

    private boolean isHeadline(int i) {
        int words = page.wordCount(i);
        return words >= 3
                && words <= MOST_TAIL_WORDS
                && page.closing[i] != Glyph.STOP
                && page.closing[i] != Glyph.COLON;
    }

    /**
     * Headlines in a row behind the last sentence, no word of which the article knows: those of other stories. A list of the article has its
     * colon or its sub-heading above it, its numbers, its full stops, or speaks of what the article speaks of.
     */
    private void findTailList() {
        int first = page.count;
        while (first > 0 && isStranger(first - 1)) {
            first--;
        }
        boolean behindSentence = first > 0
                && page.closing[first - 1] == Glyph.STOP
                && page.wordCount(first - 1) > MENU_ITEM_WORDS
                && evidence.paragraphsAbove(first) >= 2;
        if (page.count - first >= FEWEST_TAIL_ITEMS && behindSentence) {
            for (int i = first; i < page.count; i++) {
                roles[i] |= form(i, Form.TAIL_LIST, bit(Role.LINK) | bit(Role.LINKS_HEADING));
            }
        }
    }

    private boolean isStranger(int i) {
        return isHeadline(i)
                && page.openingPhrase[i] == Page.NO_PHRASE
                && page.openingNumber[i] == 0
                && !listed[i]
                && evidence.knowsNothingOf(i);
    }

    private void spreadMenus() {
        int n = page.count;
        int i = 0;
        while (i < n) {
            int end = i;
            int menu = 0;
            while (end < n && page.wordCount(end) <= MENU_ITEM_WORDS && page.closing[end] != Glyph.STOP) {
                menu += has(end, bit(Role.NAVIGATION)) ? 1 : 0;
                end++;
            }
            if (end - i >= 3 && menu * 2 >= end - i) {
                for (int j = i; j < end; j++) {
                    roles[j] |= form(j, Form.IN_MENU, bit(Role.NAVIGATION));
                }
            }
            i = Math.max(end, i + 1);
        }
    }

    private boolean[] findLists() {
        int n = page.count;
        boolean[] listed = new boolean[n];
        int i = 0;
        while (i < n) {
            int end = i;
            int own = 0;
            while (end < n && isPair(end)) {
                own += page.openingPhrase[end] == Page.NO_PHRASE ? 1 : 0;
                end++;
            }
            if (end - i >= 3 && own * 2 > end - i) {
                Arrays.fill(listed, i, end, true);
            }
            i = end + 1;
        }
        return listed;
    }

    private boolean isPair(int i) {
        int colon = page.colonAfter[i];
        return colon > 0
                && colon <= 6
                && colon < page.wordCount(i)
                && !page.has(i, Page.URL)
                && evidence.titleRelation[i] == 0;
    }

    /** Whether the text is that of a whole page, with its menus: many lines, most of them short, and not few of them known. */
    private boolean isDump() {
        if (page.count < DUMP_LINES || !evidence.mostlyShort()) {
            return false;
        }
        int known = 0;
        for (int i = 0; i < page.count; i++) {
            boolean whole = page.openingPhrase[i] != Page.NO_PHRASE && page.openingPlace(i) == Place.WHOLE;
            known += whole || isMenu(i, page.wordCount(i)) ? 1 : 0;
        }
        return known >= 5 && known * 8 >= page.count;
    }
}

package io.ghirbal.nlp.clean;

import io.ghirbal.nlp.template.TemplateEntry;
import io.ghirbal.nlp.template.TemplateForm;

/**
 * The roles that each line may be given at all. A kind of boilerplate needs evidence of its own, in the line or in what stands right above
 * it: a phrase or a form of that kind. The model chooses among what is admissible; where nothing is, the line stays, however short it is
 * and wherever it stands.
 */
final class AdmissibleRoles {
    /** A document of so few lines is the article, less what formulas say. */
    private static final int FEW_LINES = 3;

    private static final int FEWEST_REPEATED_WORDS = 12;

    private final Evidence evidence;
    private final Page page;
    /** By line: the roles in the lower half, the forms that speak for them in the upper one. */
    private final long[] entries;

    private AdmissibleRoles(Evidence evidence) {
        this.evidence = evidence;
        this.page = evidence.page();
        this.entries = new long[page.count];
        Appeals appeals = new Appeals(page, evidence.sentences());
        DayLines days = new DayLines(page);
        MenuLines menus = new MenuLines(page, evidence.layout());
        PhraseRoles phrases = new PhraseRoles(evidence, appeals);
        FormRoles forms = new FormRoles(evidence, days, menus, new AuthorLines(evidence, days, menus), appeals);
        PlaceRoles places = new PlaceRoles(evidence, menus, appeals);
        boolean unknown = page.count <= FEW_LINES || evidence.layout().latin;
        for (int i = 0; i < page.count; i++) {
            entries[i] = Role.KEPT | phrases.of(i) | repetition(i);
            if (!evidence.sentences().isBroken(i) && !evidence.title().isTitle(i)) {
                entries[i] |= forms.ofSigns(i) | (unknown ? 0 : forms.of(i) | places.of(i));
            }
        }
        if (!unknown) {
            places.spread(entries);
        }
        for (int i = 0; i < page.count; i++) {
            TemplateEntry entry = evidence.template().at(i);
            if (entry != null) {
                entries[i] = (long) forms(i) << Integer.SIZE | ofTemplate(i, entry);
            }
            LineHint hint = evidence.hints().at(page.number[i]);
            if (hint != null) {
                entries[i] = (long) forms(i) << Integer.SIZE | ofHint(i, hint, phrases);
            }
        }
    }

    static AdmissibleRoles of(Evidence evidence) {
        return new AdmissibleRoles(evidence);
    }

    boolean admits(int line, int role) {
        return (entries[line] >> role & 1) != 0;
    }

    /** The forms of the line, {@code 1 << ordinal} each. */
    int forms(int line) {
        return (int) (entries[line] >>> Integer.SIZE);
    }

    private int repetition(int i) {
        if (page.wordCount(i) < FEWEST_REPEATED_WORDS && (page.continues(i) || page.continues(i + 1))) {
            // a few words between two gaps of one line may well come twice
            return 0;
        }
        return evidence.repeated().isRepeated(i) || evidence.title().isRepeated(i) ? Role.DUPLICATE.bit() : 0;
    }

    /**
     * What the source says of a line. What it says is no part of the article does not stay; of which kind it is, the line may say itself.
     * In a paragraph of the article and in its headings only the words count, not the place or the form.
     */
    private int ofHint(int i, LineHint hint, PhraseRoles phrases) {
        int known = (int) entries[i];
        int own = ownKind(i);
        return switch (hint) {
            case BODY ->
                evidence.template().at(i) == null ? known & (Role.KEPT | phrases.of(i) | Role.DUPLICATE.bit()) : known;
            case HEADING -> known & ~Role.all(BoilerplateKind.RELATED_ARTICLE);
            case CAPTION -> Role.CAPTION.bit();
            case NAVIGATION, FOOTER -> own | Role.NAVIGATION.bit();
            case LINKS, ASIDE -> own | Role.LINK.bit() | Role.INLINE_LINK.bit();
            case FORM -> own | Role.FEEDBACK.bit();
        };
    }

    /** The kinds that the line itself speaks for. */
    private int ownKind(int i) {
        return (int) entries[i] & ~(Role.KEPT | Role.all(BoilerplateKind.RELATED_ARTICLE) | Role.DUPLICATE.bit());
    }

    /** What the outlet repeats does not stay; of which kind it is, the line says itself. */
    private int ofTemplate(int i, TemplateEntry entry) {
        if (entry.form() == TemplateForm.HEADLINE) {
            return Role.LINK.bit() | Role.INLINE_LINK.bit();
        }
        int own = ownKind(i);
        if (own != 0) {
            return own;
        }
        boolean part = entry.form() == TemplateForm.LABEL || entry.form() == TemplateForm.CREDIT;
        boolean byline = (part || page.namedWords(i) > 0) && evidence.layout().paragraphsAbove(i) == 0;
        return (byline ? Role.BYLINE : Role.OTHER).bit();
    }
}

package io.ghirbal.nlp.story;

/** What two articles are compared by; {@link PairFeatures} gives the values. */
public enum PairFeature {
    /** Always 1. */
    BIAS(true),
    /** The cosine of the headlines, from 0 to 1; of all cosines, stems count by their rarity. */
    HEADLINE_COSINE,
    /** The cosine of the leads. */
    LEAD_COSINE,
    /** The cosine of headlines and leads together. */
    OPENING_COSINE(true),
    /** The cosine of the bodies. */
    BODY_COSINE(true),
    /** How much of the one headline the other's opening has, by rarity, from 0 to 1; the larger of both directions. */
    HEADLINE_FOUND(true),
    /** The smaller of both directions. */
    BOTH_HEADLINES_FOUND,
    /** The cosine of headlines and first words. */
    START_COSINE,
    /** How much of the one's headline and first words the other has only further down, by rarity: there it is background. */
    START_FOUND_LATER(true),
    /** How much of the shorter body's 3-grams the longer has, from 0 to 1. */
    CONTAINMENT(true),
    /** The same of pairs of stems in a row, which small edits leave. */
    STEM_CONTAINMENT(true),
    /** How much of the shorter body the longer has, by the rarity of its stems. */
    BODY_COVERED,
    /** The containment of the leads' 3-grams. */
    LEAD_CONTAINMENT(true),
    /** ln(1 + the rarities of what both openings have, in nats). */
    SHARED_RARITY,
    /** The rarest three stems that both openings have: their mean rarity, in nats. */
    RAREST_SHARED,
    /** ln(1 + how many numbers both openings have). */
    SHARED_NUMBERS(true),
    /** ln(1 + how many of these count the same word). */
    SHARED_COUNTS(true),
    /** 1 when both openings have numbers and none is the same. */
    OTHER_NUMBERS(true),
    /** 1 when both leads name a day of the week, and the same. */
    SAME_WEEKDAY,
    /** 1 when both leads name days of the week, and none is the same. */
    OTHER_WEEKDAY(true),
    /** 1 when one of them begins with a reaction, such as "condemned", and the other does not. */
    ONE_REACTS,
    /** 1 when both begin with one. */
    BOTH_REACT,
    /** ln of the longer body / the shorter, in words. */
    LENGTH_RATIO(true),
    /** The cosine of the headlines times that of the leads. */
    HEADLINE_TIMES_LEAD,
    /** 1 when one outlet published both. */
    SAME_OUTLET(true),
    /** The containment, when one outlet published both: there it is often a form that is filled in again. */
    SAME_OUTLET_CONTAINMENT(true),
    /** 1 when the shorter body has less than 40 words: a flash, a caption. */
    SHORT,
    /** How much of the other's opening has the headline of a short one. */
    SHORT_HEADLINE_FOUND,
    /** Days between them, up to 7. */
    DAYS_APART(true);

    private final boolean tellsCopies;

    PairFeature() {
        this(false);
    }

    PairFeature(boolean tellsCopies) {
        this.tellsCopies = tellsCopies;
    }

    /** Whether copies are told by it too, not only stories. */
    public boolean tellsCopies() {
        return tellsCopies;
    }

    /** What it compares, in a few plain words, such as "runs of three words in common". */
    public String phrase() {
        return switch (this) {
            case BIAS -> "what every pair begins with";
            case HEADLINE_COSINE -> "words of the headlines in common";
            case LEAD_COSINE -> "words of the leads in common";
            case OPENING_COSINE -> "words of headline and lead in common";
            case BODY_COSINE -> "words of the bodies in common";
            case HEADLINE_FOUND -> "one headline found in the other's opening";
            case BOTH_HEADLINES_FOUND -> "each headline found in the other's opening";
            case START_COSINE -> "headline and first words in common";
            case START_FOUND_LATER -> "the beginning of one found further down in the other";
            case CONTAINMENT -> "runs of three words in common";
            case STEM_CONTAINMENT -> "pairs of words in common, endings left out";
            case BODY_COVERED -> "words of the shorter body that the longer has";
            case LEAD_CONTAINMENT -> "runs of three words of the leads in common";
            case SHARED_RARITY -> "words of both openings, by how rare they are";
            case RAREST_SHARED -> "the three rarest words of both openings";
            case SHARED_NUMBERS -> "numbers in both openings";
            case SHARED_COUNTS -> "numbers in both openings that count the same";
            case OTHER_NUMBERS -> "both openings have numbers, none the same";
            case SAME_WEEKDAY -> "both leads name the same day of the week";
            case OTHER_WEEKDAY -> "the leads name different days of the week";
            case ONE_REACTS -> "only one begins with a reaction";
            case BOTH_REACT -> "both begin with a reaction";
            case LENGTH_RATIO -> "difference in length";
            case HEADLINE_TIMES_LEAD -> "headlines and leads alike at once";
            case SAME_OUTLET -> "one outlet published both";
            case SAME_OUTLET_CONTAINMENT -> "runs of three words in common, within one outlet";
            case SHORT -> "one of them is very short";
            case SHORT_HEADLINE_FOUND -> "the headline found again, and one is very short";
            case DAYS_APART -> "days between them";
        };
    }

    /** Where its value stands among those of all, from 0. */
    @SuppressWarnings("EnumOrdinal") // this is what the order of the constants is for; nothing stores it
    public int index() {
        return ordinal();
    }
}

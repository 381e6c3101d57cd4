package io.ghirbal.nlp.story;

/** Compares two articles. */
final class PairFeatures {
    private static final int SHORT_WORDS = 40;

    private PairFeatures() {}

    /**
     * The values of {@link PairFeature}, in its order. The same for both orders of the articles.
     *
     * @param sameOutlet whether one outlet published both
     * @param daysApart days between them, from 0
     */
    static double[] of(ComparableText a, ComparableText b, boolean sameOutlet, long daysApart) {
        WordVector.Overlap headlines = a.headline().overlap(b.headline());
        WordVector.Overlap leads = a.lead().overlap(b.lead());
        WordVector.Overlap openings = a.opening().overlap(b.opening());
        double found = share(a.headline().overlap(b.opening()), a.headline());
        double foundBack = share(b.headline().overlap(a.opening()), b.headline());
        WordVector.Overlap starts = a.start().overlap(b.start());
        double containment = ComparableText.containment(a.trigrams(), b.trigrams());
        int numbers = ComparableText.shared(a.numbers(), b.numbers());
        double[] values = new double[PairFeature.values().length];
        values[PairFeature.BIAS.index()] = 1;
        values[PairFeature.HEADLINE_COSINE.index()] = headlines.cosine();
        values[PairFeature.LEAD_COSINE.index()] = leads.cosine();
        values[PairFeature.OPENING_COSINE.index()] = openings.cosine();
        WordVector.Overlap bodies = a.body().overlap(b.body());
        values[PairFeature.BODY_COSINE.index()] = bodies.cosine();
        values[PairFeature.BODY_COVERED.index()] =
                share(bodies, a.body().rarity() < b.body().rarity() ? a.body() : b.body());
        values[PairFeature.STEM_CONTAINMENT.index()] = ComparableText.containment(a.bigrams(), b.bigrams());
        values[PairFeature.HEADLINE_FOUND.index()] = Math.max(found, foundBack);
        values[PairFeature.BOTH_HEADLINES_FOUND.index()] = Math.min(found, foundBack);
        values[PairFeature.START_COSINE.index()] = starts.cosine();
        values[PairFeature.START_FOUND_LATER.index()] = Math.max(foundLater(a, b, starts), foundLater(b, a, starts));
        values[PairFeature.CONTAINMENT.index()] = containment;
        values[PairFeature.LEAD_CONTAINMENT.index()] = ComparableText.containment(a.leadTrigrams(), b.leadTrigrams());
        values[PairFeature.SHARED_RARITY.index()] = StrictMath.log1p(openings.sharedRarity());
        values[PairFeature.RAREST_SHARED.index()] = openings.rarest();
        values[PairFeature.SHARED_NUMBERS.index()] = StrictMath.log1p(numbers);
        values[PairFeature.SHARED_COUNTS.index()] =
                StrictMath.log1p(ComparableText.shared(a.countedNumbers(), b.countedNumbers()));
        values[PairFeature.OTHER_NUMBERS.index()] =
                numbers == 0 && a.numbers().length > 0 && b.numbers().length > 0 ? 1 : 0;
        int weekdays = a.leadWords() & LeadWords.WEEKDAYS;
        int otherWeekdays = b.leadWords() & LeadWords.WEEKDAYS;
        boolean bothNameDays = weekdays != 0 && otherWeekdays != 0;
        boolean sameDay = (weekdays & otherWeekdays) != 0;
        int reactions = (a.leadWords() & LeadWords.REACTION) + (b.leadWords() & LeadWords.REACTION);
        values[PairFeature.SAME_WEEKDAY.index()] = bothNameDays && sameDay ? 1 : 0;
        values[PairFeature.OTHER_WEEKDAY.index()] = bothNameDays && !sameDay ? 1 : 0;
        values[PairFeature.ONE_REACTS.index()] = reactions == 1 ? 1 : 0;
        values[PairFeature.BOTH_REACT.index()] = reactions == 2 ? 1 : 0;
        boolean isShort = Math.min(a.words(), b.words()) < SHORT_WORDS;
        values[PairFeature.SHORT.index()] = isShort ? 1 : 0;
        values[PairFeature.SHORT_HEADLINE_FOUND.index()] = isShort ? Math.max(found, foundBack) : 0;
        values[PairFeature.LENGTH_RATIO.index()] =
                StrictMath.log((Math.max(a.words(), b.words()) + 1.0) / (Math.min(a.words(), b.words()) + 1.0));
        values[PairFeature.HEADLINE_TIMES_LEAD.index()] = headlines.cosine() * leads.cosine();
        values[PairFeature.SAME_OUTLET.index()] = sameOutlet ? 1 : 0;
        values[PairFeature.SAME_OUTLET_CONTAINMENT.index()] = sameOutlet ? containment : 0;
        values[PairFeature.DAYS_APART.index()] = Math.min(7, daysApart);
        return values;
    }

    /**
     * Whether two texts of different days look like a form that was filled in again: the weather, rates, a table of matches. Of one outlet,
     * the numbers of the one opening must be among those of the other and the days of the week the same; of two, half of them.
     */
    static boolean isFormFilledInAgain(ComparableText a, ComparableText b, boolean sameOutlet, long daysApart) {
        if (daysApart == 0) {
            return false;
        }
        int shared = ComparableText.shared(a.numbers(), b.numbers());
        int fewer = Math.min(a.numbers().length, b.numbers().length);
        int weekdays = (a.leadWords() ^ b.leadWords()) & LeadWords.WEEKDAYS;
        return sameOutlet ? shared < fewer || weekdays != 0 : 2 * shared < fewer;
    }

    private static double foundLater(ComparableText a, ComparableText b, WordVector.Overlap starts) {
        return Math.max(0, share(a.start().overlap(b.body()), a.start()) - share(starts, a.start()));
    }

    private static double share(WordVector.Overlap overlap, WordVector part) {
        double rarity = part.rarity();
        return rarity == 0 ? 0 : overlap.sharedRarity() / rarity;
    }
}

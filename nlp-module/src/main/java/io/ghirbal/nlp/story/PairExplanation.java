package io.ghirbal.nlp.story;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What two articles share, and why they are, or are not, one story or a copy.
 *
 * @param conclusion what they are to each other
 * @param verdict what the model says
 * @param formFilledInAgain whether they look like a form that was filled in again, so that they are no copy whatever else they share
 * @param sameOutlet whether one outlet published both
 * @param daysApart days between them; empty when the day of one is unknown, which is taken for the same day
 * @param reasons what each feature adds, in the order of {@link PairFeature}
 * @param passages what both bodies share word for word, in the order of the first
 * @param words how many words the first body has, as far as it is compared
 * @param otherWords how many the second has
 * @param rareWords the rare words that both openings have, the rarest first
 * @param numbers the numbers that both openings have, in the order of the first
 * @param ownNumbers those that only the first has, as it writes them
 * @param otherNumbers those that only the second has, as it writes them
 */
public record PairExplanation(
        Conclusion conclusion,
        PairModel.Verdict verdict,
        boolean formFilledInAgain,
        boolean sameOutlet,
        OptionalLong daysApart,
        List<Reason> reasons,
        List<SharedPassage> passages,
        int words,
        int otherWords,
        List<SharedWord> rareWords,
        List<SharedWord> numbers,
        List<String> ownNumbers,
        List<String> otherNumbers) {
    /** What adds less to both log-odds is no reason: it moves a likelihood by 2 points of percent at most. */
    private static final double LEAST_REASON = 0.1;

    public PairExplanation {
        reasons = List.copyOf(reasons);
        passages = List.copyOf(passages);
        rareWords = List.copyOf(rareWords);
        numbers = List.copyOf(numbers);
        ownNumbers = List.copyOf(ownNumbers);
        otherNumbers = List.copyOf(otherNumbers);
    }

    /** What two articles are to each other. */
    public enum Conclusion {
        /** The same words in the same order, a dateline in front left out: one text that was published twice. */
        SAME_TEXT,
        /** One is a copy of the other, or of a part of it. */
        COPY,
        /** Both tell one happening, each in words of its own. */
        ONE_STORY,
        /** They tell different happenings. */
        APART
    }

    /**
     * An article to be compared.
     *
     * @param title its headline; null when there is none
     * @param body its cleaned body
     * @param outlet who published it; null when unknown
     * @param day when it was published; null when unknown
     */
    public record Article(
            @Nullable String title,
            String body,
            @Nullable String outlet,
            @Nullable LocalDate day) {}

    /**
     * What a feature adds to the log-odds of both questions: its weight times its value.
     *
     * @param value what the feature is of these two articles
     * @param story what that adds for one story; less than 0 against it
     * @param copy what that adds for a copy
     */
    public record Reason(PairFeature feature, double value, double story, double copy) {
        private boolean matters() {
            return feature != PairFeature.BIAS && Math.max(Math.abs(story), Math.abs(copy)) >= LEAST_REASON;
        }
    }

    /**
     * Log-odds of both questions: each 0 where a likelihood is one half.
     *
     * @param story of one story
     * @param copy of a copy
     */
    public record LogOdds(double story, double copy) {
        private static LogOdds of(Stream<Reason> reasons) {
            return reasons.map(reason -> new LogOdds(reason.story(), reason.copy()))
                    .reduce(new LogOdds(0, 0), (a, b) -> new LogOdds(a.story + b.story, a.copy + b.copy));
        }
    }

    /**
     * A word or number that both openings have.
     *
     * @param written as the first article writes it
     * @param otherWritten as the second does
     * @param rarity how rare it is, in nats; 0 for a number
     */
    public record SharedWord(String written, String otherWritten, double rarity) {}

    /** Compares two articles by the model that comes with the program. */
    public static PairExplanation of(Article first, Article second) {
        return of(first, second, PairModel.standard());
    }

    /** Compares two articles by {@code model}. */
    public static PairExplanation of(Article first, Article second, PairModel model) {
        OptionalLong daysApart = first.day() == null || second.day() == null
                ? OptionalLong.empty()
                : OptionalLong.of(Math.abs(ChronoUnit.DAYS.between(first.day(), second.day())));
        long days = daysApart.orElse(0);
        boolean sameOutlet = first.outlet() != null && first.outlet().equals(second.outlet());
        ComparableText text = ComparableText.of(first.title(), first.body());
        ComparableText other = ComparableText.of(second.title(), second.body());
        PairModel.Verdict verdict = model.compare(text, other, sameOutlet, days);
        BodyWords words = BodyWords.of(first.body());
        BodyWords otherWords = BodyWords.of(second.body());
        OpeningWords opening = OpeningWords.of(first.title(), first.body());
        OpeningWords otherOpening = OpeningWords.of(second.title(), second.body());
        return new PairExplanation(
                conclusion(first, second, verdict),
                verdict,
                PairFeatures.isFormFilledInAgain(text, other, sameOutlet, days),
                sameOutlet,
                daysApart,
                reasons(model, PairModel.values(text, other, sameOutlet, days)),
                SharedPassages.of(words, otherWords),
                words.count(),
                otherWords.count(),
                rareWords(opening.rare(), otherOpening.rare()),
                numbers(opening.numbers(), otherOpening.numbers()),
                ownNumbers(opening.numbers(), otherOpening.numbers()),
                ownNumbers(otherOpening.numbers(), opening.numbers()));
    }

    private static Conclusion conclusion(Article first, Article second, PairModel.Verdict verdict) {
        String digest = TextDigest.of(first.body());
        if (digest != null && digest.equals(TextDigest.of(second.body()))) {
            return Conclusion.SAME_TEXT;
        }
        if (verdict.isCopy()) {
            return Conclusion.COPY;
        }
        return verdict.isOneStory() ? Conclusion.ONE_STORY : Conclusion.APART;
    }

    @SuppressWarnings("ArrayParameter") // read only
    private static List<Reason> reasons(PairModel model, double[] values) {
        List<Reason> reasons = new ArrayList<>();
        for (PairFeature feature : PairFeature.values()) {
            double value = values[feature.index()];
            reasons.add(
                    new Reason(feature, value, model.storyWeight(feature) * value, model.copyWeight(feature) * value));
        }
        return reasons;
    }

    private static List<SharedWord> rareWords(Map<Long, OpeningWords.Rare> rare, Map<Long, OpeningWords.Rare> others) {
        List<SharedWord> shared = new ArrayList<>();
        rare.forEach((stem, word) -> {
            OpeningWords.Rare other = others.get(stem);
            if (other != null) {
                shared.add(new SharedWord(word.written(), other.written(), word.rarity()));
            }
        });
        shared.sort(Comparator.comparingDouble(SharedWord::rarity).reversed());
        return shared;
    }

    private static List<SharedWord> numbers(Map<Long, String> numbers, Map<Long, String> others) {
        List<SharedWord> shared = new ArrayList<>();
        numbers.forEach((value, written) -> {
            String other = others.get(value);
            if (other != null) {
                shared.add(new SharedWord(written, other, 0));
            }
        });
        return shared;
    }

    private static List<String> ownNumbers(Map<Long, String> numbers, Map<Long, String> others) {
        return numbers.entrySet().stream()
                .filter(number -> !others.containsKey(number.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }

    /**
     * The reasons that matter, the one of most weight first, whether for or against: of what makes a copy where there is one, or all but
     * one; else of what makes one story. What every pair begins with is none of them.
     */
    public List<Reason> mainReasons() {
        boolean byCopy = conclusion == Conclusion.SAME_TEXT || conclusion == Conclusion.COPY || isVetoed();
        return reasons.stream()
                .filter(Reason::matters)
                .sorted(Comparator.comparingDouble(
                                (Reason reason) -> -Math.abs(byCopy ? reason.copy() : reason.story()))
                        .thenComparingDouble(reason -> -Math.abs(byCopy ? reason.story() : reason.copy())))
                .toList();
    }

    /** What every pair begins with. */
    public LogOdds beginning() {
        return LogOdds.of(reasons.stream().filter(reason -> reason.feature() == PairFeature.BIAS));
    }

    /** What the reasons add together that are not among the {@link #mainReasons}. */
    public LogOdds minorReasons() {
        return LogOdds.of(reasons.stream().filter(reason -> reason.feature() != PairFeature.BIAS && !reason.matters()));
    }

    /** All together; the likelihoods follow from it, but for a form that was filled in again. */
    public LogOdds sum() {
        return LogOdds.of(reasons.stream());
    }

    /** Whether they would be a copy, were they not a form that was filled in again. */
    public boolean isVetoed() {
        return formFilledInAgain && copyByFeatures() >= 0.5;
    }

    /** How likely a copy would be if a form that was filled in again could be one, from 0 to 1. */
    public double copyByFeatures() {
        return PairModel.probability(sum().copy());
    }

    /** Whether they are too many days apart for the job to compare them: more than {@value StoryWindow#DAYS}. */
    public boolean isOutOfReach() {
        return conclusion != Conclusion.SAME_TEXT && daysApart.orElse(0) > StoryWindow.DAYS;
    }

    /** How many words the {@link #passages} have. */
    public int sharedWords() {
        return passages.stream().mapToInt(SharedPassage::words).sum();
    }

    /** How many words the shorter body has. */
    public int shorterWords() {
        return Math.min(words, otherWords);
    }
}

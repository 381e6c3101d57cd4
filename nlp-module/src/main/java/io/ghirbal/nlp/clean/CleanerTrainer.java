package io.ghirbal.nlp.clean;

import io.ghirbal.nlp.clean.LabelledDocument.RemovedLines;
import io.ghirbal.nlp.clean.Page.Place;
import io.ghirbal.nlp.text.TextLines;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Learns the weights of the cleaner from labelled documents: the conditional likelihood of a linear-chain random field with quadratic
 * penalty, a margin for the lines of an article (losing one is worse than keeping a line too many), and roles finer than the labels left
 * for the model to choose. Each document is read once as it is and again with part of its phrases unknown, as an outlet with formulas of
 * its own would look. The same documents give the same weights.
 */
@SuppressWarnings("EnumOrdinal") // arrays are indexed by role, kind and place; nothing stored depends on it
final class CleanerTrainer {
    /**
     * How to train.
     *
     * @param rounds most steps of the minimizer
     * @param penalty weight of the quadratic penalty
     * @param keepMargin what taking a line of the article for boilerplate costs beyond the likelihood
     * @param removeMargin what taking boilerplate for the article costs
     * @param hiddenCopies how often each document is read with phrases hidden
     * @param hiddenShare which share of the phrases is then unknown, from 0 to 1
     * @param seed of the choice of hidden phrases
     */
    record Settings(
            int rounds,
            double penalty,
            double keepMargin,
            double removeMargin,
            int hiddenCopies,
            double hiddenShare,
            long seed) {
        static Settings standard() {
            return new Settings(120, 1.0, 1.0, 0.0, 1, 0.25, 20231209L);
        }
    }

    /**
     * A document to learn from.
     *
     * @param document text and labels
     * @param weight how much it counts
     * @param composed whether its article was not read line by line, so that boilerplate of its own may hide in it
     */
    record Lesson(LabelledDocument document, double weight, boolean composed) {}

    private static final int R = Role.COUNT;
    private static final int S = States.COUNT;
    private static final int PLACES = Place.values().length;

    /** Evidence that compares sections is rare, and may weigh more than the penalty of the rest would have it. */
    private static final double SECTION_PENALTY = 0.1;

    private static final int ORDER = Features.COUNT * R;
    private static final int CONTEXT = ORDER + R * R;
    private static final int FIRST = CONTEXT + 9;
    private static final int LAST = FIRST + R;
    private static final int TIED = LAST + R;
    private static final int SIZE = TIED + PLACES;

    /**
     * What the definition of boilerplate says before any document does: a paragraph that stands twice is a repetition; a line that is
     * nothing but a formula, or a formula and a few words, is of the kind that the formula announces.
     */
    private static final double[] PRIOR = new double[SIZE];

    /** What a formula weighs that is all of its line, before any document says so: more than the shape of most lines does. */
    private static final double SURE = 6;

    static {
        PRIOR[Features.PARAGRAPH_AGAIN * R + Role.DUPLICATE.ordinal()] = 20;
        for (int place = 0; place < 3; place++) {
            PRIOR[(Features.REPEATS + 2 * 3 + place) * R + Role.DUPLICATE.ordinal()] = SURE;
        }
        PRIOR[(Features.NEAR_COPY + 1) * R + Role.DUPLICATE.ordinal()] = SURE / 3;
        for (Place place : Place.values()) {
            PRIOR[TIED + place.ordinal()] = SURE * announces(place);
            int phrase = Features.PHRASE
                    + place.ordinal() * BoilerplateKind.values().length
                    + BoilerplateKind.RELATED_LINKS.ordinal();
            Role role = place == Place.WHOLE ? Role.LINKS_HEADING : Role.INLINE_LINK;
            PRIOR[phrase * R + role.ordinal()] = SURE * announces(place);
        }
    }

    static {
        // A sentence that ends inside the line makes it text: neither a button nor a name.
        for (Role role : Role.values()) {
            boolean brief = role.compareTo(Role.SOURCE) >= 0
                    && role != Role.PROMO
                    && role != Role.FEEDBACK
                    && role != Role.LEGAL
                    && role != Role.DUPLICATE
                    && role != Role.OTHER;
            for (int f = Features.STOPS + 3; f < Features.STOPS + 9 && brief; f++) {
                PRIOR[f * R + role.ordinal()] = -2;
            }
        }
    }

    static {
        // Fixtures are the article's own, an arrow points somewhere else, a page of short lines only is a list.
        for (int shape = Evidence.SHORT; shape <= Evidence.HEADLINE; shape++) {
            PRIOR[(Features.OPENING + 7 * 3 + shape) * R + Role.INLINE_LINK.ordinal()] = 3;
            PRIOR[(Features.OPENING + 7 * 3 + shape) * R + Role.LINK.ordinal()] = 2;
            PRIOR[(Features.FIXTURE + shape) * R + Role.BODY.ordinal()] = 4;
            PRIOR[(Features.PAGE + shape) * R + Role.BODY.ordinal()] = -0.7;
            PRIOR[(Features.RUN + 4 * 3 + shape) * R + Role.BODY.ordinal()] = -0.7;
            PRIOR[(Features.RUN + 5 * 3 + shape) * R + Role.BODY.ordinal()] = -0.7;
        }
    }

    /** How surely a formula at the place makes the line boilerplate, from 0 to 1. */
    private static double announces(Place place) {
        return switch (place) {
            case WHOLE, LABEL_SHORT -> 1;
            case START_SHORT -> 0.7;
            case LABEL_LONG, INSIDE_SHORT, END -> 0.3;
            case START_LONG, INSIDE_LONG -> 0;
        };
    }

    private static final double[] PENALTY = new double[SIZE];

    static {
        Arrays.fill(PENALTY, 1);
        for (int f = 0; f < Features.COUNT; f++) {
            if (Features.comparesSections(f)) {
                Arrays.fill(PENALTY, f * R, f * R + R, SECTION_PENALTY);
            }
        }
    }

    private final Settings settings;
    private final List<Sequence> sequences = new ArrayList<>();

    private CleanerTrainer(Settings settings) {
        this.settings = settings;
    }

    /** Learns from {@code lessons}. */
    static Weights train(List<Lesson> lessons, Settings settings) {
        CleanerTrainer trainer = new CleanerTrainer(settings);
        Vocabulary vocabulary = Vocabulary.standard();
        SplittableRandom random = new SplittableRandom(settings.seed);
        for (Lesson lesson : lessons) {
            trainer.add(lesson, vocabulary);
            for (int copy = 0; copy < settings.hiddenCopies; copy++) {
                trainer.add(lesson, vocabulary.without(settings.hiddenShare, random.nextLong()));
            }
        }
        double[] x = PRIOR.clone();
        Minimizer.minimize(trainer::loss, x, settings.rounds);
        return weights(x);
    }

    /** A page to learn from: its evidence and, for each line, which states the labels allow. */
    private static final class Sequence {
        final int[][] evidence;
        final boolean[][] allowed;
        final double weight;
        final boolean[] kept;

        Sequence(int[][] evidence, boolean[][] allowed, double weight, boolean[] kept) {
            this.evidence = evidence;
            this.allowed = allowed;
            this.weight = weight;
            this.kept = kept;
        }
    }

    private void add(Lesson lesson, Vocabulary vocabulary) {
        LabelledDocument document = lesson.document;
        Evidence evidence = Evidence.of(TextLines.of(document.text()), document.title(), vocabulary);
        int n = evidence.page.count;
        if (n == 0) {
            return;
        }
        @Nullable BoilerplateKind[] kinds = kinds(evidence, document);
        int[][] active = new int[n][];
        boolean[][] allowed = new boolean[n][S];
        boolean[] kept = new boolean[n];
        int[] buffer = new int[Evidence.MOST];
        for (int i = 0; i < n; i++) {
            active[i] = Arrays.copyOf(buffer, evidence.of(i, buffer));
            boolean open = false;
            for (int s = 0; s < S; s++) {
                allowed[i][s] = isAllowed(States.role(s), i, kinds, evidence, lesson.composed);
                open |= kinds[i] == null && allowed[i][s] && States.role(s).kind() != null;
            }
            kept[i] = kinds[i] == null && !open;
        }
        sequences.add(new Sequence(active, allowed, lesson.weight / (1 + settings.hiddenCopies), kept));
    }

    /** The kind of each line of the page; of identical copies of which one stays, the first one stays. */
    private static @Nullable BoilerplateKind[] kinds(Evidence evidence, LabelledDocument document) {
        Page page = evidence.page;
        @Nullable BoilerplateKind[] kinds = new BoilerplateKind[page.count];
        for (int i = 0; i < page.count; i++) {
            for (RemovedLines range : document.removed()) {
                if (range.first() <= page.number[i] && page.number[i] <= range.last()) {
                    kinds[i] = range.kind();
                }
            }
        }
        for (int i = 0; i < page.count; i++) {
            int first = evidence.copyOf[i];
            if (first >= 0 && kinds[i] == null && kinds[first] == BoilerplateKind.DUPLICATE) {
                kinds[i] = BoilerplateKind.DUPLICATE;
                kinds[first] = null;
            }
        }
        return kinds;
    }

    private static boolean isAllowed(
            Role role, int i, @Nullable BoilerplateKind[] kinds, Evidence evidence, boolean composed) {
        BoilerplateKind kind = kinds[i];
        if (kind == null) {
            boolean title = isTitle(evidence, i, kinds);
            if (role == Role.TITLE) {
                return title;
            }
            if (role == Role.BODY || role == Role.RESUMED) {
                return !title;
            }
            return composed && hidesBoilerplate(role, i, evidence);
        }
        if (role.kind() != kind) {
            return false;
        }
        if (kind == BoilerplateKind.RELATED_LINKS) {
            return role == linkRole(i, kinds, evidence);
        }
        if (kind == BoilerplateKind.RELATED_ARTICLE) {
            boolean first = true;
            boolean second = true;
            for (int j = i - 1; j >= 0 && first; j--) {
                first = kinds[j] != BoilerplateKind.RELATED_ARTICLE;
            }
            for (int j = i - 1; j >= 0 && !first && second; j--) {
                if (kinds[j] == BoilerplateKind.RELATED_ARTICLE) {
                    second = j == 0 || noneOf(kinds, j);
                    break;
                }
            }
            return role == (first ? Role.OTHER_TITLE : second ? Role.OTHER_LEAD : Role.OTHER_BODY);
        }
        return true;
    }

    private static boolean noneOf(@Nullable BoilerplateKind[] kinds, int before) {
        for (int j = 0; j < before; j++) {
            if (kinds[j] == BoilerplateKind.RELATED_ARTICLE) {
                return false;
            }
        }
        return true;
    }

    private static Role linkRole(int i, @Nullable BoilerplateKind[] kinds, Evidence evidence) {
        Page page = evidence.page;
        boolean phrase = page.openingKind(i) == BoilerplateKind.RELATED_LINKS;
        boolean opens = i == 0 || kinds[i - 1] != BoilerplateKind.RELATED_LINKS;
        boolean goesOn = i + 1 < kinds.length && kinds[i + 1] == BoilerplateKind.RELATED_LINKS;
        if (phrase && page.openingPlace(i) == Place.WHOLE) {
            return Role.LINKS_HEADING;
        }
        if (phrase && page.wordCount(i) >= 4) {
            return Role.INLINE_LINK;
        }
        if (opens && !goesOn) {
            return page.wordCount(i) <= 4 ? Role.LINKS_HEADING : Role.INLINE_LINK;
        }
        return opens && page.wordCount(i) <= 4 ? Role.LINKS_HEADING : Role.LINK;
    }

    /** A kept line is the title when it has the words of the headline, or when it stands first and reads as one. */
    private static boolean isTitle(Evidence evidence, int i, @Nullable BoilerplateKind[] kinds) {
        int relation = evidence.titleRelation[i];
        boolean close = relation != 0 && (relation - 1) / 2 <= 1;
        for (int j = 0; j < i; j++) {
            if (kinds[j] == null) {
                return false;
            }
        }
        return close && evidence.shape[i] != Evidence.PARAGRAPH;
    }

    /** Lines of composed articles that stand twice: nobody labelled which copy is one too many. */
    private static boolean hidesBoilerplate(Role role, int i, Evidence evidence) {
        return role == Role.DUPLICATE && evidence.copyOf[i] >= 0 && evidence.page.wordCount(i) >= 4;
    }

    private static Weights weights(double[] x) {
        Weights weights = new Weights();
        for (int f = 0; f < Features.COUNT; f++) {
            BoilerplateKind kind = Features.phraseKind(f);
            for (int r = 0; r < R; r++) {
                double weight = x[f * R + r];
                if (kind != null && isTied(kind, r)) {
                    weight += x[TIED + Features.phrasePlace(f).ordinal()];
                }
                weights.evidence[f * R + r] = rounded(weight);
            }
        }
        for (int i = 0; i < R * R; i++) {
            weights.order[i] = rounded(x[ORDER + i]);
        }
        for (int i = 0; i < 9; i++) {
            weights.context[i] = rounded(x[CONTEXT + i]);
        }
        for (int r = 0; r < R; r++) {
            weights.first[r] = rounded(x[FIRST + r]);
            weights.last[r] = rounded(x[LAST + r]);
        }
        return weights;
    }

    /** Weights are written with two digits, so those are what is scored too. */
    private static float rounded(double weight) {
        return Math.round(weight * 100) / 100f;
    }

    /** A phrase of a kind speaks for the roles of that kind, by a weight that all kinds share: some are rare in what we learn from. */
    private static boolean isTied(BoilerplateKind kind, int role) {
        return kind != BoilerplateKind.RELATED_LINKS && Role.of(role).kind() == kind;
    }

    private double loss(double[] x, double[] slope) {
        Arrays.fill(slope, 0);
        double[][] transitions = new double[S][];
        for (int s = 0; s < S; s++) {
            int[] before = States.BEFORE[s];
            transitions[s] = new double[before.length];
            for (int b = 0; b < before.length; b++) {
                transitions[s][b] = Math.exp(x[ORDER + States.roleIndex(before[b]) * R + States.roleIndex(s)]
                        + x[CONTEXT + States.context(before[b]) * 3 + States.context(s)]);
            }
        }
        double[][] counts = new double[S][];
        for (int s = 0; s < S; s++) {
            counts[s] = new double[transitions[s].length];
        }
        double loss = 0;
        for (Sequence sequence : sequences) {
            double[] scores = scores(sequence, x);
            double[] margin = scores.clone();
            for (int i = 0; i < sequence.kept.length; i++) {
                for (int r = 0; r < R; r++) {
                    boolean keeps = Role.of(r).kind() == null;
                    if (sequence.kept[i] && !keeps) {
                        margin[i * R + r] += settings.keepMargin;
                    } else if (settings.removeMargin > 0 && !sequence.kept[i] && keeps) {
                        margin[i * R + r] += settings.removeMargin;
                    }
                }
            }
            double all = expectations(sequence, margin, null, transitions, counts, x, slope, sequence.weight);
            double right =
                    expectations(sequence, scores, sequence.allowed, transitions, counts, x, slope, -sequence.weight);
            if (Double.isNaN(all - right)) {
                return Double.POSITIVE_INFINITY;
            }
            loss += sequence.weight * (all - right);
        }
        for (int s = 0; s < S; s++) {
            int[] before = States.BEFORE[s];
            for (int b = 0; b < before.length; b++) {
                slope[ORDER + States.roleIndex(before[b]) * R + States.roleIndex(s)] += counts[s][b];
                slope[CONTEXT + States.context(before[b]) * 3 + States.context(s)] += counts[s][b];
            }
        }
        for (int i = 0; i < SIZE; i++) {
            double penalty = PENALTY[i] * settings.penalty;
            double away = x[i] - PRIOR[i];
            loss += 0.5 * penalty * away * away;
            slope[i] += penalty * away;
        }
        return loss;
    }

    private static double[] scores(Sequence sequence, double[] x) {
        int n = sequence.evidence.length;
        double[] scores = new double[n * R];
        for (int i = 0; i < n; i++) {
            for (int f : sequence.evidence[i]) {
                for (int r = 0; r < R; r++) {
                    scores[i * R + r] += x[f * R + r];
                }
                BoilerplateKind kind = Features.phraseKind(f);
                if (kind != null) {
                    for (int r = 0; r < R; r++) {
                        if (isTied(kind, r)) {
                            scores[i * R + r] +=
                                    x[TIED + Features.phrasePlace(f).ordinal()];
                        }
                    }
                }
            }
        }
        return scores;
    }

    /**
     * The logarithm of the sum over all allowed paths; adds the expected counts, times {@code weight}, to {@code slope}. Not a number when a
     * step of the minimizer went too far for the numbers to hold.
     */
    private static double expectations(
            Sequence sequence,
            double[] scores,
            boolean @Nullable [][] allowed,
            double[][] transitions,
            double[][] counts,
            double[] x,
            double[] slope,
            double weight) {
        int n = sequence.evidence.length;
        double[][] emission = new double[n][S];
        double[][] forward = new double[n][S];
        double[] scale = new double[n];
        double logarithm = 0;
        for (int i = 0; i < n; i++) {
            double top = Double.NEGATIVE_INFINITY;
            for (int r = 0; r < R; r++) {
                top = Math.max(top, scores[i * R + r]);
            }
            logarithm += top;
            double[] byRole = new double[R];
            for (int r = 0; r < R; r++) {
                byRole[r] = Math.exp(scores[i * R + r] - top);
            }
            for (int s = 0; s < S; s++) {
                emission[i][s] = allowed == null || allowed[i][s] ? byRole[States.roleIndex(s)] : 0;
            }
        }
        for (int i = 0; i < n; i++) {
            double sum = 0;
            for (int s = 0; s < S; s++) {
                double value = 0;
                if (emission[i][s] > 0) {
                    if (i == 0) {
                        value = States.starts(s) ? Math.exp(x[FIRST + States.roleIndex(s)]) : 0;
                    } else {
                        int[] before = States.BEFORE[s];
                        for (int b = 0; b < before.length; b++) {
                            value += forward[i - 1][before[b]] * transitions[s][b];
                        }
                    }
                    value *= emission[i][s];
                }
                if (i == n - 1) {
                    value *= States.ends(s) ? Math.exp(x[LAST + States.roleIndex(s)]) : 0;
                }
                forward[i][s] = value;
                sum += value;
            }
            if (!(sum > 0) || sum == Double.POSITIVE_INFINITY) {
                return Double.NaN;
            }
            scale[i] = sum;
            logarithm += Math.log(sum);
            for (int s = 0; s < S; s++) {
                forward[i][s] /= sum;
            }
        }
        double[] after = new double[S];
        Arrays.fill(after, 1);
        double[] earlier = new double[S];
        for (int i = n - 1; i >= 0; i--) {
            double[] byRole = new double[R];
            for (int s = 0; s < S; s++) {
                double probability = forward[i][s] * after[s];
                byRole[States.roleIndex(s)] += probability;
                if (i == 0) {
                    slope[FIRST + States.roleIndex(s)] += weight * probability;
                }
                if (i == n - 1) {
                    slope[LAST + States.roleIndex(s)] += weight * probability;
                }
            }
            for (int f : sequence.evidence[i]) {
                for (int r = 0; r < R; r++) {
                    slope[f * R + r] += weight * byRole[r];
                }
                BoilerplateKind kind = Features.phraseKind(f);
                if (kind != null) {
                    for (int r = 0; r < R; r++) {
                        if (isTied(kind, r)) {
                            slope[TIED + Features.phrasePlace(f).ordinal()] += weight * byRole[r];
                        }
                    }
                }
            }
            if (i == 0) {
                break;
            }
            Arrays.fill(earlier, 0);
            for (int s = 0; s < S; s++) {
                double here = emission[i][s] * after[s] / scale[i];
                if (i == n - 1) {
                    here *= States.ends(s) ? Math.exp(x[LAST + States.roleIndex(s)]) : 0;
                }
                if (here == 0) {
                    continue;
                }
                int[] before = States.BEFORE[s];
                double[] count = counts[s];
                for (int b = 0; b < before.length; b++) {
                    int p = before[b];
                    double pair = transitions[s][b] * here;
                    earlier[p] += pair;
                    count[b] += weight * forward[i - 1][p] * pair;
                }
            }
            System.arraycopy(earlier, 0, after, 0, S);
        }
        return logarithm;
    }
}

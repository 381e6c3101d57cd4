package io.ghirbal.nlp.clean.training;

import io.ghirbal.nlp.clean.Role;
import io.ghirbal.nlp.clean.States;
import java.util.Arrays;
import java.util.List;

/**
 * How badly parameters explain labelled documents: the objective that training makes small. It is the negative logarithm of the conditional
 * likelihood of the labels under a linear-chain conditional random field (Lafferty, McCallum and Pereira 2001), plus the cost of the
 * parameters under their prior. {@link Parameters} numbers what it is a function of.
 *
 * <p>Labels that allow a line several states count as all of these: the field is free to choose among them (Quattoni et al. 2007). And
 * taking a line of an article for boilerplate costs a margin beyond the likelihood, since to lose one is worse than to keep a line too many
 * (the softmax margin of Gimpel and Smith 2010).
 */
@SuppressWarnings("EnumOrdinal") // parameters are numbered by role; they are stored by name
final class CrfObjective implements Lbfgs.Function {
    private static final int R = Parameters.ROLES;
    private static final int S = States.COUNT;

    private static final int[] ROLE = new int[S];
    private static final int[] CONTEXT = new int[S];
    private static final boolean[] STARTS = new boolean[S];
    private static final boolean[] ENDS = new boolean[S];
    private static final int[][] BEFORE = new int[S][];
    /** By role: whether a line of the role is boilerplate. */
    private static final boolean[] REMOVES = new boolean[R];

    static {
        for (Role role : Role.values()) {
            REMOVES[role.ordinal()] = role.kind() != null;
        }
        for (int s = 0; s < S; s++) {
            ROLE[s] = States.role(s).ordinal();
            CONTEXT[s] = States.context(s);
            STARTS[s] = States.starts(s);
            ENDS[s] = States.ends(s);
            BEFORE[s] = States.before(s);
        }
    }

    private final List<LabelledSequence> sequences;
    private final GaussianPrior prior;
    private final double keepMargin;

    /**
     * The objective for these documents.
     *
     * @param keepMargin what taking a line of an article for boilerplate costs beyond the likelihood, in units of log-likelihood
     */
    CrfObjective(List<LabelledSequence> sequences, GaussianPrior prior, double keepMargin) {
        this.sequences = List.copyOf(sequences);
        this.prior = prior;
        this.keepMargin = keepMargin;
    }

    /** The objective at {@code x}; infinite where the numbers are too large to compute it. */
    @Override
    public double at(double[] x, double[] gradient) {
        Arrays.fill(gradient, 0);
        Transitions transitions = new Transitions(x);
        double loss = 0;
        for (LabelledSequence sequence : sequences) {
            double[] scores = scores(sequence, x);
            double all = new Lattice(sequence, withMargin(sequence, scores), sequence.admissible(), transitions)
                    .addExpectations(sequence.weight(), gradient);
            double right = new Lattice(sequence, scores, sequence.allowed(), transitions)
                    .addExpectations(-sequence.weight(), gradient);
            if (Double.isNaN(all - right)) {
                return Double.POSITIVE_INFINITY;
            }
            loss += sequence.weight() * (all - right);
        }
        transitions.addTo(gradient);
        for (int i = 0; i < x.length; i++) {
            loss += prior.cost(i, x[i]);
            gradient[i] += prior.slope(i, x[i]);
        }
        return loss;
    }

    /** What the features of line {@code i} speak for role {@code r}, at {@code i * R + r}. */
    private static double[] scores(LabelledSequence sequence, double[] x) {
        double[] scores = new double[sequence.lines() * R];
        for (int i = 0; i < sequence.lines(); i++) {
            for (int f : sequence.features()[i]) {
                int place = Parameters.place(f);
                for (int r = 0; r < R; r++) {
                    scores[i * R + r] += x[Parameters.feature(f, r)];
                    if (place != Parameters.NONE && Parameters.placeSpeaksFor(f, r)) {
                        scores[i * R + r] += x[place];
                    }
                }
            }
        }
        return scores;
    }

    private double[] withMargin(LabelledSequence sequence, double[] scores) {
        double[] margin = scores.clone();
        for (int i = 0; i < sequence.lines(); i++) {
            for (int r = 0; r < R && sequence.kept()[i]; r++) {
                margin[i * R + r] += REMOVES[r] ? keepMargin : 0;
            }
        }
        return margin;
    }

    /** What a step from one state to the next weighs, and how often the documents are expected to make it. */
    private static final class Transitions {
        /** By state and place in {@link #BEFORE}. */
        private final double[][] weights = new double[S][];

        private final double[][] counts = new double[S][];
        /** By state. */
        private final double[] first = new double[S];

        private final double[] last = new double[S];
        /** By role. */
        private final double[] firstCounts = new double[R];

        private final double[] lastCounts = new double[R];

        Transitions(double[] x) {
            for (int s = 0; s < S; s++) {
                first[s] = STARTS[s] ? Math.exp(x[Parameters.first(ROLE[s])]) : 0;
                last[s] = ENDS[s] ? Math.exp(x[Parameters.last(ROLE[s])]) : 0;
                weights[s] = new double[BEFORE[s].length];
                counts[s] = new double[BEFORE[s].length];
                for (int b = 0; b < BEFORE[s].length; b++) {
                    int earlier = BEFORE[s][b];
                    weights[s][b] = Math.exp(x[Parameters.order(ROLE[earlier], ROLE[s])]
                            + x[Parameters.context(CONTEXT[earlier], CONTEXT[s])]);
                }
            }
        }

        void addTo(double[] gradient) {
            for (int r = 0; r < R; r++) {
                gradient[Parameters.first(r)] += firstCounts[r];
                gradient[Parameters.last(r)] += lastCounts[r];
            }
            for (int s = 0; s < S; s++) {
                for (int b = 0; b < BEFORE[s].length; b++) {
                    int earlier = BEFORE[s][b];
                    gradient[Parameters.order(ROLE[earlier], ROLE[s])] += counts[s][b];
                    gradient[Parameters.context(CONTEXT[earlier], CONTEXT[s])] += counts[s][b];
                }
            }
        }
    }

    /** All paths through the states of a document, summed by the forward-backward algorithm; each line is scaled to keep the numbers small. */
    private static final class Lattice {
        private final LabelledSequence sequence;
        private final Transitions transitions;
        private final int lines;
        private final double[][] emission;
        /** The share of the paths up to a line that end in a state. */
        private final double[][] forward;

        private final double[] scale;
        private double logarithm;

        /** @param allowed by line and state: whether paths may go through; null for all paths */
        Lattice(LabelledSequence sequence, double[] scores, boolean[][] allowed, Transitions transitions) {
            this.sequence = sequence;
            this.transitions = transitions;
            lines = sequence.lines();
            emission = new double[lines][S];
            forward = new double[lines][S];
            scale = new double[lines];
            for (int i = 0; i < lines; i++) {
                emit(i, scores, allowed);
            }
            for (int i = 0; i < lines && !Double.isNaN(logarithm); i++) {
                goForward(i);
            }
        }

        private void emit(int i, double[] scores, boolean[][] allowed) {
            double top = Double.NEGATIVE_INFINITY;
            for (int s = 0; s < S; s++) {
                top = allowed[i][s] ? Math.max(top, scores[i * R + ROLE[s]]) : top;
            }
            logarithm += top;
            double[] byRole = new double[R];
            for (int r = 0; r < R; r++) {
                byRole[r] = Math.exp(Math.min(0, scores[i * R + r] - top));
            }
            for (int s = 0; s < S; s++) {
                emission[i][s] = allowed[i][s] ? byRole[ROLE[s]] : 0;
            }
        }

        private void goForward(int i) {
            double sum = 0;
            for (int s = 0; s < S; s++) {
                double value = 0;
                if (emission[i][s] > 0) {
                    if (i == 0) {
                        value = transitions.first[s];
                    } else {
                        for (int b = 0; b < BEFORE[s].length; b++) {
                            value += forward[i - 1][BEFORE[s][b]] * transitions.weights[s][b];
                        }
                    }
                    value *= emission[i][s];
                }
                if (i == lines - 1) {
                    value *= transitions.last[s];
                }
                forward[i][s] = value;
                sum += value;
            }
            if (!(sum > 0) || sum == Double.POSITIVE_INFINITY) {
                logarithm = Double.NaN;
                return;
            }
            scale[i] = sum;
            logarithm += Math.log(sum);
            for (int s = 0; s < S; s++) {
                forward[i][s] /= sum;
            }
        }

        /**
         * Adds how often each parameter is expected to count, times {@code weight}: for features to {@code gradient}, for transitions to
         * the transitions.
         *
         * @return the logarithm of the sum over all paths; not a number where a step of the minimiser went too far for the numbers to hold
         */
        double addExpectations(double weight, double[] gradient) {
            if (Double.isNaN(logarithm)) {
                return logarithm;
            }
            double[] after = new double[S];
            Arrays.fill(after, 1);
            for (int i = lines - 1; i >= 0; i--) {
                double[] byRole = new double[R];
                for (int s = 0; s < S; s++) {
                    double probability = forward[i][s] * after[s];
                    byRole[ROLE[s]] += probability;
                    transitions.firstCounts[ROLE[s]] += i == 0 ? weight * probability : 0;
                    transitions.lastCounts[ROLE[s]] += i == lines - 1 ? weight * probability : 0;
                }
                addFeatures(sequence.features()[i], byRole, weight, gradient);
                if (i > 0) {
                    after = goBack(i, after, weight);
                }
            }
            return logarithm;
        }

        private static void addFeatures(int[] features, double[] byRole, double weight, double[] gradient) {
            for (int f : features) {
                int place = Parameters.place(f);
                for (int r = 0; r < R; r++) {
                    gradient[Parameters.feature(f, r)] += weight * byRole[r];
                    if (place != Parameters.NONE && Parameters.placeSpeaksFor(f, r)) {
                        gradient[place] += weight * byRole[r];
                    }
                }
            }
        }

        /** From what the paths behind line {@code i} sum to, by its state, what those behind the line before it do. */
        private double[] goBack(int i, double[] after, double weight) {
            double[] earlier = new double[S];
            for (int s = 0; s < S; s++) {
                double here = emission[i][s] * after[s] / scale[i];
                if (i == lines - 1) {
                    here *= transitions.last[s];
                }
                if (here == 0) {
                    continue;
                }
                for (int b = 0; b < BEFORE[s].length; b++) {
                    int before = BEFORE[s][b];
                    double pair = transitions.weights[s][b] * here;
                    earlier[before] += pair;
                    transitions.counts[s][b] += weight * forward[i - 1][before] * pair;
                }
            }
            return earlier;
        }
    }
}

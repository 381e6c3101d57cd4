package io.ghirbal.nlp.clean;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Finds the best sequence of roles for the lines of a page: a linear-chain conditional random field (Lafferty et al. 2001), decoded by
 * Viterbi's algorithm in time linear in the number of lines.
 */
final class SequenceModel {
    /** Scores are decoded as whole numbers of this part of a unit: sums stay exact, and whole numbers compare fast. */
    private static final float SCALE = 1024f;

    private static final int NEVER = -(1 << 29);
    private static final int S = States.COUNT;

    private final Weights weights;
    private final int[] roles = new int[S];
    private final int[] first = new int[S];
    private final int[] last = new int[S];
    /** For each state the states before it, and what coming from each weighs. */
    private final int[][] before = States.BEFORE;

    private final int[][] beforeWeight = new int[S][];
    /** For each state the states after it, and what going to each weighs. */
    private final int[][] after = new int[S][];

    private final int[][] afterWeight = new int[S][];

    SequenceModel(Weights weights) {
        this.weights = weights;
        int[] afterCount = new int[S];
        for (int s = 0; s < S; s++) {
            roles[s] = States.roleIndex(s);
            first[s] = States.starts(s) ? scaled(weights.first[roles[s]]) : NEVER;
            last[s] = States.ends(s) ? scaled(weights.last[roles[s]]) : NEVER;
            after[s] = new int[S];
            afterWeight[s] = new int[S];
        }
        for (int later = 0; later < S; later++) {
            beforeWeight[later] = new int[before[later].length];
            for (int b = 0; b < before[later].length; b++) {
                int earlier = before[later][b];
                int weight = scaled(weights.order[States.roleIndex(earlier) * Role.COUNT + States.roleIndex(later)]
                        + weights.context[States.context(earlier) * 3 + States.context(later)]);
                beforeWeight[later][b] = weight;
                after[earlier][afterCount[earlier]] = later;
                afterWeight[earlier][afterCount[earlier]++] = weight;
            }
        }
        for (int s = 0; s < S; s++) {
            after[s] = Arrays.copyOf(after[s], afterCount[s]);
            afterWeight[s] = Arrays.copyOf(afterWeight[s], afterCount[s]);
        }
    }

    private static int scaled(float weight) {
        return Math.round(weight * SCALE);
    }

    /** What the evidence alone says: the score of role {@code r} for line {@code i} at {@code i * Role.COUNT + r}. */
    float[] score(Evidence evidence) {
        int n = evidence.page.count;
        float[] scores = new float[n * Role.COUNT];
        int[] active = new int[Evidence.MOST];
        float[] table = weights.evidence;
        for (int i = 0; i < n; i++) {
            int size = evidence.of(i, active);
            int to = i * Role.COUNT;
            for (int a = 0; a < size; a++) {
                int from = active[a] * Role.COUNT;
                for (int r = 0; r < Role.COUNT; r++) {
                    scores[to + r] += table[from + r];
                }
            }
        }
        return scores;
    }

    /** The best states for lines of which the evidence scores the roles as {@link #score} says. */
    Path decode(float[] scores) {
        return new Path(scores);
    }

    /** The best states of the lines of a page. */
    final class Path {
        private final int[] scores;
        private final int lines;
        /** The best score of a reading that ends in state {@code s} at line {@code i}, at {@code i * S + s}, up to a constant a line. */
        private final int[] forward;

        private final int[] states;

        private Path(float[] scores) {
            this.scores = new int[scores.length];
            for (int i = 0; i < scores.length; i++) {
                this.scores[i] = scaled(scores[i]);
            }
            lines = scores.length / Role.COUNT;
            forward = new int[lines * S];
            states = new int[lines];
            if (lines > 0) {
                goForward();
                trace();
            }
        }

        /** The best state of each line. */
        int[] states() {
            return states;
        }

        private void goForward() {
            int[] now = new int[S];
            int[] next = new int[S];
            for (int s = 0; s < S; s++) {
                now[s] = first[s] + scores[roles[s]];
            }
            System.arraycopy(now, 0, forward, 0, S);
            for (int i = 1; i < lines; i++) {
                int top = step(now, next, before, beforeWeight, scores, i * Role.COUNT);
                level(next, top);
                System.arraycopy(next, 0, forward, i * S, S);
                int[] swap = now;
                now = next;
                next = swap;
            }
        }

        /** Walks back from the best last state; the one before it is found again from the scores, which is cheaper than to store it. */
        private void trace() {
            int at = (lines - 1) * S;
            int state = 0;
            for (int s = 1; s < S; s++) {
                if (forward[at + s] + last[s] > forward[at + state] + last[state]) {
                    state = s;
                }
            }
            for (int i = lines - 1; i > 0; i--) {
                states[i] = state;
                at -= S;
                int[] from = before[state];
                int[] weight = beforeWeight[state];
                int best = 0;
                for (int b = 1; b < from.length; b++) {
                    if (forward[at + from[b]] + weight[b] > forward[at + from[best]] + weight[best]) {
                        best = b;
                    }
                }
                state = from[best];
            }
            states[0] = state;
        }

        /**
         * How much worse the best reading is in which a line changes sides, kept or removed, for each line: 0 says the model cannot tell.
         */
        float[] margins() {
            float[] margins = new float[lines];
            int[] rest = last.clone();
            int[] earlier = new int[S];
            for (int i = lines - 1; i >= 0; i--) {
                int kept = Integer.MIN_VALUE;
                int removed = Integer.MIN_VALUE;
                for (int s = 0; s < S; s++) {
                    int total = forward[i * S + s] + rest[s];
                    if (KEEPS[s]) {
                        kept = Math.max(kept, total);
                    } else {
                        removed = Math.max(removed, total);
                    }
                    rest[s] += scores[i * Role.COUNT + roles[s]];
                }
                margins[i] = Math.abs(kept - removed) / SCALE;
                int top = step(rest, earlier, after, afterWeight, null, 0);
                level(earlier, top);
                int[] swap = rest;
                rest = earlier;
                earlier = swap;
            }
            return margins;
        }
    }

    private static final boolean[] KEEPS = new boolean[S];

    static {
        for (int s = 0; s < S; s++) {
            KEEPS[s] = States.role(s).kind() == null;
        }
    }

    /** For each state the best of the states {@code from} it can be reached from, and its own score; answers the highest. */
    private int step(int[] from, int[] to, int[][] neighbours, int[][] weights, int @Nullable [] scores, int line) {
        int top = NEVER;
        for (int s = 0; s < S; s++) {
            int[] neighbour = neighbours[s];
            int[] weight = weights[s];
            int highest = Integer.MIN_VALUE;
            for (int b = 0; b < neighbour.length; b++) {
                highest = Math.max(highest, from[neighbour[b]] + weight[b]);
            }
            int score = neighbour.length == 0 ? NEVER : scores == null ? highest : highest + scores[line + roles[s]];
            to[s] = score;
            top = Math.max(top, score);
        }
        return top;
    }

    /** Scores grow with the page; only their differences count. */
    private static void level(int[] scores, int top) {
        for (int s = 0; s < S; s++) {
            scores[s] = Math.max(scores[s] - top, NEVER);
        }
    }
}

package io.ghirbal.nlp.clean;

import java.util.Arrays;

/**
 * Finds the best sequence of roles for the lines of a page: a linear-chain conditional random field (Lafferty et al. 2001), decoded by
 * Viterbi's algorithm in time linear in the number of lines.
 */
final class SequenceModel {
    private static final float NEVER = -1e9f;

    private final Weights weights;
    /** For each state, in the order of {@link States#BEFORE}, the weight of coming from that earlier state. */
    private final float[][] transitions;

    SequenceModel(Weights weights) {
        this.weights = weights;
        transitions = new float[States.COUNT][];
        for (int state = 0; state < States.COUNT; state++) {
            int[] before = States.BEFORE[state];
            transitions[state] = new float[before.length];
            for (int i = 0; i < before.length; i++) {
                transitions[state][i] =
                        weights.order[States.roleIndex(before[i]) * Role.COUNT + States.roleIndex(state)]
                                + weights.context[States.context(before[i]) * 3 + States.context(state)];
            }
        }
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

    /** The best state of each line. */
    int[] decode(float[] scores) {
        int n = scores.length / Role.COUNT;
        int[] best = new int[n];
        if (n == 0) {
            return best;
        }
        byte[] from = new byte[n * States.COUNT];
        float[] now = new float[States.COUNT];
        float[] next = new float[States.COUNT];
        for (int s = 0; s < States.COUNT; s++) {
            now[s] = States.starts(s) ? weights.first[States.roleIndex(s)] + scores[States.roleIndex(s)] : NEVER;
        }
        for (int i = 1; i < n; i++) {
            int at = i * Role.COUNT;
            for (int s = 0; s < States.COUNT; s++) {
                int[] before = States.BEFORE[s];
                float[] transition = transitions[s];
                float highest = NEVER * 2;
                int argument = 0;
                for (int b = 0; b < before.length; b++) {
                    float score = now[before[b]] + transition[b];
                    if (score > highest) {
                        highest = score;
                        argument = before[b];
                    }
                }
                next[s] = highest + scores[at + States.roleIndex(s)];
                from[i * States.COUNT + s] = (byte) argument;
            }
            // Scores grow with the page; only their differences count, and a float keeps few digits.
            float top = NEVER;
            for (float score : next) {
                top = Math.max(top, score);
            }
            for (int s = 0; s < States.COUNT; s++) {
                next[s] = Math.max(next[s] - top, NEVER);
            }
            float[] swap = now;
            now = next;
            next = swap;
        }
        int state = 0;
        float highest = NEVER * 3;
        for (int s = 0; s < States.COUNT; s++) {
            float score = States.ends(s) ? now[s] + weights.last[States.roleIndex(s)] : NEVER * 2;
            if (score > highest) {
                highest = score;
                state = s;
            }
        }
        for (int i = n - 1; i >= 0; i--) {
            best[i] = state;
            state = from[i * States.COUNT + state];
        }
        return best;
    }

    /**
     * How much worse the best reading is in which a line changes sides, kept or removed, for each line: 0 says the model cannot tell.
     */
    float[] margins(float[] scores) {
        int n = scores.length / Role.COUNT;
        float[] margins = new float[n];
        if (n == 0) {
            return margins;
        }
        float[] forward = new float[n * States.COUNT];
        for (int s = 0; s < States.COUNT; s++) {
            forward[s] = States.starts(s) ? weights.first[States.roleIndex(s)] + scores[States.roleIndex(s)] : NEVER;
        }
        for (int i = 1; i < n; i++) {
            float top = NEVER;
            for (int s = 0; s < States.COUNT; s++) {
                float highest = NEVER * 2;
                int[] before = States.BEFORE[s];
                for (int b = 0; b < before.length; b++) {
                    highest = Math.max(highest, forward[(i - 1) * States.COUNT + before[b]] + transitions[s][b]);
                }
                float score = highest + scores[i * Role.COUNT + States.roleIndex(s)];
                forward[i * States.COUNT + s] = score;
                top = Math.max(top, score);
            }
            for (int s = 0; s < States.COUNT; s++) {
                forward[i * States.COUNT + s] = Math.max(forward[i * States.COUNT + s] - top, NEVER);
            }
        }
        float[] after = new float[States.COUNT];
        for (int s = 0; s < States.COUNT; s++) {
            after[s] = States.ends(s) ? weights.last[States.roleIndex(s)] : NEVER;
        }
        float[] earlier = new float[States.COUNT];
        for (int i = n - 1; i >= 0; i--) {
            float kept = NEVER * 3;
            float removed = NEVER * 3;
            for (int s = 0; s < States.COUNT; s++) {
                float total = forward[i * States.COUNT + s] + after[s];
                if (States.role(s).kind() == null) {
                    kept = Math.max(kept, total);
                } else {
                    removed = Math.max(removed, total);
                }
            }
            margins[i] = Math.abs(kept - removed);
            Arrays.fill(earlier, NEVER * 2);
            float top = NEVER;
            for (int s = 0; s < States.COUNT; s++) {
                float score = after[s] + scores[i * Role.COUNT + States.roleIndex(s)];
                int[] before = States.BEFORE[s];
                for (int b = 0; b < before.length; b++) {
                    earlier[before[b]] = Math.max(earlier[before[b]], score + transitions[s][b]);
                }
            }
            for (float score : earlier) {
                top = Math.max(top, score);
            }
            for (int s = 0; s < States.COUNT; s++) {
                after[s] = Math.max(earlier[s] - top, NEVER);
            }
        }
        return margins;
    }
}

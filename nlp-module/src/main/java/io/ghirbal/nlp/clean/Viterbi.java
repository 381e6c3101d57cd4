package io.ghirbal.nlp.clean;

import java.util.Arrays;

/** Finds the best sequence of states for the lines of a page: Viterbi's algorithm, in time linear in the number of lines. */
final class Viterbi {
    /** Scores are decoded as whole numbers of this part of a unit: sums stay exact, and whole numbers compare fast. */
    private static final float SCALE = 1024f;

    private static final int NEVER = -(1 << 29);
    private static final int CLOSED = scaled(LinearChainCrf.INADMISSIBLE);

    private static final int S = States.COUNT;

    private final int[] roles = new int[S];
    private final int[] first = new int[S];
    private final int[] last = new int[S];
    private final Steps onward;
    private final Steps back;

    Viterbi(LinearChainCrf model) {
        int[] forward = new int[S * S];
        int[] backward = new int[S * S];
        Arrays.fill(forward, NEVER);
        Arrays.fill(backward, NEVER);
        for (int s = 0; s < S; s++) {
            roles[s] = States.roleIndex(s);
            first[s] = States.starts(s) ? scaled(model.first[roles[s]]) : NEVER;
            last[s] = States.ends(s) ? scaled(model.last[roles[s]]) : NEVER;
            for (int earlier : States.BEFORE[s]) {
                int weight = scaled(model.order[States.roleIndex(earlier) * Role.COUNT + States.roleIndex(s)]
                        + model.context[States.context(earlier) * 3 + States.context(s)]);
                forward[s * S + earlier] = weight;
                backward[earlier * S + s] = weight;
            }
        }
        onward = new Steps(forward);
        back = new Steps(backward);
    }

    private static int scaled(float weight) {
        return Math.round(weight * SCALE);
    }

    /** The best states for lines of which the evidence scores the roles as {@link LinearChainCrf#score} says. */
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
            Room room = new Room();
            for (int s = 0; s < S; s++) {
                now[s] = first[s] + scores[roles[s]];
            }
            System.arraycopy(now, 0, forward, 0, S);
            for (int i = 1; i < lines; i++) {
                int at = i * Role.COUNT;
                for (int s = 0; s < S; s++) {
                    room.open[s] = scores[at + roles[s]] > CLOSED;
                }
                onward.take(now, next, room);
                for (int s = 0; s < S; s++) {
                    next[s] += scores[at + roles[s]];
                }
                level(next);
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
                state = onward.bestBefore(state, forward, at);
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
            Room room = new Room();
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
                back.take(rest, earlier, room);
                level(earlier);
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

    /** Scores grow with the page; only their differences count. */
    private static void level(int[] scores) {
        int top = NEVER;
        for (int s = 0; s < S; s++) {
            top = Math.max(top, scores[s]);
        }
        for (int s = 0; s < S; s++) {
            scores[s] = Math.max(scores[s] - top, NEVER);
        }
    }

    /**
     * The steps from each state to each other. Neighbouring states that may step to the same states are a group: of a group, those that lie
     * so far behind its best that no step can make up for it are passed over, which changes no result.
     */
    private static final class Steps {
        /** What the step to {@code a} from {@code b} weighs, at {@code a * S + b}; {@link #NEVER} when there is none. */
        private final int[] weights;
        /** The range of states from which each state may be stepped to. */
        private final int[] low = new int[S];

        private final int[] high = new int[S];
        /** Where the group of each state ends. */
        private final int[] groupEnd = new int[S];
        /** How much more a step from {@code a} can weigh than the same step from {@code b}, at {@code b * S + a}; for states of a group. */
        private final int[] slack = new int[S * S];

        Steps(int[] weights) {
            this.weights = weights;
            for (int a = 0; a < S; a++) {
                low[a] = S;
                for (int from = 0; from < S; from++) {
                    if (weights[a * S + from] != NEVER) {
                        low[a] = Math.min(low[a], from);
                        high[a] = from + 1;
                    }
                }
                low[a] = Math.min(low[a], high[a]);
                groupEnd[a] = a + 1;
                while (groupEnd[a] < S && alike(a, groupEnd[a])) {
                    groupEnd[a]++;
                }
                for (int b = 0; b < S; b++) {
                    int most = Integer.MIN_VALUE;
                    for (int to = 0; to < S; to++) {
                        most = Math.max(most, weights[to * S + a] - weights[to * S + b]);
                    }
                    slack[b * S + a] = most;
                }
            }
        }

        private boolean alike(int a, int b) {
            for (int to = 0; to < S; to++) {
                if ((weights[to * S + a] == NEVER) != (weights[to * S + b] == NEVER)) {
                    return false;
                }
            }
            return true;
        }

        /** For each state {@code to} that is open the best of the states {@code from} with the step between them. */
        void take(int[] from, int[] to, Room room) {
            findActive(from, room);
            int[] active = room.active;
            int[] score = room.score;
            for (int s = 0; s < S; s++) {
                int highest = 2 * NEVER;
                if (!room.open[s]) {
                    to[s] = highest;
                    continue;
                }
                int end = room.before[high[s]];
                for (int k = room.before[low[s]]; k < end; k++) {
                    highest = Math.max(highest, score[k] + weights[s * S + active[k]]);
                }
                to[s] = highest;
            }
        }

        private void findActive(int[] from, Room room) {
            int active = 0;
            for (int begin = 0; begin < S; begin = groupEnd[begin]) {
                int end = groupEnd[begin];
                int leader = begin;
                for (int s = begin + 1; s < end; s++) {
                    leader = from[s] > from[leader] ? s : leader;
                }
                int best = from[leader];
                for (int s = begin; s < end; s++) {
                    room.before[s] = active;
                    if (s == leader || from[s] + slack[leader * S + s] > best) {
                        room.active[active] = s;
                        room.score[active++] = from[s];
                    }
                }
            }
            room.before[S] = active;
        }

        /** Of the states before {@code state} the one from which the best step comes; their scores begin at {@code at}. */
        int bestBefore(int state, int[] scores, int at) {
            int best = low[state];
            for (int s = best + 1; s < high[state]; s++) {
                if (scores[at + s] + weights[state * S + s] > scores[at + best] + weights[state * S + best]) {
                    best = s;
                }
            }
            return best;
        }
    }

    /** The states that may be and that matter in one step, their scores, and how many of them come before each state. */
    private static final class Room {
        final int[] active = new int[S];
        final int[] score = new int[S];
        final int[] before = new int[S + 1];
        /** The states of the roles that the line may have: a reading comes to its end without the others. */
        final boolean[] open = new boolean[S];

        Room() {
            Arrays.fill(open, true);
        }
    }
}

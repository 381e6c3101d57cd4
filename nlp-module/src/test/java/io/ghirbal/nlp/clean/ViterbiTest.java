package io.ghirbal.nlp.clean;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cross-checks the search, which passes over states that cannot win, with one that tries every step. */
class ViterbiTest {
    private static final int S = States.COUNT;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void findsAPathAsGoodAsTryingEveryStepDoes(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        LinearChainCrf model = randomModel(random);
        float[] scores = randomScores(random, 40);

        int[] path = new Viterbi(model).decode(scores).states();

        assertThat(total(path, scores, model)).isEqualTo(best(scores, model, -1, true));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void saysHowMuchWorseTheBestPathIsInWhichALineChangesSides(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        LinearChainCrf model = randomModel(random);
        float[] scores = randomScores(random, 12);

        float[] margins = new Viterbi(model).decode(scores).margins();

        for (int line = 0; line < 12; line++) {
            int kept = best(scores, model, line, true);
            int removed = best(scores, model, line, false);
            assertThat(Math.round(margins[line] * 1024)).as("line %d", line).isEqualTo(Math.abs(kept - removed));
        }
    }

    private static LinearChainCrf randomModel(SplittableRandom random) {
        LinearChainCrf model = new LinearChainCrf();
        fill(model.order, random, 6);
        fill(model.context, random, 3);
        fill(model.first, random, 3);
        fill(model.last, random, 3);
        return model;
    }

    private static float[] randomScores(SplittableRandom random, int lines) {
        float[] scores = new float[lines * Role.COUNT];
        fill(scores, random, 10);
        return scores;
    }

    private static void fill(float[] of, SplittableRandom random, int most) {
        for (int i = 0; i < of.length; i++) {
            of[i] = random.nextInt(-100 * most, 100 * most) / 100f;
        }
    }

    private static int scaled(float weight) {
        return Math.round(weight * 1024f);
    }

    private static int step(int from, int to, LinearChainCrf model) {
        return scaled(model.order[States.roleIndex(from) * Role.COUNT + States.roleIndex(to)]
                + model.context[States.context(from) * 3 + States.context(to)]);
    }

    private static int total(int[] path, float[] scores, LinearChainCrf model) {
        int total = scaled(model.first[States.roleIndex(path[0])])
                + scaled(model.last[States.roleIndex(path[path.length - 1])]);
        for (int i = 0; i < path.length; i++) {
            total += scaled(scores[i * Role.COUNT + States.roleIndex(path[i])]);
            total += i == 0 ? 0 : step(path[i - 1], path[i], model);
        }
        return total;
    }

    /** The score of the best path, of those that keep, or remove, line {@code at}; of all when it is -1. */
    private static int best(float[] scores, LinearChainCrf model, int at, boolean keeps) {
        int lines = scores.length / Role.COUNT;
        long[] now = new long[S];
        for (int i = 0; i < lines; i++) {
            long[] next = new long[S];
            for (int s = 0; s < S; s++) {
                next[s] = Integer.MIN_VALUE;
                if (i == at && keeps != (States.role(s).kind() == null)) {
                    continue;
                }
                if (i == 0 && States.starts(s)) {
                    next[s] = scaled(model.first[States.roleIndex(s)]);
                }
                for (int earlier : i == 0 ? new int[0] : States.BEFORE[s]) {
                    next[s] = Math.max(next[s], now[earlier] + step(earlier, s, model));
                }
                next[s] += scaled(scores[i * Role.COUNT + States.roleIndex(s)]);
            }
            now = next;
        }
        long best = Integer.MIN_VALUE;
        for (int s = 0; s < S; s++) {
            best = States.ends(s) ? Math.max(best, now[s] + scaled(model.last[States.roleIndex(s)])) : best;
        }
        return (int) best;
    }
}

package io.ghirbal.nlp.clean.training;

import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;

/** Choices at random; the same seed makes the same choices. */
final class Chance {
    private final SplittableRandom random;

    Chance(long seed) {
        random = new SplittableRandom(seed);
    }

    /** True with the given probability. */
    boolean of(double probability) {
        return random.nextDouble() < probability;
    }

    /** A number from 0 to 1, 1 not included. */
    double share() {
        return random.nextDouble();
    }

    /** A whole number from 0 to {@code bound}, not included. */
    int below(int bound) {
        return random.nextInt(bound);
    }

    <T> T pick(List<T> of) {
        return of.get(below(of.size()));
    }

    String pick(String... of) {
        return of[below(of.length)];
    }

    void shuffle(List<?> list) {
        for (int i = list.size() - 1; i > 0; i--) {
            Collections.swap(list, i, below(i + 1));
        }
    }
}

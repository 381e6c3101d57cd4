package io.ghirbal.nlp.clean.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LbfgsTest {
    /** The sum of {@code scale[i] * (x[i] - at[i])² / 2}. */
    private static Lbfgs.Function quadratic(double[] scale, double[] at) {
        return (x, gradient) -> {
            double value = 0;
            for (int i = 0; i < x.length; i++) {
                gradient[i] = scale[i] * (x[i] - at[i]);
                value += gradient[i] * (x[i] - at[i]) / 2;
            }
            return value;
        };
    }

    private static double rosenbrock(double[] x, double[] gradient) {
        double up = x[1] - x[0] * x[0];
        gradient[0] = -400 * x[0] * up - 2 * (1 - x[0]);
        gradient[1] = 200 * up;
        return 100 * up * up + (1 - x[0]) * (1 - x[0]);
    }

    @Test
    void findsTheBottomOfABowl() {
        double[] x = {5, -7, 0.25};

        double value = Lbfgs.minimize(quadratic(new double[] {1, 2, 3}, new double[] {1, 2, -3}), x, 100);

        assertThat(value).isEqualTo(0, within(1e-9));
        assertThat(x).containsExactly(new double[] {1, 2, -3}, within(1e-5));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void findsTheBottomOfABowlAMillionTimesSteeperOneWayThanTheOther(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int n = 30;
        double[] scale = new double[n];
        double[] at = new double[n];
        double[] x = new double[n];
        for (int i = 0; i < n; i++) {
            scale[i] = Math.pow(10, -3 + 6.0 * i / (n - 1));
            at[i] = random.nextDouble(-5, 5);
        }

        double value = Lbfgs.minimize(quadratic(scale, at), x, 2000);

        assertThat(value).isEqualTo(0, within(1e-5));
        assertThat(x).containsExactly(at, within(0.1));
    }

    @Test
    void followsTheBentValleyOfRosenbrock() {
        double[] x = {-1.2, 1};

        double value = Lbfgs.minimize(LbfgsTest::rosenbrock, x, 200);

        assertThat(value).isEqualTo(0, within(1e-9));
        assertThat(x).containsExactly(new double[] {1, 1}, within(1e-4));
    }

    @Test
    void staysWhereItIsAtTheBottom() {
        double[] x = {1, 2};
        List<double[]> asked = new ArrayList<>();
        Lbfgs.Function bowl = quadratic(new double[] {4, 4}, new double[] {1, 2});

        double value = Lbfgs.minimize(
                (at, gradient) -> {
                    asked.add(at.clone());
                    return bowl.at(at, gradient);
                },
                x,
                100);

        assertThat(value).isZero();
        assertThat(x).containsExactly(1, 2);
        assertThat(asked).hasSize(1);
    }

    /** x - ln x has its bottom at 1 and no value below 0, where a first long step would lead. */
    @Test
    void turnsBackWhereThereIsNoValue() {
        double[] x = {40};

        Lbfgs.minimize(
                (at, gradient) -> {
                    gradient[0] = 50 * (1 - 1 / at[0]);
                    return at[0] > 0 ? 50 * (at[0] - Math.log(at[0])) : Double.POSITIVE_INFINITY;
                },
                x,
                100);

        assertThat(x[0]).isEqualTo(1, within(1e-3));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 5, 8, 13, 21})
    void neverGoesUphillAndAnswersTheValueWhereItStops(int iterations) {
        double[] x = {-1.2, 1};
        double[] oneMore = {-1.2, 1};

        double value = Lbfgs.minimize(LbfgsTest::rosenbrock, x, iterations);

        assertThat(value).isEqualTo(rosenbrock(x, new double[2]));
        assertThat(Lbfgs.minimize(LbfgsTest::rosenbrock, oneMore, iterations + 1))
                .isLessThan(value);
    }

    @Test
    void refusesToBeginWhereThereIsNoValue() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Lbfgs.minimize((x, gradient) -> Double.NaN, new double[1], 1))
                .withMessageContaining("no value");
    }
}

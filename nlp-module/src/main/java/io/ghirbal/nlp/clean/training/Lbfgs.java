package io.ghirbal.nlp.clean.training;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/**
 * Finds the lowest point of a smooth function by the limited-memory BFGS method (Nocedal, "Updating quasi-Newton matrices with limited
 * storage", 1980) with a backtracking line search. Of a convex function it is the lowest point of all, of another one near the start.
 */
public final class Lbfgs {
    /** A function with its gradient. */
    @FunctionalInterface
    public interface Function {
        /**
         * The value at {@code x}; infinite, or not a number, where there is none.
         *
         * @param gradient where to write the gradient, whatever stands there
         */
        double at(double[] x, double[] gradient);
    }

    /** How many steps are remembered to guess the curvature from. */
    private static final int MEMORY = 10;
    /** Which share of what the slope promises a step must bring (Armijo's condition). */
    private static final double SUFFICIENT = 1e-4;

    private static final int MOST_HALVINGS = 20;
    /** The search ends when a step brings a smaller share of the value. */
    private static final double TOLERANCE = 1e-7;

    private static final double SMALLEST_CURVATURE = 1e-12;

    /** A step: how far it went, and how much the gradient changed. */
    private static final class Step {
        final double[] move;
        final double[] turn;
        final double curvature;

        Step(double[] move, double[] turn, double curvature) {
            this.move = move;
            this.turn = turn;
            this.curvature = curvature;
        }
    }

    private Lbfgs() {}

    /**
     * Moves {@code x} downhill.
     *
     * @param iterations the most steps to take
     * @return the value reached
     * @throws IllegalArgumentException when the function has no value at {@code x}
     */
    public static double minimize(Function function, double[] x, int iterations) {
        int n = x.length;
        double[] gradient = new double[n];
        double value = function.at(x, gradient);
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("the function has no value where the search begins");
        }
        Deque<Step> steps = new ArrayDeque<>();
        double[] next = new double[n];
        double[] nextGradient = new double[n];
        for (int iteration = 0; iteration < iterations; iteration++) {
            double[] direction = direction(gradient, steps);
            double slope = dot(direction, gradient);
            if (slope >= 0) {
                return value;
            }
            double length = steps.isEmpty() ? Math.min(1, 1 / Math.sqrt(dot(gradient, gradient))) : 1;
            double lower = Double.NaN;
            for (int halvings = 0; halvings < MOST_HALVINGS; halvings++, length /= 2) {
                for (int i = 0; i < n; i++) {
                    next[i] = x[i] + length * direction[i];
                }
                double there = function.at(next, nextGradient);
                if (there <= value + SUFFICIENT * length * slope) {
                    lower = there;
                    break;
                }
            }
            if (Double.isNaN(lower) || value - lower < TOLERANCE * Math.abs(value)) {
                return value;
            }
            remember(steps, x, next, gradient, nextGradient);
            System.arraycopy(next, 0, x, 0, n);
            System.arraycopy(nextGradient, 0, gradient, 0, n);
            value = lower;
        }
        return value;
    }

    private static void remember(
            Deque<Step> steps, double[] x, double[] next, double[] gradient, double[] nextGradient) {
        double[] move = new double[x.length];
        double[] turn = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            move[i] = next[i] - x[i];
            turn[i] = nextGradient[i] - gradient[i];
        }
        double curvature = dot(move, turn);
        if (curvature > SMALLEST_CURVATURE) {
            steps.addLast(new Step(move, turn, curvature));
            if (steps.size() > MEMORY) {
                steps.removeFirst();
            }
        }
    }

    /** The gradient through the inverse curvature that the steps suggest, by the two-loop recursion, turned downhill. */
    private static double[] direction(double[] gradient, Deque<Step> steps) {
        double[] direction = gradient.clone();
        double[] weights = new double[steps.size()];
        int k = steps.size();
        for (Iterator<Step> newest = steps.descendingIterator(); newest.hasNext(); ) {
            Step step = newest.next();
            weights[--k] = dot(step.move, direction) / step.curvature;
            add(direction, step.turn, -weights[k]);
        }
        if (!steps.isEmpty()) {
            Step step = steps.getLast();
            double scale = step.curvature / dot(step.turn, step.turn);
            for (int i = 0; i < direction.length; i++) {
                direction[i] *= scale;
            }
        }
        for (Step step : steps) {
            add(direction, step.move, weights[k++] - dot(step.turn, direction) / step.curvature);
        }
        for (int i = 0; i < direction.length; i++) {
            direction[i] = -direction[i];
        }
        return direction;
    }

    private static void add(double[] to, double[] what, double times) {
        for (int i = 0; i < to.length; i++) {
            to[i] += times * what[i];
        }
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}

package io.ghirbal.nlp.clean;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/** Finds the lowest point of a smooth convex function: limited-memory BFGS (Nocedal 1980) with a backtracking line search. */
final class Minimizer {
    /** A function and its slope. */
    interface Function {
        /** The value at {@code x}; writes the slope to {@code slope}. */
        double at(double[] x, double[] slope);
    }

    private static final int MEMORY = 10;
    private static final double SUFFICIENT = 1e-4;

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

    private Minimizer() {}

    /** Moves {@code x} downhill at most {@code rounds} times and answers the value reached. */
    static double minimize(Function function, double[] x, int rounds) {
        int n = x.length;
        double[] slope = new double[n];
        double value = function.at(x, slope);
        Deque<Step> steps = new ArrayDeque<>();
        double[] next = new double[n];
        double[] nextSlope = new double[n];
        for (int round = 0; round < rounds; round++) {
            double[] direction = direction(slope, steps);
            double along = dot(direction, slope);
            if (along >= 0) {
                return value;
            }
            double length = steps.isEmpty() ? Math.min(1, 1 / Math.sqrt(dot(slope, slope))) : 1;
            double lower = Double.NaN;
            for (int halvings = 0; halvings < 20; halvings++, length /= 2) {
                for (int i = 0; i < n; i++) {
                    next[i] = x[i] + length * direction[i];
                }
                double there = function.at(next, nextSlope);
                if (there <= value + SUFFICIENT * length * along) {
                    lower = there;
                    break;
                }
            }
            if (Double.isNaN(lower) || value - lower < 1e-7 * Math.abs(value)) {
                return value;
            }
            remember(steps, x, next, slope, nextSlope);
            System.arraycopy(next, 0, x, 0, n);
            System.arraycopy(nextSlope, 0, slope, 0, n);
            value = lower;
        }
        return value;
    }

    private static void remember(Deque<Step> steps, double[] x, double[] next, double[] slope, double[] nextSlope) {
        double[] move = new double[x.length];
        double[] turn = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            move[i] = next[i] - x[i];
            turn[i] = nextSlope[i] - slope[i];
        }
        double curvature = dot(move, turn);
        if (curvature > 1e-12) {
            steps.addLast(new Step(move, turn, curvature));
            if (steps.size() > MEMORY) {
                steps.removeFirst();
            }
        }
    }

    private static double[] direction(double[] slope, Deque<Step> steps) {
        double[] direction = slope.clone();
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

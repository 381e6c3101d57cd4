package io.ghirbal.nlp.topic.training;

/**
 * Expected calibration error (Naeini et al. 2015): the mean distance between what was promised and what came true. Scores are sorted into ten
 * bins of equal width; each bin's distance is that between its mean score and its share of right answers, and counts by its size.
 */
final class CalibrationError {
    private static final int BINS = 10;

    private final double[] scores = new double[BINS];
    private final long[] right = new long[BINS];
    private long size;

    /**
     * Adds an answer.
     *
     * @param score how sure it was, from 0 to 1
     */
    void add(double score, boolean isRight) {
        int bin = Math.min(BINS - 1, (int) (score * BINS));
        scores[bin] += score;
        right[bin] += isRight ? 1 : 0;
        size++;
    }

    /** The error, from 0 to 1; 0 when nothing was added. */
    double value() {
        double error = 0;
        for (int bin = 0; bin < BINS && size > 0; bin++) {
            error += Math.abs(scores[bin] - right[bin]) / size;
        }
        return error;
    }
}

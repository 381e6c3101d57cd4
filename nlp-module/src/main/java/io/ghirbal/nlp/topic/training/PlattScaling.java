package io.ghirbal.nlp.topic.training;

import io.ghirbal.nlp.topic.Scores;

/**
 * Turns the score of a classifier into a probability: the logistic function of {@code slope · score + offset}. After Platt,
 * "Probabilistic Outputs for Support Vector Machines" (1999), with his smoothed targets, fitted by Newton's method
 * with steps that are halved until they help, after Lin, Lin and Weng, "A Note on Platt's Probabilistic Outputs" (2007).
 *
 * @param slope what a score is multiplied by
 * @param offset what is added
 */
record PlattScaling(double slope, double offset) {
    /** Takes scores for log-odds as they are. */
    static final PlattScaling NONE = new PlattScaling(1, 0);

    private static final int ITERATIONS = 50;
    private static final double SMALLEST_STEP = 1e-9;
    /** Keeps the slope near 1 and the system solvable when there are few positives. */
    private static final double RIDGE = 1;

    /** The log-odds that a score stands for. */
    double logOdds(double score) {
        return slope * score + offset;
    }

    /** A copy of {@code scores} with log-odds in place of the first {@code count}. */
    double[] logOdds(double[] scores, int count) {
        double[] scaled = scores.clone();
        for (int i = 0; i < count; i++) {
            scaled[i] = logOdds(scores[i]);
        }
        return scaled;
    }

    /** Fits scores to what was true of them; {@link #NONE} when all of it was true, or nothing. */
    static PlattScaling fit(double[] scores, boolean[] truths) {
        int positives = 0;
        for (boolean truth : truths) {
            positives += truth ? 1 : 0;
        }
        int negatives = truths.length - positives;
        if (positives == 0 || negatives == 0) {
            return NONE;
        }
        double high = (positives + 1.0) / (positives + 2.0);
        double low = 1.0 / (negatives + 2.0);
        double slope = 1;
        double offset = 0;
        for (int iteration = 0; iteration < ITERATIONS; iteration++) {
            double g1 = RIDGE * (slope - 1);
            double g0 = 0;
            double h11 = RIDGE;
            double h10 = 0;
            double h00 = 1e-6;
            for (int i = 0; i < scores.length; i++) {
                double p = Scores.probability(slope * scores[i] + offset);
                double error = p - (truths[i] ? high : low);
                double weight = p * (1 - p);
                g1 += error * scores[i];
                g0 += error;
                h11 += weight * scores[i] * scores[i];
                h10 += weight * scores[i];
                h00 += weight;
            }
            double determinant = h11 * h00 - h10 * h10;
            double step1 = (h00 * g1 - h10 * g0) / determinant;
            double step0 = (h11 * g0 - h10 * g1) / determinant;
            double loss = loss(slope, offset, scores, truths, high, low);
            while (loss(slope - step1, offset - step0, scores, truths, high, low) > loss
                    && Math.abs(step1) + Math.abs(step0) > SMALLEST_STEP) {
                step1 /= 2;
                step0 /= 2;
            }
            slope -= step1;
            offset -= step0;
            if (Math.abs(step1) + Math.abs(step0) <= SMALLEST_STEP) {
                break;
            }
        }
        return new PlattScaling(slope, offset);
    }

    private static double loss(
            double slope, double offset, double[] scores, boolean[] truths, double high, double low) {
        double loss = RIDGE * (slope - 1) * (slope - 1) / 2;
        for (int i = 0; i < scores.length; i++) {
            double odds = slope * scores[i] + offset;
            double softplus = Math.max(0, odds) + StrictMath.log1p(StrictMath.exp(-Math.abs(odds)));
            loss += softplus - (truths[i] ? high : low) * odds;
        }
        return loss;
    }
}

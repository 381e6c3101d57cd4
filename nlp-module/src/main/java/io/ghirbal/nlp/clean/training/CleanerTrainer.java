package io.ghirbal.nlp.clean.training;

import io.ghirbal.nlp.clean.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Learns the weights of the cleaner.
 *
 * <ul>
 *   <li>What it learns from: the lessons of a {@link CleanerCorpus}, their labels read as roles ({@link RoleLabels}).
 *   <li>What it sees of a line: the features of the cleaner itself, see {@link io.ghirbal.nlp.clean.ObservedPage}. Each document is read as
 *       it is, and again with part of the known phrases forgotten, as an outlet with formulas of its own would look.
 *   <li>What it makes small: {@link CrfObjective}, from the {@link GaussianPrior} on, by {@link Lbfgs}.
 *   <li>What comes out: the lines of {@code weights.txt}, see {@link WeightsFile}.
 * </ul>
 *
 * <p>The same lessons in the same order give the same weights.
 */
final class CleanerTrainer {
    /**
     * How to train.
     *
     * @param iterations most iterations of the minimiser
     * @param keepMargin what taking a line of an article for boilerplate costs beyond the likelihood
     * @param hiddenCopies how often each document is read with phrases forgotten
     * @param hiddenShare which share of the phrases is then forgotten, from 0 to 1
     * @param seed of the choice of forgotten phrases
     */
    record Settings(int iterations, double keepMargin, int hiddenCopies, double hiddenShare, long seed) {
        static Settings standard() {
            return new Settings(120, 1.0, 1, 0.25, 20231209L);
        }
    }

    private CleanerTrainer() {}

    /**
     * Learns from {@code lessons}.
     *
     * @return the weights as lines of {@code weights.txt}, without its comment
     * @throws IllegalArgumentException when the labels of a document cannot be, naming it
     */
    static List<String> train(List<CleanerCorpus.Lesson> lessons, Settings settings) {
        GaussianPrior prior = GaussianPrior.standard();
        CrfObjective objective = new CrfObjective(sequences(lessons, settings), prior, settings.keepMargin);
        double[] parameters = prior.mean();
        Lbfgs.minimize(objective, parameters, settings.iterations);
        return WeightsFile.lines(parameters);
    }

    private static List<LabelledSequence> sequences(List<CleanerCorpus.Lesson> lessons, Settings settings) {
        Vocabulary vocabulary = Vocabulary.standard();
        SplittableRandom random = new SplittableRandom(settings.seed);
        List<LabelledSequence> sequences = new ArrayList<>();
        for (CleanerCorpus.Lesson lesson : lessons) {
            double weight = lesson.weight() / (1 + settings.hiddenCopies);
            sequences.add(LabelledSequence.of(lesson, vocabulary, weight));
            for (int copy = 0; copy < settings.hiddenCopies; copy++) {
                Vocabulary forgetful = vocabulary.without(settings.hiddenShare, random.nextLong());
                sequences.add(LabelledSequence.of(lesson, forgetful, weight));
            }
        }
        return sequences;
    }
}

package io.ghirbal.nlp.clean.training;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The commands to train the weights of the cleaner and to cross-validate them; {@code docs/cleaning.md} says how to call them. */
public final class CleanerTraining {
    private static final String USAGE =
            "usage: train LABELLED COMPOSED EXEMPLARY OUT | validate LABELLED COMPOSED EXEMPLARY [HIDDEN_SHARE]";

    private CleanerTraining() {}

    /**
     * {@code train LABELLED COMPOSED EXEMPLARY OUT} writes weights; {@code validate LABELLED COMPOSED EXEMPLARY [HIDDEN_SHARE]} prints the
     * cross-validation. The first three are files of JSON Lines, see {@link LabelledDocument}.
     *
     * @throws IOException when a file cannot be read or written
     */
    public static void main(String[] args) throws IOException {
        boolean train = args.length == 5 && args[0].equals("train");
        boolean validate = args.length >= 4 && args.length <= 5 && args[0].equals("validate");
        if (!train && !validate) {
            System.err.println(USAGE);
            return;
        }
        CleanerCorpus corpus = new CleanerCorpus(
                LabelledDocument.read(Path.of(args[1])),
                LabelledDocument.read(Path.of(args[2])),
                LabelledDocument.read(Path.of(args[3])),
                CleanerCorpus.STANDARD_PAGES);
        if (train) {
            train(corpus, Path.of(args[4]));
        } else {
            validate(corpus, args.length > 4 ? Double.parseDouble(args[4]) : 0, System.out);
        }
    }

    private static void train(CleanerCorpus corpus, Path out) throws IOException {
        List<String> weights = CleanerTrainer.train(corpus.lessons(), CleanerTrainer.Settings.standard());
        Files.write(out, WeightsFile.withComment(weights), StandardCharsets.UTF_8);
    }

    private static void validate(CleanerCorpus corpus, double hiddenShare, PrintStream out) {
        CleanerCrossValidation.of(corpus, CleanerTrainer.Settings.standard(), hiddenShare)
                .print(out);
    }
}

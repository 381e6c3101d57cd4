package io.ghirbal.nlp.clean.training;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The commands to train the weights of the cleaner and to cross-validate them; {@code docs/cleaning.md} says how to call them. */
public final class CleanerTraining {
    private static final String USAGE = "usage: train FOLDER EXEMPLARY OUT | validate FOLDER EXEMPLARY [HIDDEN_SHARE]";

    /** Of the short news every so manieth is learnt from, and of the newspaper articles: enough of each shape. */
    private static final int OF_SHORT = 7;

    private static final int OF_ARTICLES = 30;

    private CleanerTraining() {}

    /**
     * {@code train FOLDER EXEMPLARY OUT} writes weights; {@code validate FOLDER EXEMPLARY [HIDDEN_SHARE]} prints the cross-validation.
     * The folder has the files {@code labelled.jsonl}, {@code field.jsonl}, {@code composed.jsonl}, {@code short.jsonl.gz} and
     * {@code corpus.jsonl.gz}; these and EXEMPLARY are JSON Lines, see {@link LabelledDocument}.
     *
     * @throws IOException when a file cannot be read or written
     */
    public static void main(String[] args) throws IOException {
        boolean train = args.length == 4 && args[0].equals("train");
        boolean validate = args.length >= 3 && args.length <= 4 && args[0].equals("validate");
        if (!train && !validate) {
            System.err.println(USAGE);
            return;
        }
        CleanerCorpus corpus = corpus(Path.of(args[1]), Path.of(args[2]));
        if (train) {
            train(corpus, Path.of(args[3]));
        } else {
            validate(corpus, args.length > 3 ? Double.parseDouble(args[3]) : 0, System.out);
        }
    }

    private static CleanerCorpus corpus(Path folder, Path exemplary) throws IOException {
        List<LabelledDocument> labelled = new ArrayList<>(LabelledDocument.read(folder.resolve("labelled.jsonl")));
        labelled.addAll(LabelledDocument.read(folder.resolve("field.jsonl")));
        List<LabelledDocument> untouched =
                new ArrayList<>(some(LabelledDocument.read(folder.resolve("short.jsonl.gz")), OF_SHORT));
        untouched.addAll(some(LabelledDocument.read(folder.resolve("corpus.jsonl.gz")), OF_ARTICLES));
        return new CleanerCorpus(
                labelled,
                LabelledDocument.read(folder.resolve("composed.jsonl")),
                untouched,
                LabelledDocument.read(exemplary),
                CleanerCorpus.STANDARD_PAGES);
    }

    private static List<LabelledDocument> some(List<LabelledDocument> documents, int every) {
        return IntStream.range(0, documents.size())
                .filter(i -> i % every == 0)
                .mapToObj(documents::get)
                .toList();
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

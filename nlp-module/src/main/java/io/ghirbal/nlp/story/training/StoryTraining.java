package io.ghirbal.nlp.story.training;

import io.ghirbal.nlp.story.PairModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** What training came to: scores on pairs of outlets that were left out, and on those it was trained on. */
public final class StoryTraining {
    private static final int LEAST_ARTICLES = 8;

    private final String report;

    private StoryTraining(String report) {
        this.report = report;
    }

    /**
     * Counts the words of the articles and writes {@code word-frequencies.txt} into {@code folder}. A program built with that file is
     * what {@link #train} is to be run with.
     */
    public static void count(List<Path> files, Path folder) throws IOException {
        List<String> lines = new ArrayList<>(List.of(
                "# In how many articles each stem or number occurs, written by `stories count`: the number of articles and the fewest listed,",
                "# then a line for each count, rounded in steps of 15 %, with its stems."));
        lines.addAll(StoryData.wordFrequencies(files, LEAST_ARTICLES));
        Files.write(folder.resolve("word-frequencies.txt"), lines);
    }

    /** Trains on the labelled pairs of {@code files} and writes {@code pair-weights.txt} into {@code folder}. */
    public static StoryTraining train(List<Path> files, Path folder) throws IOException {
        StoryData.Pairs data = StoryData.read(files);
        PairModel model = PairTrainer.train(data.pairs());
        List<String> lines = new ArrayList<>(List.of(
                "# Weights of the features by which two articles are compared, for one story and for a copy, written by `stories train`.",
                "# The features are explained in PairFeature.java."));
        lines.addAll(model.lines());
        Files.write(folder.resolve("pair-weights.txt"), lines);
        StringBuilder report = new StringBuilder();
        report.append("%d pairs, %d more without their articles%n"
                .formatted(data.pairs().size(), data.missing()));
        TreeSet<String> outlets = new TreeSet<>();
        data.pairs().forEach(pair -> {
            outlets.add(pair.a().outlet());
            outlets.add(pair.b().outlet());
        });
        List<PairScores> all = new ArrayList<>();
        for (String outlet : outlets) {
            List<LabelledPair> rest =
                    data.pairs().stream().filter(pair -> !pair.has(outlet)).toList();
            List<LabelledPair> left =
                    data.pairs().stream().filter(pair -> pair.has(outlet)).toList();
            PairScores scores = PairScores.of(PairTrainer.train(rest), left);
            all.add(scores);
            report.append("%-12s left out: %s%n".formatted(outlet, scores));
        }
        report.append("%-12s left out: %s%n".formatted("each", PairScores.sum(all)));
        report.append("%-12s          : %s%n".formatted("trained on", PairScores.of(model, data.pairs())));
        return new StoryTraining(report.toString());
    }

    /** Scores the standard model on the labelled pairs of {@code files}. */
    public static StoryTraining evaluate(List<Path> files) throws IOException {
        StoryData.Pairs data = StoryData.read(files);
        return new StoryTraining("%d pairs, %d more without their articles: %s%n"
                .formatted(data.pairs().size(), data.missing(), PairScores.of(PairModel.standard(), data.pairs())));
    }

    @Override
    public String toString() {
        return report;
    }
}

package io.ghirbal.nlp.topic.training;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * Trains topic models on labelled JSON Lines. The same data gives the same bytes.
 *
 * <p>The fields of a line: {@code text} (or {@code body}, {@code content}), {@code title}, {@code id}, {@code outlet}, and labels:
 * {@code primary} with {@code also}, or {@code topics}, where somebody named all the topics of an article; {@code topic} (or
 * {@code label}, {@code category}) where only the section is known that its outlet filed it under. Codes of the IPTC Media Topics get
 * their names; any other label is a topic of your own, named as it is written.
 *
 * @see <a href="https://www.csie.ntu.edu.tw/~cjlin/papers/logistic_dual.pdf">Yu, Huang and Lin, Dual coordinate descent methods for
 *     logistic regression (2011)</a>, which is how the weights are found
 */
public final class TopicTrainer {
    private TopicTrainer() {}

    /**
     * Trains a model and writes it.
     *
     * @param data files of JSON Lines, plain or {@code .gz}
     * @param model where to write it; a file there is replaced
     * @return how the model does on outlets it was not trained on: each outlet of the data was left out in turn
     * @throws IOException when a file cannot be read or written, or the data has fewer than two topics
     */
    public static TopicEvaluation train(List<Path> data, Path model) throws IOException {
        OneVsRestTraining.Outcome outcome = new OneVsRestTraining(TrainingSet.of(LabelledArticles.read(data))).run();
        Path unfinished = model.resolveSibling(model.getFileName() + ".unfinished");
        try {
            try (OutputStream out = Files.newOutputStream(unfinished)) {
                outcome.model().write(out);
            }
            Files.move(unfinished, model, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(unfinished);
        }
        return outcome.heldOut();
    }
}

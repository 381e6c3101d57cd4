package io.ghirbal.report.cli;

import io.ghirbal.nlp.topic.TopicClassifier;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Which topic model to use. */
final class TopicsOption {
    private static final String STANDARD = "standard";

    @Option(
            names = "--topics",
            paramLabel = "MODEL",
            defaultValue = STANDARD,
            description = "A model made by topics train. Default: the 17 IPTC Media Topics")
    private String model = STANDARD;

    TopicClassifier load() {
        return load(model);
    }

    /**
     * The classifier with the model in the file {@code model}, or the one that comes with the program.
     *
     * @throws WrongUsageException when there is no such file or it is no model
     */
    static TopicClassifier load(String model) {
        if (model.equals(STANDARD)) {
            return TopicClassifier.standard();
        }
        try {
            return TopicClassifier.load(InputFiles.existing(Path.of(model)));
        } catch (IOException e) {
            throw new WrongUsageException("%s cannot be used as a topic model: %s".formatted(model, e.getMessage()));
        }
    }
}

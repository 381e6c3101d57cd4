package io.ghirbal.report.cli;

import io.ghirbal.nlp.topic.TopicClassifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Which topic model to use. */
final class TopicsOption {
    private static final String STANDARD = "standard";

    @Option(
            names = "--topics",
            paramLabel = "MODEL",
            defaultValue = STANDARD,
            converter = Model.class,
            description = "A model made by topics train. Default: standard, the 17 IPTC Media Topics")
    private String model = STANDARD;

    TopicClassifier load() {
        return load(model);
    }

    /**
     * The classifier with the model in the file {@code model}, or the one that comes with the program.
     *
     * @throws WrongUsageException when the file is no model
     */
    static TopicClassifier load(String model) {
        if (model.equals(STANDARD)) {
            return TopicClassifier.standard();
        }
        try {
            return TopicClassifier.load(Path.of(model));
        } catch (IOException e) {
            throw new WrongUsageException("%s cannot be used as a topic model: %s".formatted(model, e.getMessage()));
        }
    }

    /** A file that is there, or the word for the model that comes with the program. Whether it is a model shows when it is loaded. */
    static final class Model extends OptionType<String> {
        Model() {
            super("a model made by topics train, or the word " + STANDARD);
        }

        @Override
        String parse(String value) {
            if (!value.equals(STANDARD) && !Files.isRegularFile(Path.of(value))) {
                throw new IllegalArgumentException();
            }
            return value;
        }
    }
}

package io.ghirbal.report.cli;

import io.ghirbal.nlp.story.training.StoryTraining;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The model that tells copies and stories. */
@Command(
        name = "stories",
        mixinStandardHelpOptions = true,
        description = "Trains or scores the model that recognises copies and stories.",
        synopsisSubcommandLabel = "COMMAND")
final class StoriesCommand {
    private static final String DATA = "JSON Lines, plain or .gz: articles (id, outlet, title, text, date),"
            + " and labelled pairs (a, b: ids; label: duplicate, same-event, same-topic or unrelated).";

    @Spec
    private CommandSpec spec;

    @SuppressWarnings("NullAway.Init") // picocli injects the spec
    StoriesCommand() {}

    @Command(
            name = "train",
            mixinStandardHelpOptions = true,
            description = "Writes pair-weights.txt and prints the scores on each outlet, left out of training.")
    int train(
            @Parameters(paramLabel = "DATA", arity = "1..*", description = DATA) List<Path> data,
            @Option(
                            names = "--out",
                            required = true,
                            paramLabel = "FOLDER",
                            description =
                                    "Folder to write to: that of the resources of the package io.ghirbal.nlp.story.")
                    Path folder) {
        try {
            return print(StoryTraining.train(InputFiles.existing(data), folder));
        } catch (IOException e) {
            throw InputFiles.unusable(e);
        }
    }

    @Command(
            name = "count",
            mixinStandardHelpOptions = true,
            description = "Counts in how many articles each word occurs, and writes word-frequencies.txt.")
    int count(
            @Parameters(paramLabel = "DATA", arity = "1..*", description = DATA) List<Path> data,
            @Option(
                            names = "--out",
                            required = true,
                            paramLabel = "FOLDER",
                            description =
                                    "Folder to write to: that of the resources of the package io.ghirbal.nlp.story.")
                    Path folder) {
        try {
            StoryTraining.count(InputFiles.existing(data), folder);
            return ExitCode.COMPLETE;
        } catch (IOException e) {
            throw InputFiles.unusable(e);
        }
    }

    @Command(
            name = "evaluate",
            mixinStandardHelpOptions = true,
            description = "Scores the built-in model on labelled pairs.")
    int evaluate(@Parameters(paramLabel = "DATA", arity = "1..*", description = DATA) List<Path> data) {
        try {
            return print(StoryTraining.evaluate(InputFiles.existing(data)));
        } catch (IOException e) {
            throw InputFiles.unusable(e);
        }
    }

    private int print(StoryTraining training) {
        spec.commandLine().getOut().print(training);
        spec.commandLine().getOut().flush();
        return ExitCode.COMPLETE;
    }
}

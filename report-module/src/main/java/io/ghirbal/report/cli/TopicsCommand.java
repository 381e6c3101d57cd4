package io.ghirbal.report.cli;

import io.ghirbal.nlp.topic.training.TopicEvaluation;
import io.ghirbal.nlp.topic.training.TopicTrainer;
import io.ghirbal.report.export.Visible;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Topic models of one's own. */
@Command(
        name = "topics",
        mixinStandardHelpOptions = true,
        description = "Trains a topic model on labelled JSON Lines, or scores one.",
        synopsisSubcommandLabel = "COMMAND")
final class TopicsCommand {
    @Spec
    private CommandSpec spec;

    @SuppressWarnings("NullAway.Init") // picocli injects the spec
    TopicsCommand() {}

    @Command(
            name = "train",
            mixinStandardHelpOptions = true,
            description = {
                "Trains a model and prints how it does on outlets it was not trained on, each left out in turn.",
                "Fields of a line: text, title, outlet, and labels: primary with also, or topics, where all topics were named;"
                        + " topic where only the section is known."
            })
    int train(
            @Parameters(paramLabel = "DATA", arity = "1..*", description = "Labelled JSON Lines, plain or .gz.")
                    List<Path> data,
            @Option(names = "--out", required = true, paramLabel = "MODEL", description = "File to write the model to.")
                    Path model) {
        try {
            return print(TopicTrainer.train(InputFiles.existing(data), model));
        } catch (IOException e) {
            throw InputFiles.unusable(e);
        }
    }

    @Command(
            name = "evaluate",
            mixinStandardHelpOptions = true,
            description = "Scores a model: accuracy, F1, tables by topic and by outlet, confused pairs.")
    int evaluate(
            @Parameters(
                            index = "0",
                            paramLabel = "MODEL",
                            converter = TopicsOption.Model.class,
                            description = "A file of topics train, or the word standard.")
                    String model,
            @Parameters(
                            index = "1..*",
                            arity = "1..*",
                            paramLabel = "DATA",
                            description = "Labelled JSON Lines, plain or .gz.")
                    List<Path> data) {
        try {
            return print(TopicEvaluation.of(TopicsOption.load(model), InputFiles.existing(data)));
        } catch (IOException e) {
            throw InputFiles.unusable(e);
        }
    }

    private int print(TopicEvaluation evaluation) {
        new PrintWriter(Visible.controls(spec.commandLine().getOut()), true).println(evaluation);
        return ExitCode.COMPLETE;
    }
}

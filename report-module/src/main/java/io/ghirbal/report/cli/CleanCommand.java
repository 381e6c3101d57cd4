package io.ghirbal.report.cli;

import io.ghirbal.nlp.clean.BoilerplateCleaner;
import io.ghirbal.nlp.clean.training.CleanerEvaluation;
import io.ghirbal.nlp.clean.training.LabelledDocument;
import io.ghirbal.report.export.Visible;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** How well the cleaner does. */
@Command(
        name = "clean",
        mixinStandardHelpOptions = true,
        description = "Scores the cleaner on labelled documents.",
        synopsisSubcommandLabel = "COMMAND")
final class CleanCommand {
    @Spec
    private CommandSpec spec;

    @SuppressWarnings("NullAway.Init") // picocli injects the spec
    CleanCommand() {}

    @Command(
            name = "evaluate",
            mixinStandardHelpOptions = true,
            description = {
                "Scores the cleaner: precision, recall and F1 by line and by document, body loss, recall by kind, worst documents.",
                "Fields of a line: id, text, title, and removed: a list of {first, last, kind}."
            })
    int evaluate(
            @Parameters(paramLabel = "GOLD", description = "Labelled documents, JSON Lines.") Path gold,
            @Option(
                            names = "--worst",
                            paramLabel = "N",
                            defaultValue = "10",
                            description = "How many of the worst documents to list. Default: ${DEFAULT-VALUE}")
                    int worst) {
        try {
            CleanerEvaluation evaluation = CleanerEvaluation.of(
                    LabelledDocument.read(InputFiles.existing(gold)), BoilerplateCleaner.standard());
            new PrintWriter(Visible.controls(spec.commandLine().getOut()), true).println(evaluation.report(worst));
            return ExitCode.COMPLETE;
        } catch (IOException e) {
            throw InputFiles.unusable(e);
        }
    }
}

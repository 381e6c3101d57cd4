package io.ghirbal.report.cli;

import io.ghirbal.ingest.source.ArticleSources;
import io.ghirbal.ingest.source.Documents;
import io.ghirbal.ingest.source.Rejection;
import io.ghirbal.ingest.source.SourceDocument;
import io.ghirbal.ingest.source.SourceRecord;
import io.ghirbal.nlp.clean.BoilerplateCleaner;
import io.ghirbal.nlp.clean.CleanedArticle;
import io.ghirbal.nlp.topic.TopicClassifier;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** One document, taken apart before the user's eyes. Needs neither Spring nor a database, so that it starts at once. */
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        description = {
            "Prints one document with every removed line marked with its kind and the reason,",
            "and its topics with the words that decided."
        })
final class ExplainCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "A file in any format that run reads.")
    private Path file = Path.of("");

    @Option(
            names = "--record",
            paramLabel = "N",
            defaultValue = "0",
            description = "Which document of a file of many: the number of its line. Default: the first")
    private long record;

    @Mixin
    private TopicsOption model = new TopicsOption();

    @SuppressWarnings("NullAway.Init") // picocli injects the spec
    ExplainCommand() {}

    @Override
    public Integer call() {
        InputFiles.existing(file);
        SourceRecord found = find();
        if (found instanceof Rejection rejection) {
            throw new WrongUsageException("%s, record %d: %s: %s"
                    .formatted(rejection.source(), rejection.record(), rejection.cause(), rejection.message()));
        }
        SourceDocument document = (SourceDocument) found;
        CleanedArticle cleaned = BoilerplateCleaner.standard().clean(document.text(), document.title());
        TopicClassifier topics = model.load();
        new Explanation(spec.commandLine().getOut(), spec.commandLine().getColorScheme())
                .print(document, cleaned, topics);
        return ExitCode.COMPLETE;
    }

    private SourceRecord find() {
        try (Documents documents = ArticleSources.standard().read(List.of(file))) {
            for (SourceRecord next = documents.next(); next != null; next = documents.next()) {
                if (record == 0 || next.record() == record) {
                    return next;
                }
            }
        }
        throw new WrongUsageException(
                record == 0
                        ? "there is no document in " + file
                        : "there is no record %d in %s".formatted(record, file));
    }
}

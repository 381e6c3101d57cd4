package io.ghirbal.report.cli;

import io.ghirbal.ingest.source.ArticleSources;
import io.ghirbal.ingest.source.Documents;
import io.ghirbal.ingest.source.Rejection;
import io.ghirbal.ingest.source.SourceDocument;
import io.ghirbal.ingest.source.SourceRecord;
import io.ghirbal.nlp.TextAnalyzer;
import io.ghirbal.nlp.clean.BoilerplateCleaner;
import io.ghirbal.report.database.DatabaseUrl;
import io.ghirbal.report.explain.ExplainedDocument;
import io.ghirbal.report.explain.ExplainedPair;
import io.ghirbal.report.explain.PairedArticle;
import io.ghirbal.report.export.Visible;
import io.ghirbal.report.html.HtmlExplanation;
import io.ghirbal.report.html.HtmlPair;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Documents, taken apart before the user's eyes, or two of them compared. Needs neither Spring nor a database, so that it starts at once,
 * but for stored articles that are named by their ids.
 */
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        description = {
            "Shows documents with every removed line marked with its kind and the reason,",
            "and their topics with the words that decided: on the console, or as a page for a browser.",
            "With --pair: two articles with what they share, and why they are, or are not, one story or a copy."
        },
        footer = {"", "What cannot be explained is named in a line each, the rest is explained, and the exit code is 2."
        })
final class ExplainCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description = {
                "Files in any format that run reads.",
                "With --pair also FILE#N, record N of a file, or the id of a stored article, 8 digits of it or more."
            })
    private List<Path> files = List.of();

    @Option(
            names = "--pair",
            description = "Compare two articles: of each FILE its first document. The database is opened for ids only.")
    private boolean pair;

    @ArgGroup
    private Which which = new Which();

    @Option(
            names = "--html",
            paramLabel = "PAGE",
            description =
                    "Write one HTML file, the original beside the cleaned text or A beside B, instead of printing.")
    private @Nullable Path html;

    @Mixin
    private FieldOptions fields = new FieldOptions();

    @Mixin
    private ColorOption color = new ColorOption();

    @Mixin
    private TopicsOption model = new TopicsOption();

    @Mixin
    private DatabaseOption database = new DatabaseOption();

    private int exitCode = ExitCode.COMPLETE;

    @SuppressWarnings("NullAway.Init") // picocli injects the spec
    ExplainCommand() {}

    /** Which documents of a file of many; the first unless told otherwise. */
    private static final class Which {
        @Option(
                names = "--record",
                paramLabel = "N",
                description = "Which document of each file of many: the number of its line. Default: the first")
        private @Nullable Long record;

        @Option(names = "--all", description = "All documents of each file.")
        private boolean all;

        boolean isWanted(SourceRecord found) {
            return record == null || found.record() == record;
        }
    }

    @Override
    public Integer call() {
        refuseWhatDoesNotGoTogether();
        if (pair) {
            explainPair();
            return exitCode;
        }
        TextAnalyzer analyzer = new TextAnalyzer(BoilerplateCleaner.standard(), model.load());
        if (html == null) {
            Explanation explanation = new Explanation(spec.commandLine().getOut(), color.enabled());
            explain(document -> explanation.print(ExplainedDocument.of(document, analyzer)), rejection -> {});
        } else {
            HtmlExplanation page = new HtmlExplanation();
            refuseToOverwriteAnInput(html, files);
            explain(document -> page.add(ExplainedDocument.of(document, analyzer)), page::add);
            write(page, html);
        }
        return exitCode;
    }

    /** Hands over what was asked for, in the order of the files, and names what cannot be. */
    private void explain(Consumer<SourceDocument> documents, Consumer<Rejection> rejections) {
        for (Path file : files) {
            try {
                explain(InputFiles.existing(file), documents, rejections);
            } catch (WrongUsageException e) {
                exitCode = CommandFailure.of(e).print(spec.commandLine().getErr());
            }
        }
    }

    private void explain(Path file, Consumer<SourceDocument> documents, Consumer<Rejection> rejections) {
        boolean found = false;
        try (Documents all = ArticleSources.of(fields.reading()).read(List.of(file))) {
            for (SourceRecord next = all.next(); next != null && (which.all || !found); next = all.next()) {
                if (!which.isWanted(next)) {
                    continue;
                }
                found = true;
                if (next instanceof SourceDocument document) {
                    documents.accept(document);
                } else if (next instanceof Rejection rejection) {
                    rejections.accept(rejection);
                    exitCode = CommandFailure.of(PairSide.unreadable(rejection))
                            .print(spec.commandLine().getErr());
                }
            }
        }
        if (!found) {
            throw new WrongUsageException(
                    which.record == null
                            ? "there is no document in " + file
                            : "there is no record %d in %s".formatted(which.record, file));
        }
    }

    private void refuseWhatDoesNotGoTogether() {
        for (String option : pair ? List.of("--record", "--all", "--topics") : List.of("--db")) {
            if (spec.commandLine().getParseResult().hasMatchedOption(option)) {
                throw new WrongUsageException(
                        pair
                                ? option + " does not go with --pair; record N of a file is FILE#N"
                                : option + " goes with --pair only, which compares articles by their ids");
            }
        }
        if (pair && files.size() != 2) {
            throw new WrongUsageException("--pair compares two articles; given: " + files.size());
        }
    }

    private void explainPair() {
        List<PairSide> sides = files.stream().map(PairSide::of).toList();
        if (html != null) {
            refuseToOverwriteAnInput(
                    html,
                    sides.stream().map(PairSide::file).filter(Objects::nonNull).toList());
        }
        List<String> ids =
                sides.stream().map(PairSide::id).filter(Objects::nonNull).toList();
        Map<String, PairedArticle> stored = ids.isEmpty() ? Map.of() : StoredSides.find(database(ids), ids);
        List<PairedArticle> articles =
                sides.stream().map(side -> article(side, stored)).toList();
        ExplainedPair explained = ExplainedPair.of(articles.get(0), articles.get(1));
        if (html == null) {
            new PairPrinter(spec.commandLine().getOut(), color.enabled()).print(explained);
        } else {
            HtmlPair.write(html, explained);
            spec.commandLine().getOut().println("page  " + Visible.of(html.toString()));
        }
    }

    /** The database that holds articles, for arguments that are no files. */
    private DatabaseUrl database(List<String> ids) {
        try {
            return database.openingExisting(spec.commandLine());
        } catch (WrongUsageException e) {
            // somebody who meant a file does not know what a database has to do with it
            throw new WrongUsageException(
                    "no such file: %s; nor an article's id: %s".formatted(ids.get(0), e.getMessage()));
        }
    }

    private PairedArticle article(PairSide side, Map<String, PairedArticle> stored) {
        Path file = side.file();
        return file == null
                ? Objects.requireNonNull(stored.get(side.id()))
                : PairedArticle.of(PairSide.read(file, side.record(), fields.reading()), BoilerplateCleaner.standard());
    }

    private static void refuseToOverwriteAnInput(Path page, List<Path> inputs) {
        for (Path file : inputs) {
            try {
                if (Files.exists(page) && Files.exists(file) && Files.isSameFile(page, file)) {
                    throw new WrongUsageException("--html would overwrite " + file + ", which is to be explained");
                }
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot look at " + page + ": " + e.getMessage(), e);
            }
        }
    }

    private void write(HtmlExplanation page, Path file) {
        if (page.isEmpty()) {
            return;
        }
        page.write(file);
        spec.commandLine().getOut().println("page  " + Visible.of(file.toString()));
        if (page.leftOut() > 0) {
            spec.commandLine()
                    .getOut()
                    .println("      holds no more; left out: the last " + page.leftOut() + " documents");
        }
    }
}

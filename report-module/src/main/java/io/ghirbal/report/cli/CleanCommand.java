package io.ghirbal.report.cli;

import io.ghirbal.ingest.source.ArticleSources;
import io.ghirbal.nlp.TextAnalyzer;
import io.ghirbal.nlp.clean.BoilerplateCleaner;
import io.ghirbal.nlp.clean.training.CleanerEvaluation;
import io.ghirbal.nlp.clean.training.LabelledDocument;
import io.ghirbal.report.corpus.CorpusCleaner;
import io.ghirbal.report.corpus.CorpusCounts;
import io.ghirbal.report.corpus.CorpusOutput;
import io.ghirbal.report.corpus.CorpusSelection;
import io.ghirbal.report.export.ArticleFields;
import io.ghirbal.report.export.ArticlesParquet;
import io.ghirbal.report.export.OutputFile;
import io.ghirbal.report.export.Visible;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Cleans a corpus, and tells how well the cleaner does. Needs neither Spring nor a database, so that it starts at once. */
@Command(
        name = "clean",
        mixinStandardHelpOptions = true,
        description = {
            "Cleans articles without a database: reads what run reads and writes JSON Lines, a cleaned article a line,",
            "in the order of the inputs. The fields are those of articles.jsonl; see docs/formats.md."
        },
        footer = {
            "",
            "What became of the documents is said on standard error, and the first that was rejected for each cause."
        })
final class CleanCommand implements Callable<Integer> {
    private static final Path STANDARD_OUTPUT = Path.of("-");

    private final StandardStreams streams;

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "INPUT",
            arity = "0..*",
            description = "Files and folders in any format that run reads, or - for standard input.")
    private List<Path> inputs = List.of();

    @Mixin
    private FormatOption format = new FormatOption();

    @Option(
            names = "--out",
            paramLabel = "FILE",
            defaultValue = "-",
            converter = CorpusFile.class,
            description =
                    "File that receives the articles: Parquet if it ends in .parquet, else JSON Lines. Default: -, standard output")
    private Path out = STANDARD_OUTPUT;

    @Mixin
    private FieldOptions fields = new FieldOptions();

    @Option(names = "--keep-removed", description = "Add what was removed: where, kind, reason, confidence and text.")
    private boolean keepRemoved;

    @Option(
            names = "--min-words",
            paramLabel = "NUMBER",
            converter = Words.class,
            description = "Leave out articles of whose body fewer words are left.")
    private @Nullable Integer minWords;

    @Mixin
    private LanguageOption language = new LanguageOption();

    @Mixin
    private TopicsOption model = new TopicsOption();

    @Option(
            names = "--threads",
            paramLabel = "NUMBER",
            converter = ThreadsOption.Count.class,
            description =
                    "Articles cleaned at a time. The output does not depend on it. Default: as many as there are processors")
    private @Nullable Integer threads;

    @Option(names = "--strict", description = "Exit with 3 when a document was rejected.")
    private boolean strict;

    @SuppressWarnings("NullAway.Init") // picocli injects the spec
    CleanCommand(StandardStreams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        checkInputs();
        ArticleSources sources = ArticleSources.of(fields.reading()).passingOver(this::isOutput);
        try (CorpusInputs documents = new CorpusInputs(sources, inputs, streams.in(), format.of(inputs))) {
            CorpusCounts counts =
                    out.equals(STANDARD_OUTPUT) ? cleanToStandardOutput(documents) : cleanToFile(documents);
            if (counts == null) {
                return ExitCode.COMPLETE;
            }
            print(counts);
            return strict && counts.turnedAway() > 0 ? ExitCode.COMPLETE_WITH_REJECTIONS : ExitCode.COMPLETE;
        }
    }

    private void checkInputs() {
        if (inputs.isEmpty()) {
            throw new WrongUsageException("nothing to read: name files or folders, or - for standard input");
        }
        if (Collections.frequency(inputs, CorpusInputs.STANDARD_INPUT) > 1) {
            throw new WrongUsageException("- stands twice among the inputs; standard input can be read once");
        }
        for (Path input : inputs) {
            if (input.equals(CorpusInputs.STANDARD_INPUT)) {
                continue;
            }
            if (!Files.exists(input)) {
                throw new WrongUsageException("no such file or folder: " + input);
            }
            if (isOutput(input)) {
                throw new WrongUsageException("--out would overwrite " + input + ", which is to be read");
            }
        }
    }

    /** Whether {@code path} is the file that is going to be written. */
    private boolean isOutput(Path path) {
        try {
            return Files.exists(out) && Files.isSameFile(path, out);
        } catch (IOException e) {
            return false;
        }
    }

    /** What became of the documents; null when nobody wanted to read on. */
    private @Nullable CorpusCounts cleanToStandardOutput(CorpusInputs documents) {
        try {
            return cleaner().clean(documents, CorpusOutput.lines(fields(), streams.out()));
        } catch (IOException e) {
            if (ClosedPipe.is(e)) {
                return null;
            }
            throw new UncheckedIOException("Cannot write to standard output: " + e.getMessage(), e);
        }
    }

    private CorpusCounts cleanToFile(CorpusInputs documents) {
        AtomicReference<CorpusCounts> counts = new AtomicReference<>();
        Path file = OutputFile.make(out, unfinished -> {
            if (CorpusFile.isParquet(out)) {
                try (ArticlesParquet rows = ArticlesParquet.create(unfinished, fields())) {
                    counts.set(cleaner().clean(documents, CorpusOutput.writer(rows)));
                }
            } else {
                try (OutputStream lines = new BufferedOutputStream(Files.newOutputStream(unfinished))) {
                    counts.set(cleaner().clean(documents, CorpusOutput.lines(fields(), lines)));
                }
            }
        });
        return Objects.requireNonNull(counts.get(), file::toString);
    }

    private CorpusCleaner cleaner() {
        return new CorpusCleaner(
                new TextAnalyzer(BoilerplateCleaner.standard(), model.load()),
                new CorpusSelection(minWords == null ? 0 : minWords, Set.copyOf(language.codes())),
                keepRemoved,
                threads == null ? Runtime.getRuntime().availableProcessors() : threads);
    }

    private ArticleFields fields() {
        return keepRemoved ? ArticleFields.WITH_REMOVED_TEXT : ArticleFields.CLEANED;
    }

    private void print(CorpusCounts counts) {
        PrintWriter err = spec.commandLine().getErr();
        RejectedLines.of("ghirbal: %,d rejected as %s", counts.causes()).forEach(err::println);
        StringBuilder line = new StringBuilder("ghirbal: read %s = %s written + %s rejected"
                .formatted(number(counts.read()), number(counts.written()), number(counts.turnedAway())));
        if (minWords != null) {
            line.append(" + %s of fewer than %s words".formatted(number(counts.tooShort()), number(minWords)));
        }
        if (!language.codes().isEmpty()) {
            line.append(" + %s not in %s"
                    .formatted(number(counts.inOtherLanguage()), String.join(" or ", language.codes())));
        }
        err.println(line);
    }

    private static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

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

    /** Where to write. */
    static final class CorpusFile extends OptionType<Path> {
        CorpusFile() {
            super("a file that ends in .jsonl, .ndjson or .parquet, or - for standard output");
        }

        @Override
        Path parse(String value) {
            Path file = Path.of(value);
            if (!file.equals(STANDARD_OUTPUT) && !isLines(value) && !isParquet(file)) {
                throw new IllegalArgumentException();
            }
            return file;
        }

        private static boolean isLines(String value) {
            String name = value.toLowerCase(Locale.ROOT);
            return name.endsWith(".jsonl") || name.endsWith(".ndjson");
        }

        static boolean isParquet(Path file) {
            return file.toString().toLowerCase(Locale.ROOT).endsWith(".parquet");
        }
    }

    /** Fewest words. */
    static final class Words extends NumberType {
        Words() {
            super("a number", 1_000_000);
        }
    }
}

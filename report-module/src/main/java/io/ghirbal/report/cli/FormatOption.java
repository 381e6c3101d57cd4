package io.ghirbal.report.cli;

import io.ghirbal.ingest.source.ArticleSources;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** In which format standard input is, which has no name to tell. */
final class FormatOption {
    private static final String USUAL = "jsonl";

    @Option(
            names = "--format",
            paramLabel = "ENDING",
            converter = Ending.class,
            description =
                    "Format of standard input, as the ending of a file would tell it: jsonl, csv, html, warc.gz, ... Default: jsonl")
    private @Nullable String format;

    /**
     * The format of standard input.
     *
     * @throws WrongUsageException when one is given and standard input is none of {@code inputs}
     */
    String of(List<Path> inputs) {
        if (format != null && !inputs.contains(CorpusInputs.STANDARD_INPUT)) {
            throw new WrongUsageException("--format says what standard input is, but - is none of the inputs");
        }
        return orUsual();
    }

    /** The format of standard input, wherever it is said. */
    String orUsual() {
        return format == null ? USUAL : format;
    }

    /** An ending of files that can be read as they come. */
    static final class Ending extends OptionType<String> {
        Ending() {
            super(
                    "an ending of files that can be read as they come, such as jsonl, csv, html, txt, warc, zip or jsonl.gz");
        }

        @Override
        String parse(String value) {
            String ending = (value.startsWith(".") ? value.substring(1) : value).toLowerCase(Locale.ROOT);
            if (!ArticleSources.standard().canStream(ending)) {
                throw new IllegalArgumentException();
            }
            return ending;
        }
    }
}

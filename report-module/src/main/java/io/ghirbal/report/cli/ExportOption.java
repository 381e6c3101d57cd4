package io.ghirbal.report.cli;

import io.ghirbal.report.export.Export;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** What is written beside the report. */
final class ExportOption {
    private static final String ALL = "jsonl,csv,xlsx,parquet";
    private static final String NONE = "none";

    @Option(
            names = "--export",
            paramLabel = "KINDS",
            defaultValue = ALL,
            converter = Kinds.class,
            description =
                    "What to write beside report.html, or none. Files that an earlier run wrote stay as they are. Default: ${DEFAULT-VALUE}")
    private String kinds = ALL;

    /** What was asked for. */
    Set<Export> exports() {
        return parsed(kinds);
    }

    private static Set<Export> parsed(String kinds) {
        return kinds.equals(NONE)
                ? Set.of()
                : Stream.of(kinds.split(",", -1)).map(Export::of).collect(Collectors.toSet());
    }

    /** Kinds with commas between them. */
    static final class Kinds extends OptionType<String> {
        Kinds() {
            super("any of " + ALL + ", with commas between them, or none");
        }

        @Override
        String parse(String value) {
            var unused = parsed(value);
            return value;
        }
    }
}

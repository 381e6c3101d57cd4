package io.ghirbal.report.cli;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;

/** A file that stands in for options. What the command line says counts before it. */
final class ConfigOption {
    private static final String NAME = "--config";

    @Option(
            names = NAME,
            paramLabel = "FILE",
            description = "YAML file with options, a key each, and inputs; see docs/configuration.md.")
    private ConfigFile file = ConfigFile.NONE;

    /** What to read; empty when no file says. */
    List<Path> inputs() {
        return file.inputs();
    }

    /** What the file that was named beside {@code argument} says of it; null when it says nothing. Picocli asks once all was parsed. */
    static @Nullable String defaultValue(ArgSpec argument) {
        OptionSpec option = argument.command().findOption(NAME);
        Object named = option == null ? null : option.getValue();
        return named instanceof ConfigFile file ? file.value(argument) : null;
    }
}

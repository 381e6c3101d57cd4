package io.ghirbal.report.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.ArgSpec;

/**
 * What a configuration file says. See docs/configuration.md.
 *
 * @param inputs what to read; empty when it does not say
 * @param values a text for each option that it sets, by the field of the option: commands may have options of one name that mean
 *     different things
 */
record ConfigFile(List<Path> inputs, Map<Object, String> values) {
    /** When no file was named. */
    static final ConfigFile NONE = new ConfigFile(List.of(), Map.of());

    ConfigFile {
        inputs = List.copyOf(inputs);
        values = Map.copyOf(values);
    }

    /** What it says of an option; null when it says nothing. */
    @Nullable String value(ArgSpec option) {
        Object field = option.userObject();
        return field == null ? null : values.get(field);
    }
}

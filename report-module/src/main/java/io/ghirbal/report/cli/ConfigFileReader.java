package io.ghirbal.report.cli;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.TypeConversionException;

/**
 * Reads the YAML file that {@link ConfigOption} names. Its keys are the names of the options of some commands, and {@code inputs}; every
 * value is checked by the type of its option, whichever command was called.
 */
final class ConfigFileReader {
    private static final String INPUTS = "inputs";

    private final Map<String, ArgSpec> keys = new LinkedHashMap<>();

    /** @param commands those whose options and parameters can be set in the file */
    ConfigFileReader(CommandSpec... commands) {
        for (CommandSpec command : commands) {
            Stream.concat(command.positionalParameters().stream(), command.options().stream())
                    .filter(argument -> OptionType.of(argument) != null)
                    .forEach(argument -> keys.putIfAbsent(key(argument), argument));
        }
    }

    private static String key(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName().substring("--".length()) : INPUTS;
    }

    /** @throws WrongUsageException when the file cannot be read, or holds a key or a value that is not known */
    ConfigFile read(Path file) {
        try (Reader in = Files.newBufferedReader(InputFiles.existing(file))) {
            Node root = new Yaml(new SafeConstructor(new LoaderOptions())).compose(in);
            if (root == null) {
                return ConfigFile.NONE;
            }
            if (!(root instanceof MappingNode mapping)) {
                throw new WrongUsageException(file + ": not a list of keys and values; known keys: " + knownKeys());
            }
            return read(file, mapping);
        } catch (MarkedYAMLException e) {
            throw new WrongUsageException("%s, line %d: not YAML (%s)"
                    .formatted(file, e.getProblemMark().getLine() + 1, e.getProblem()));
        } catch (YAMLException e) {
            throw new WrongUsageException("%s: not YAML (%s)".formatted(file, e.getMessage()));
        } catch (IOException e) {
            throw new WrongUsageException("%s cannot be read: %s".formatted(file, e.getMessage()));
        }
    }

    private ConfigFile read(Path file, MappingNode mapping) {
        List<Path> inputs = new ArrayList<>();
        Map<Object, String> options = new HashMap<>();
        Set<String> seen = new HashSet<>();
        for (NodeTuple entry : mapping.getValue()) {
            String where = file + ", line " + (entry.getKeyNode().getStartMark().getLine() + 1);
            String key = entry.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "(not a name)";
            ArgSpec argument = keys.get(key);
            if (argument == null) {
                throw new WrongUsageException(
                        "%s: unknown key '%s'; known keys: %s".formatted(where, key, knownKeys()));
            }
            if (!seen.add(key)) {
                throw new WrongUsageException("%s: the key '%s' stands twice".formatted(where, key));
            }
            if (argument.isPositional()) {
                values(where, argument, entry.getValueNode()).forEach(value -> inputs.add(Path.of(value)));
            } else {
                options.put(
                        Objects.requireNonNull(argument.userObject()), value(where, argument, entry.getValueNode()));
            }
        }
        return new ConfigFile(inputs, options);
    }

    private static List<String> values(String where, ArgSpec argument, Node node) {
        return node instanceof SequenceNode sequence
                ? sequence.getValue().stream()
                        .map(item -> value(where, argument, item))
                        .toList()
                : List.of(value(where, argument, node));
    }

    private static String value(String where, ArgSpec argument, Node node) {
        OptionType<?> type = Objects.requireNonNull(OptionType.of(argument));
        String is = "%s: the key '%s' is ".formatted(where, key(argument));
        if (!(node instanceof ScalarNode scalar)) {
            throw new WrongUsageException(is + "several values; allowed is " + type.allowed());
        }
        try {
            var unused = type.convert(scalar.getValue());
        } catch (TypeConversionException e) {
            throw new WrongUsageException(is + e.getMessage());
        }
        if (type.holdsPassword(scalar.getValue())) {
            throw new WrongUsageException(is + "an address with a password; allowed is one without a password,"
                    + " which comes from the environment: see docs/configuration.md");
        }
        return scalar.getValue();
    }

    private String knownKeys() {
        return String.join(", ", keys.keySet());
    }
}

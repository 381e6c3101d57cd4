package io.ghirbal.report.cli;

import io.ghirbal.ingest.source.SourceDocument;
import io.ghirbal.report.database.DatabaseUrl;
import io.ghirbal.report.remote.Broker;
import io.ghirbal.report.schedule.Schedule;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * The options of {@code --config}: a YAML file whose keys are the names of the options, and {@code inputs}. What stands on the command
 * line counts before it. See docs/configuration.md.
 */
final class ConfigFile implements IDefaultValueProvider {
    /** When no file was named. */
    static final ConfigFile NONE = new ConfigFile(List.of(), Map.of());

    static final String OPTION = "--config";

    private final List<Path> inputs;
    private final Map<String, String> options;

    private ConfigFile(List<Path> inputs, Map<String, String> options) {
        this.inputs = inputs;
        this.options = options;
    }

    private static final String INPUTS = "inputs";
    private static final String DB = "db";
    private static final String BROKER = "broker";

    private static final List<Key> KEYS = List.of(
            new Key(INPUTS, "a list of files and folders", value -> !value.isBlank()),
            new Key(
                    DB,
                    "jdbc:hsqldb:file:PATH or jdbc:postgresql://HOST/DATABASE, without a password",
                    ConfigFile::isDatabase),
            new Key("out", "a folder", value -> !value.isBlank()),
            new Key(
                    "outlet",
                    "a name of 1 to " + SourceDocument.MAX_OUTLET_LENGTH + " characters",
                    RunOptions::isOutletName),
            new Key("topics", "a model made by topics train", value -> Files.isRegularFile(Path.of(value))),
            new Key(BROKER, "tcp://HOST:PORT, without a password", ConfigFile::isBroker),
            new Key("threads", "a number from 1 to " + ThreadsOption.MOST, ConfigFile::isThreads),
            new Key("reanalyse", "true or false", ConfigFile::isBoolean),
            new Key("strict", "true or false", ConfigFile::isBoolean),
            new Key("metrics", "a file", value -> !value.isBlank()),
            new Key("cron", "five fields as in a crontab, like '15 5 * * *'", value -> isSchedule(value, "UTC")),
            new Key("zone", "a time zone like Asia/Dubai or UTC", value -> isSchedule("@daily", value)),
            new Key("http", "a port from 1 to 65535", ConfigFile::isPort));

    /**
     * A key that is known.
     *
     * @param name its name, that of the option
     * @param allowed what its values may be, for people
     * @param check whether a value is allowed
     */
    private record Key(String name, String allowed, Predicate<String> check) {}

    private static boolean isBoolean(String value) {
        return value.equals("true") || value.equals("false");
    }

    private static boolean isPort(String value) {
        return value.matches("[1-9][0-9]{0,4}") && Integer.parseInt(value) < 1 << 16;
    }

    private static boolean isThreads(String value) {
        return value.matches("[1-9][0-9]?") && Integer.parseInt(value) <= ThreadsOption.MOST;
    }

    private static boolean isDatabase(String value) {
        try {
            return !new DatabaseUrl(value).holdsPassword();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean isBroker(String value) {
        try {
            return !new Broker(value, null, null).holdsPassword();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean isSchedule(String cron, String zone) {
        try {
            Schedule unused = Schedule.of(cron, zone);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /**
     * The file that {@code arguments} name with {@link #OPTION}.
     *
     * @throws WrongUsageException when it cannot be read, or holds a key or a value that is not known
     */
    static ConfigFile named(String... arguments) {
        for (int i = 0; i < arguments.length; i++) {
            if (arguments[i].startsWith(OPTION + "=")) {
                return read(Path.of(arguments[i].substring(OPTION.length() + 1)));
            }
            if (arguments[i].equals(OPTION) && i + 1 < arguments.length) {
                return read(Path.of(arguments[i + 1]));
            }
        }
        return NONE;
    }

    static ConfigFile read(Path file) {
        try (Reader in = Files.newBufferedReader(InputFiles.existing(file))) {
            Node root = new Yaml(new SafeConstructor(new LoaderOptions())).compose(in);
            if (root == null) {
                return NONE;
            }
            if (!(root instanceof MappingNode mapping)) {
                throw new WrongUsageException(file + ": not a list of keys and values; known keys: " + knownKeys());
            }
            return read(file, mapping);
        } catch (MarkedYAMLException e) {
            throw new WrongUsageException("%s, line %d: not YAML (%s)"
                    .formatted(file, e.getProblemMark().getLine() + 1, e.getProblem()));
        } catch (IOException e) {
            throw new WrongUsageException("%s cannot be read: %s".formatted(file, e.getMessage()));
        }
    }

    private static ConfigFile read(Path file, MappingNode mapping) {
        List<Path> inputs = new ArrayList<>();
        Map<String, String> options = new LinkedHashMap<>();
        for (NodeTuple entry : mapping.getValue()) {
            String where = file + ", line " + (entry.getKeyNode().getStartMark().getLine() + 1);
            String name = entry.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "(not a name)";
            Key key = KEYS.stream()
                    .filter(known -> known.name.equals(name))
                    .findFirst()
                    .orElseThrow(() -> new WrongUsageException(
                            "%s: unknown key '%s'; known keys: %s".formatted(where, name, knownKeys())));
            if (name.equals(INPUTS)) {
                for (String value : values(where, key, entry.getValueNode())) {
                    inputs.add(Path.of(value));
                }
            } else if (options.put("--" + name, value(where, key, entry.getValueNode())) != null) {
                throw new WrongUsageException("%s: the key '%s' stands twice".formatted(where, name));
            }
        }
        return new ConfigFile(List.copyOf(inputs), options);
    }

    private static List<String> values(String where, Key key, Node node) {
        return node instanceof SequenceNode sequence
                ? sequence.getValue().stream()
                        .map(item -> value(where, key, item))
                        .toList()
                : List.of(value(where, key, node));
    }

    private static String value(String where, Key key, Node node) {
        String value = node instanceof ScalarNode scalar ? scalar.getValue() : null;
        if (value == null || !key.check.test(value)) {
            // an address may hold a password
            boolean isAddress = key.name.equals(DB) || key.name.equals(BROKER);
            String shown = value == null ? "several values" : isAddress ? "an address" : "'" + value + "'";
            throw new WrongUsageException(
                    "%s: the key '%s' is %s; allowed is %s".formatted(where, key.name, shown, key.allowed));
        }
        return value;
    }

    private static String knownKeys() {
        return KEYS.stream().map(Key::name).collect(Collectors.joining(", "));
    }

    /** What to read; empty when the file does not say. */
    List<Path> inputs() {
        return inputs;
    }

    @Override
    public @Nullable String defaultValue(ArgSpec argument) {
        return argument instanceof OptionSpec option ? options.get(option.longestName()) : null;
    }
}

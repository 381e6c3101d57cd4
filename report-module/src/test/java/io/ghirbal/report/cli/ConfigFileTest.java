package io.ghirbal.report.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

class ConfigFileTest {
    private static final Path PAGE = Path.of("..", "docs", "configuration.md");

    /** A value for each option, and what it becomes. A new option needs one here, and a line in docs/configuration.md. */
    private static final Map<String, String> VALUES = Map.ofEntries(
            Map.entry("db", "jdbc:postgresql://db.example/news"),
            Map.entry("out", "/srv/ghirbal-out"),
            Map.entry("topics", "standard"),
            Map.entry("outlet", "صحيفة"),
            Map.entry("field", "text=article_text,outlet=site"),
            Map.entry("dry-run", "true"),
            Map.entry("limit", "100"),
            Map.entry("include", "*.html"),
            Map.entry("exclude", "drafts/*"),
            Map.entry("outlet-from", "host"),
            Map.entry("date-from", "path"),
            Map.entry("export", "jsonl,csv"),
            Map.entry("language", "ar,fa"),
            Map.entry("reanalyse", "true"),
            Map.entry("threads", "3"),
            Map.entry("broker", "tcp://broker.example:61616"),
            Map.entry("templates", "templates.tsv"),
            Map.entry("strict", "true"),
            Map.entry("format", "csv"),
            Map.entry("metrics", "ghirbal.prom"),
            Map.entry("cron", "15 5 * * *"),
            Map.entry("zone", "Asia/Dubai"),
            Map.entry("http", "9464"));

    @TempDir
    private Path folder;

    @Test
    void givesOptionsTheirValuesAndKeepsTheInputs() throws IOException {
        ConfigFile config = read("""
                # every night
                inputs:
                  - /data/news
                  - أخبار/اليوم
                db: jdbc:postgresql://db.example/news
                strict: true
                cron: "15 5 * * *"
                http: 9464
                """);
        assertThat(config.inputs()).containsExactly(Path.of("/data/news"), Path.of("أخبار/اليوم"));
        assertThat(value(config, "--db")).isEqualTo("jdbc:postgresql://db.example/news");
        assertThat(value(config, "--strict")).isEqualTo("true");
        assertThat(value(config, "--cron")).isEqualTo("15 5 * * *");
        assertThat(value(config, "--http")).isEqualTo("9464");
        assertThat(value(config, "--out")).isEmpty();
    }

    @Test
    void takesOneInputWithoutAList() throws IOException {
        assertThat(read("inputs: news\n").inputs()).containsExactly(Path.of("news"));
    }

    @Test
    void isEmptyWhenNothingStandsInIt() throws IOException {
        assertThat(read("# nothing yet\n").inputs()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "strict: maybe              | the key 'strict' is 'maybe'; allowed is true or false",
                "http: 70000                | the key 'http' is '70000'; allowed is a port from 1 to 65535",
                "cron: every morning        | the key 'cron' is 'every morning'; allowed is five fields",
                "zone: Mars/Olympus         | the key 'zone' is 'Mars/Olympus'; allowed is a time zone",
                "db: jdbc:mysql://h/n       | the key 'db' is an address; allowed is jdbc:hsqldb",
                "topics: no-such.model      | the key 'topics' is 'no-such.model'; allowed is a model",
                "outlet: ''                 | the key 'outlet' is ''; allowed is a name",
                "out: [a, b]                | the key 'out' is several values; allowed is a folder",
                "databse: x                 | unknown key 'databse'; known keys: inputs, db, out",
                "'- a'                      | not a list of keys and values",
                "'out: [a'                  | line 3: not YAML",
                "'out: \"\u0001\"'          | not YAML",
                "inputs: {a: b}             | the key 'inputs' is several values; allowed is a file or folder",
                "inputs: [a, '']            | the key 'inputs' is ''; allowed is a file or folder",
            })
    void namesTheKeyTheValueAndWhatIsAllowed(String line, String message) {
        assertThatThrownBy(() -> read("# first line\n" + line + "\n"))
                .isInstanceOf(WrongUsageException.class)
                .hasMessageStartingWith(folder.resolve("ghirbal.yaml").toString())
                .hasMessageContaining(message)
                .message()
                .hasLineCount(1);
    }

    @Test
    void namesTheLine() {
        assertThatThrownBy(() -> read("out: x\n\nstrict: 7\n")).hasMessageContaining("ghirbal.yaml, line 3: ");
        assertThatThrownBy(() -> read("out: x\nout: y\n")).hasMessageContaining("line 2: the key 'out' stands twice");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "db: jdbc:postgresql://h/news?user=u&password=geheim",
                "broker: tcp://broker:61616?sslEnabled=true;keyStorePassword=geheim"
            })
    void takesNoPasswordAndDoesNotRepeatIt(String line) {
        assertThatThrownBy(() -> read(line))
                .hasMessageContaining("without a password")
                .message()
                .doesNotContain("geheim");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "db: jdbc:mysql://u:geheim@h/news",
                "db: jdbc:postgresql://u:geheim@h/news",
                "db: u:geheim@h",
                "broker: tcp://u:geheim@broker:61616"
            })
    void doesNotRepeatAnAddressItCannotRead(String line) {
        assertThatThrownBy(() -> read(line))
                .hasMessageContaining("is an address; allowed is")
                .message()
                .doesNotContain("geheim");
    }

    @Test
    void isFoundAmongTheArguments() throws IOException {
        Path file = Files.writeString(folder.resolve("ghirbal.yaml"), "inputs: news\n");
        assertThat(config("run", "--config", file.toString()).inputs()).isEqualTo(List.of(Path.of("news")));
        assertThat(config("run", "--config=" + file).inputs()).isEqualTo(List.of(Path.of("news")));
        assertThat(config("run", "--strict").inputs()).isEmpty();
        assertThatThrownBy(() ->
                        config("run", "--config", folder.resolve("missing").toString()))
                .isInstanceOf(WrongUsageException.class)
                .hasMessageContaining("missing");
    }

    @ParameterizedTest
    @MethodSource("settableOptions")
    void setsEveryOptionOfTheJob(String command, String option) throws IOException {
        String key = option.substring("--".length());
        assertThat(VALUES).containsKey(key);
        String others = key.equals("cron") ? "" : "cron: '@daily'\n";
        Path file = Files.writeString(folder.resolve("ghirbal.yaml"), others + key + ": '" + VALUES.get(key) + "'\n");

        CommandSpec parsed = parse(command, "--config", file.toString());

        Object value = parsed.findOption(option).getValue();
        Object set = value instanceof List<?> list && list.size() == 1 ? list.get(0) : value;
        assertThat(set).hasToString(VALUES.get(key));
    }

    static Stream<Arguments> settableOptions() {
        return Stream.of("run", "schedule", "worker")
                .flatMap(command -> command(command).options().stream()
                        .filter(option -> !option.usageHelp() && !option.versionHelp())
                        .map(OptionSpec::longestName)
                        .filter(name -> !name.equals("--config"))
                        .map(name -> Arguments.of(command, name)));
    }

    @Test
    void isDocumentedKeyByKey() throws IOException {
        String page = Files.readString(PAGE);
        Set<String> documented = new LinkedHashSet<>();
        for (String row : page.lines().filter(line -> line.startsWith("| `")).toList()) {
            String keys = row.split("\\|", -1)[1];
            documented.addAll(Pattern.compile("`([a-z-]+)`")
                    .matcher(keys)
                    .results()
                    .map(key -> key.group(1))
                    .toList());
        }
        documented.removeIf(name -> name.startsWith("ghirbal_"));
        String known =
                Objects.requireNonNull(catchThrowableOfType(WrongUsageException.class, () -> read("no-such-key: x"))
                        .getMessage());

        assertThat(documented)
                .containsExactlyInAnyOrderElementsOf(
                        List.of(known.replaceFirst(".*known keys: ", "").split(", ")));
        MatchResult example = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL)
                .matcher(page)
                .results()
                .findFirst()
                .orElseThrow();
        assertThat(value(read(example.group(1)), "--zone")).isEqualTo("Asia/Dubai");
    }

    @ParameterizedTest
    @CsvSource({
        "threads, 99",
        "threads, many",
        "http, 70000",
        "zone, Mars/Olympus",
        "cron, every morning",
        "cron, 61 * * * *",
        "db, jdbc:mysql://h/n",
        "broker, broker.example",
        "topics, no-such.model",
        "outlet, ' '",
        "export, 'jsonl,pdf'",
        "language, Arabic",
        "out, ''",
        "metrics, ''",
    })
    void refusesInTheWordsOfTheCommandLine(String key, String value) {
        String inFile = Objects.requireNonNull(
                catchThrowableOfType(WrongUsageException.class, () -> read(key + ": '" + value + "'"))
                        .getMessage());
        StringWriter err = new StringWriter();
        int exitCode = Ghirbal.execute(
                Stop.never(), new PrintWriter(err), new PrintWriter(err, true), "schedule", "--" + key + "=" + value);

        assertThat(exitCode).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(err.toString())
                .isEqualTo(
                        "ghirbal: --" + key + inFile.replaceFirst(".*the key '[a-z]*'", "") + System.lineSeparator());
    }

    @Test
    void servesManyCommandsEachOfWhichTakesItsOwn() throws IOException {
        Path file = Files.writeString(folder.resolve("ghirbal.yaml"), """
                inputs: news
                db: jdbc:postgresql://db.example/news
                outlet: صحيفة
                cron: "@daily"
                http: 9464
                """);

        assertThat(parse("run", "--config", file.toString())
                        .findOption("--outlet")
                        .<String>getValue())
                .isEqualTo("صحيفة");
        CommandSpec report = parse("report", "--config", file.toString());
        assertThat(report.findOption("--db").<String>getValue()).isEqualTo("jdbc:postgresql://db.example/news");
        assertThat(report.findOption("--outlet").<List<String>>getValue())
                .as("the outlets to report, which are another thing")
                .isEmpty();
        Files.writeString(file, "cron: every morning\n");
        assertThatThrownBy(() -> config("run", "--config", file.toString()))
                .hasMessageContaining("the key 'cron' is 'every morning'");
    }

    @Test
    void countsAfterTheCommandLine() throws IOException {
        Path file = Files.writeString(folder.resolve("ghirbal.yaml"), "threads: 2\nstrict: true\nreanalyse: false\n");

        CommandSpec run = parse("run", "--config", file.toString(), "--threads", "3", "--strict", "--reanalyse");

        assertThat(run.findOption("--threads").<Integer>getValue()).isEqualTo(3);
        assertThat(run.findOption("--strict").<Boolean>getValue()).isTrue();
        assertThat(run.findOption("--reanalyse").<Boolean>getValue()).isTrue();
    }

    private ConfigFile read(String yaml) throws IOException {
        Path file = Files.writeString(folder.resolve("ghirbal.yaml"), yaml);
        return config("schedule", "--cron", "@daily", "--config", file.toString());
    }

    /** The file that a command line names. */
    private static ConfigFile config(String... arguments) {
        return parse(arguments).findOption("--config").getValue();
    }

    private static CommandSpec parse(String... arguments) {
        try {
            return Ghirbal.commandLine(Stop.never(), arguments)
                    .parseArgs(arguments)
                    .subcommand()
                    .commandSpec();
        } catch (ParameterException e) {
            throw Objects.requireNonNullElse(WrongUsageException.find(e), e);
        }
    }

    private static CommandSpec command(String name) {
        CommandLine command = Objects.requireNonNull(
                Ghirbal.commandLine(Stop.never(), name).getSubcommands().get(name));
        return command.getCommandSpec();
    }

    private static String value(ConfigFile config, String option) {
        return Objects.requireNonNullElse(config.value(command("schedule").findOption(option)), "");
    }
}

package io.ghirbal.report.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine.Model.OptionSpec;

class ConfigFileTest {
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

    @Test
    void takesNoPasswordAndDoesNotRepeatIt() {
        assertThatThrownBy(() -> read("db: jdbc:postgresql://h/news?user=u&password=geheim\n"))
                .hasMessageContaining("without a password")
                .message()
                .doesNotContain("geheim");
    }

    @Test
    void isFoundAmongTheArguments() throws IOException {
        Path file = Files.writeString(folder.resolve("ghirbal.yaml"), "inputs: news\n");
        assertThat(ConfigFile.named("run", "--config", file.toString()).inputs())
                .isEqualTo(List.of(Path.of("news")));
        assertThat(ConfigFile.named("run", "--config=" + file).inputs()).isEqualTo(List.of(Path.of("news")));
        assertThat(ConfigFile.named("run", "--strict").inputs()).isEmpty();
        assertThatThrownBy(() -> ConfigFile.named(
                        "run", "--config", folder.resolve("missing").toString()))
                .isInstanceOf(WrongUsageException.class)
                .hasMessageContaining("missing");
    }

    private ConfigFile read(String yaml) throws IOException {
        return ConfigFile.read(Files.writeString(folder.resolve("ghirbal.yaml"), yaml));
    }

    private static String value(ConfigFile config, String option) {
        return String.valueOf(config.defaultValue(OptionSpec.builder(option).build()))
                .replace("null", "");
    }
}

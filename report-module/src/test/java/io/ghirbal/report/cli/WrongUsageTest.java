package io.ghirbal.report.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.ghirbal.report.TestBroker;
import io.ghirbal.report.cli.GhirbalJar.Answer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is answered to a command that asks for what can't be done: exit code 2, and one line where it says all. */
class WrongUsageTest {
    private static final Path SEEDS = Path.of("..", "seeds").toAbsolutePath().normalize();

    @TempDir
    private Path folder;

    @Test
    void wantsACommandThatItKnowsAndOptionsThatItHas() {
        assertThat(InProcess.call().exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(InProcess.call("run", "--no-such-option").exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
    }

    @Test
    void wantsSomethingToRead() {
        assertThat(oneLine("run", "no-such-folder")).contains("no-such-folder");
        assertThat(oneLine("run")).contains("nothing to read");
        assertThat(oneLine("run", "--outlet", " ", folder)).contains("--outlet is ' '");
    }

    @Test
    void wantsADatabaseThatItKnows() {
        assertThat(oneLine("run", "--db", "jdbc:mysql://localhost/news", SEEDS)).contains("jdbc:mysql");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://localhost:nonsense/news?user=reader&password=geheim",
                "jdbc:mysql://localhost/news?password=geheim"
            })
    void neverShowsAPassword(String address) {
        assertThat(oneLine("run", "--db", address, "--metrics", folder.resolve("m.prom"), SEEDS))
                .doesNotContain("geheim");
    }

    @Test
    void wantsADatabaseThatIsThereForAReportAndAPurge() {
        String nowhere = "jdbc:hsqldb:file:" + folder.resolve("nowhere/x");

        assertThat(oneLine("report", "--db", nowhere)).contains("there is no database");
        assertThat(oneLine("purge", "--before", "2999-01-01", "--db", nowhere)).contains("there is no database");
        assertThat(InProcess.call("purge", "--before", "yesterday", "--db", nowhere)
                        .exitCode())
                .isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void wantsTimesForASchedule() {
        assertThat(oneLine("schedule", "--cron", "every morning", SEEDS)).contains("'every morning'", "15 5 * * *");
        assertThat(oneLine("schedule", "--cron", "61 * * * *", SEEDS)).contains("'61 * * * *'", "0 - 59");
        assertThat(InProcess.call("schedule", SEEDS).err()).contains("--cron");
    }

    @Test
    void wantsADatabaseOfManyProcessesForABroker() {
        assertThat(oneLine("worker", "--broker", "tcp://localhost:61616"))
                .contains("--broker needs a database", "PostgreSQL", "--db");
        assertThat(oneLine("run", "--broker", "tcp://localhost:61616", "--out", folder, SEEDS))
                .contains("--broker needs a database", "PostgreSQL", "--db");
        assertThat(oneLine("worker")).contains("--broker");
    }

    @Test
    void saysThatTheBrokerIsNotThere() throws Exception {
        String nowhere = "tcp://localhost:" + TestBroker.freePort();

        Answer answer = InProcess.call("worker", "--db", "jdbc:postgresql://localhost:1/news", "--broker", nowhere);

        assertThat(answer.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(answer.err()).hasLineCount(1).startsWith("ghirbal: cannot reach the broker " + nowhere);
        assertThat(answer.out()).isEmpty();
    }

    @Test
    void wantsAFolderThatCanBeMadeForADatabase() throws Exception {
        Files.writeString(folder.resolve("taken"), "a file where a folder should be");

        Answer answer = InProcess.call(
                "run",
                "--db",
                "jdbc:hsqldb:file:" + folder.resolve("taken/news"),
                "--out",
                folder.resolve("out"),
                SEEDS);

        assertThat(answer.exitCode()).as(answer.err()).isEqualTo(ExitCode.FAILED);
        assertThat(answer.err()).hasLineCount(1).contains("taken").doesNotContain("another run");
        assertThat(answer.out()).isEqualTo(InProcess.OPENING);
    }

    /** What is said on standard error; nothing else is. */
    private static String oneLine(Object... arguments) {
        Answer answer = InProcess.call(arguments);
        assertThat(answer.exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(answer.err()).hasLineCount(1);
        assertThat(answer.out()).isEmpty();
        return answer.err();
    }
}

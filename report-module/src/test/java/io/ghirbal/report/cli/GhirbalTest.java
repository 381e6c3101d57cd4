package io.ghirbal.report.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;

class GhirbalTest {
    @Test
    void looksAtNoCommandButTheOneThatIsNamed() {
        Map<String, CommandLine> all = Ghirbal.commandLine(Stop.never()).getSubcommands();

        assertThat(all)
                .containsOnlyKeys(
                        "run", "schedule", "worker", "explain", "report", "purge", "topics", "stories", "clean")
                .allSatisfy((name, command) -> {
                    assertThat(Ghirbal.commandLine(Stop.never(), name).getSubcommands())
                            .containsOnlyKeys(name);
                    assertThat(command.getCommand()
                                    .getClass()
                                    .getAnnotation(Command.class)
                                    .name())
                            .isEqualTo(name);
                });
    }

    @Test
    void listsAllCommandsToWhoeverNamesNone() {
        for (String[] arguments : new String[][] {{"--help"}, {"-h"}, {"rnu"}, {}}) {
            GhirbalJar.Answer answer = InProcess.call((Object[]) arguments);
            assertThat(answer.out() + answer.err()).contains("ghirbal", "COMMAND", "run");
        }
        assertThat(InProcess.call("--help").out())
                .contains("schedule", "worker", "purge", "topics", "stories", "clean");
    }
}

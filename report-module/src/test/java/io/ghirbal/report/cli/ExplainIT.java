package io.ghirbal.report.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Colours of the packaged jar on a terminal, which {@code script} of util-linux stands in for. */
@EnabledOnOs(OS.LINUX)
class ExplainIT {
    private static final Path SCRIPT = Path.of("/usr/bin/script");
    private static final String COLOUR = "\u001B[";

    @TempDir
    private Path folder;

    @BeforeEach
    void needATerminal() throws IOException {
        assumeTrue(Files.isExecutable(SCRIPT), "script of util-linux is not installed");
        Files.writeString(folder.resolve("a.txt"), OddFiles.article(1));
    }

    @Test
    void printsInColourOnATerminal() throws Exception {
        assertThat(onTerminal("a.txt", Map.of())).contains(COLOUR, "افتتاح جسر جديد");
    }

    @Test
    void printsWithoutColourWhereTheUserWantsNone() throws Exception {
        assertThat(onTerminal("a.txt", Map.of("NO_COLOR", "1")))
                .contains("افتتاح جسر جديد")
                .doesNotContain(COLOUR);
        assertThat(onTerminal("--color=never a.txt", Map.of()))
                .contains("افتتاح جسر جديد")
                .doesNotContain(COLOUR);
    }

    private String onTerminal(String arguments, Map<String, String> environment)
            throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String jar = Path.of("target", "ghirbal.jar").toAbsolutePath().toString();
        ProcessBuilder builder = new ProcessBuilder(
                        SCRIPT.toString(),
                        "-qec",
                        "'%s' -XX:TieredStopAtLevel=1 -jar '%s' explain %s".formatted(java, jar, arguments),
                        "/dev/null")
                .directory(folder.toFile())
                .redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.contains("COLOR"));
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }
}

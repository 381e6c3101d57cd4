package io.ghirbal.report.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher of an installation of its own, which nobody has started before. */
class LauncherIT {
    private static final Path PACKAGED = Path.of("target").toAbsolutePath();

    @TempDir
    private Path home;

    @BeforeEach
    void install() throws IOException {
        Files.createDirectory(home.resolve("bin"));
        Files.copy(PACKAGED.resolve("bin/ghirbal"), home.resolve("bin/ghirbal"));
        Files.copy(PACKAGED.resolve("ghirbal.jar"), home.resolve("ghirbal.jar"));
        Files.createSymbolicLink(home.resolve("lib"), PACKAGED.resolve("lib"));
    }

    @Test
    void makesAnArchiveAtTheFirstStartAndTakesItsClassesFromThereAfterwards() throws Exception {
        assertVersion(start());
        List<Path> archives = archives();
        assertThat(archives).hasSize(1);

        assertThat(classesFromTheArchive()).isGreaterThan(100);
        assertThat(archives()).isEqualTo(archives);
    }

    @Test
    void makesOneArchiveWhenTwoStartAtOnceAndAnotherForAnotherProgram() throws Exception {
        Process first = start();
        Process second = start();
        assertVersion(first);
        assertVersion(second);
        List<Path> archives = archives();
        assertThat(archives).hasSize(1);

        try (FileSystem jar = FileSystems.newFileSystem(home.resolve("ghirbal.jar"))) {
            Files.writeString(jar.getPath("other"), "");
        }
        assertVersion(start());
        assertThat(archives()).hasSize(1).doesNotContainAnyElementsOf(archives);
    }

    @Test
    void startsWithoutAnArchiveWhereNoneCanBeKept() throws Exception {
        // not by permissions, which root would not mind
        Files.createFile(home.resolve("cds"));
        Process process = start("HOME", "/dev/null");

        assertVersion(process);
        assertThat(home.resolve("cds")).isEmptyFile();
    }

    private Process start(String... environment) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(home.resolve("bin/ghirbal").toString(), "--version");
        builder.environment().keySet().removeAll(List.of("XDG_CACHE_HOME", "JAVA_OPTS"));
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        for (int i = 0; i < environment.length; i += 2) {
            builder.environment().put(environment[i], environment[i + 1]);
        }
        return builder.redirectErrorStream(true).start();
    }

    private static void assertVersion(Process process) throws Exception {
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        assertThat(said).startsWith("ghirbal ").hasLineCount(1);
    }

    private List<Path> archives() throws IOException {
        try (Stream<Path> files = Files.list(home.resolve("cds"))) {
            return files.toList();
        }
    }

    /** How many classes of our own and of the libraries a start with {@code --version} takes from the archive on top of the JDK's. */
    private long classesFromTheArchive() throws Exception {
        Path classes = home.resolve("classes.txt");
        assertVersion(start("JAVA_OPTS", "-Xlog:class+load:file=" + classes));
        try (Stream<String> lines = Files.lines(classes)) {
            return lines.filter(line -> line.contains("shared objects file (top)"))
                    .count();
        }
    }
}

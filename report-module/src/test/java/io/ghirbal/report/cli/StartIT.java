package io.ghirbal.report.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a start leaves out to be a short one. */
class StartIT {
    @TempDir
    private Path folder;

    @Test
    void runsWithoutHibernateAndWithoutATemporaryFolder() throws Exception {
        Path classes = folder.resolve("classes.txt");
        Files.writeString(folder.resolve("a.txt"), OddFiles.article(1));
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Xlog:class+load:file=" + classes,
                        "-Djava.io.tmpdir=" + folder.resolve("missing"),
                        "-jar",
                        Path.of("target", "ghirbal.jar").toAbsolutePath().toString(),
                        "run",
                        "a.txt")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        assertThat(Files.readString(classes, StandardCharsets.UTF_8))
                .contains("io.ghirbal.report.job.NewsRuns ")
                .doesNotContain("org.hibernate.SessionFactory ", "org.hibernate.internal.SessionFactoryImpl ");
    }
}

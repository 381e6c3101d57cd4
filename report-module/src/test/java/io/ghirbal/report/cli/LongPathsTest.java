package io.ghirbal.report.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Paths that are longer than a table or a file system has room for are answered in one line, before a database is opened. */
class LongPathsTest {
    private static final String SEEDS = Path.of("..", "seeds").toString();

    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    @Test
    void namesTheMostCharactersOfTheFolderForTheResults() {
        String out = folder.resolve("long/".repeat(600)).toString();

        assertThat(run(out)).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(err.toString().lines())
                .singleElement()
                .asString()
                .contains(String.format(Locale.ROOT, "%,d characters", out.length()), "the most is 2,500");
    }

    @Test
    void namesTheFolderThatTheFileSystemHasNoNameFor() {
        String out = folder.resolve("long".repeat(64)).toString();

        assertThat(run(out)).isEqualTo(ExitCode.FAILED);
        assertThat(err.toString().lines())
                .singleElement()
                .asString()
                .contains("Cannot make the output folder", "File name too long");
    }

    private int run(String out) {
        String database = "jdbc:hsqldb:file:" + folder.resolve("data/news");
        int exitCode = Ghirbal.execute(
                Stop.never(),
                new PrintWriter(new StringWriter()),
                new PrintWriter(err, true),
                "run",
                "--db",
                database,
                "--out",
                out,
                SEEDS);
        assertThat(folder).isEmptyDirectory();
        return exitCode;
    }
}

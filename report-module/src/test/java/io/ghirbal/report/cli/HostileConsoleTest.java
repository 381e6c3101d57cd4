package io.ghirbal.report.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the console says of files whose names or texts hold commands to a terminal. */
class HostileConsoleTest {
    private static final String NAME = "\u001B[2J\n\u202Egnp.txt";
    private static final String SHOWN_NAME = "\\u001B[2J\\u000A\\u202Egnp.txt";

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    @Test
    void explainsATextWithoutObeyingIt() throws IOException {
        Path file = Files.writeString(
                folder.resolve(NAME), "\u001B[31mعنوان الخبر\u001B]0;owned\u0007\n\nأعلن الوزير أن المحادثات ستستأنف.");

        assertThat(explain(file)).isEqualTo(ExitCode.COMPLETE);

        assertThat(out.toString())
                .startsWith(SHOWN_NAME + ", record 1, UTF-8")
                .contains("\\u001B[31mعنوان الخبر")
                .doesNotContain("\u001B", "\u0007", "\u202E");
    }

    @Test
    void refusesAFileInOneLineWhateverItsName() throws IOException {
        Path file = Files.createFile(folder.resolve(NAME));

        assertThat(explain(file)).isEqualTo(ExitCode.WRONG_USAGE);

        assertThat(err.toString()).hasLineCount(1).contains(SHOWN_NAME, "EMPTY").doesNotContain("\u001B", "\u202E");
    }

    @Test
    void printsADefectWithItsTraceWithoutObeyingIt() {
        CommandFailure.of(new IllegalStateException("bad \u001B[2J")).print(new PrintWriter(err));

        assertThat(err.toString()).contains("bad \\u001B[2J", "at io.ghirbal").doesNotContain("\u001B");
    }

    private int explain(Path file) {
        return Ghirbal.execute(Stop.never(), new PrintWriter(out), new PrintWriter(err), "explain", file.toString());
    }
}

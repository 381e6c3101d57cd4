package io.ghirbal.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SlowestTestClassesTest {
    private static final Instant BEGIN = Instant.parse("2026-03-10T05:15:00Z");

    @TempDir
    private Path top;

    @Test
    void listsTheReportsOfThisBuildInAllModulesSlowestFirst() throws IOException {
        report("one/target/surefire-reports/TEST-a.QuickTest.xml", BEGIN.plusSeconds(1), "a.QuickTest", 12, 1, "0.5");
        report("two/target/failsafe-reports/TEST-b.SlowIT.xml", BEGIN.plusSeconds(2), "b.SlowIT", 3, 0, "1,000.25");
        report("two/target/surefire-reports/TEST-a.OldTest.xml", BEGIN.minusSeconds(1), "a.OldTest", 1, 0, "7");
        report("two/target/other/TEST-a.NoTest.xml", BEGIN.plusSeconds(1), "a.NoTest", 1, 0, "7");

        assertThat(SlowestTestClasses.table(SlowestTestClasses.classes(top, BEGIN)))
                .isEqualToNormalizingNewlines("""
                        2 test classes, 15 tests, 1 of them skipped; the slowest:
                          1000.3 s     3  b.SlowIT
                             0.5 s    12  a.QuickTest
                        """);
    }

    @Test
    void listsNoMoreThanTwenty() throws IOException {
        for (int i = 0; i < 30; i++) {
            report("target/surefire-reports/TEST-a.N%d.xml".formatted(i), BEGIN, "a.N" + i, 1, 0, "" + i);
        }

        assertThat(SlowestTestClasses.table(SlowestTestClasses.classes(top, BEGIN)))
                .hasLineCount(21)
                .startsWith("30 test classes, 30 tests")
                .contains("a.N10")
                .doesNotContain("a.N9");
    }

    private void report(String path, Instant written, String name, int tests, int skipped, String seconds)
            throws IOException {
        Path file = top.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, """
                <?xml version="1.0" encoding="UTF-8"?>
                <testsuite name="%s" time="%s" tests="%d" errors="0" skipped="%d" failures="0"><testcase name="x"/></testsuite>
                """.formatted(name, seconds, tests, skipped));
        Files.setLastModifiedTime(file, FileTime.from(written));
    }
}

package io.ghirbal.report.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ghirbal.report.Samples;
import io.ghirbal.report.TestDatabase;
import io.ghirbal.report.html.HtmlReport;
import io.ghirbal.report.summary.Slice;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A disk that is full while the outputs are written: the device /dev/full stands for it under the temporary name of each. */
@EnabledOnOs(OS.LINUX)
class FullDiskTest {
    private final DataSource database = TestDatabase.hsqldb();

    @TempDir
    private Path out;

    @BeforeEach
    void fill() {
        Samples.fill(database);
    }

    @Test
    void keepsTheEarlierOutputsAndSaysWhichCannotBeWritten() throws IOException {
        Map<String, Runnable> writers = Map.of(
                "articles.jsonl", () -> new ArticlesExport(database).write(out, Slice.ALL, Export.ALL),
                "tables/topic_summary.csv", () -> new TableExport(database).write(out, Slice.ALL),
                "tables.xlsx", () -> new ArticlesExport(database).write(out, Slice.ALL, Export.ALL),
                "articles.parquet", () -> new ArticlesExport(database).write(out, Slice.ALL, Export.ALL),
                "articles.csv", () -> new ArticlesExport(database).write(out, Slice.ALL, Export.ALL),
                "tables/topic_summary.parquet", () -> new ParquetExport(database).write(out, Slice.ALL),
                "report.html", () -> new HtmlReport(database).write(out, Slice.ALL, null, Export.ALL));
        Files.createDirectory(out.resolve("tables"));
        for (Map.Entry<String, Runnable> writer : writers.entrySet()) {
            Path file = Files.writeString(out.resolve(writer.getKey()), "earlier");
            Path unfinished = file.resolveSibling("." + file.getFileName() + ".unfinished");
            Files.createSymbolicLink(unfinished, Path.of("/dev/full"));

            assertThatThrownBy(writer.getValue()::run)
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContainingAll("Cannot write " + file, "No space left on device", "disk not full");

            assertThat(file).hasContent("earlier");
            assertThat(unfinished).doesNotExist();
            writer.getValue().run();
            assertThat(Files.readAllBytes(file)).isNotEqualTo("earlier".getBytes(UTF_8));
        }
    }

    @Test
    void doesNotTakeALostDatabaseForAFullDisk() {
        SQLException lost = new SQLException("connection lost", "08006", new IOException("connection reset"));

        assertThatThrownBy(() -> OutputFile.write(out.resolve("a"), writer -> {
                    throw new IllegalStateException(lost);
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasCause(lost);
    }
}

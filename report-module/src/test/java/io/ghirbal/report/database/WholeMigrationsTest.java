package io.ghirbal.report.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.ghirbal.report.export.Export;
import io.ghirbal.report.job.NewsRuns;
import io.ghirbal.report.summary.Slice;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class WholeMigrationsTest {
    // HSQLDB commits each statement of a migration. Killed in the middle of one, the next process found half of the
    // tables, failed to make them again, and so did every later one.
    @Test
    void leavesTheTablesAsTheyWereWhenKilledInTheMiddle(@TempDir Path folder) throws Exception {
        DatabaseUrl url = new DatabaseUrl("jdbc:hsqldb:file:" + folder.resolve("news"));
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        KilledMigration.class.getName(),
                        url.jdbc())
                .inheritIO()
                .start();
        assertThat(process.waitFor()).isEqualTo(137);

        try (NewsRuns runs = NewsRuns.open(url)) {
            runs.publish(folder.resolve("out"), Slice.ALL, null, Export.ALL);
        }

        assertThat(JdbcClient.create(new DriverManagerDataSource(url.jdbc(), "sa", ""))
                        .sql("select table_name from information_schema.tables where table_name in ('HALF', 'RUN')")
                        .query(String.class)
                        .list())
                .containsExactly("RUN");
    }
}

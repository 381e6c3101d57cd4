package io.ghirbal.report.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ghirbal.report.job.NewsRuns;
import io.ghirbal.report.job.RunListener;
import io.ghirbal.report.job.RunRequest;
import io.ghirbal.report.job.RunResult;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A database that is down, goes down in the middle, comes back, or has no room left. */
class LostDatabaseTest {
    private static final Path SEEDS = Path.of("..", "seeds");
    private static final DatabaseUrl ANY = new DatabaseUrl("jdbc:postgresql://host/news?password=secret");

    @TempDir
    private Path folder;

    @Test
    void goesOnExactlyOnceTheServerIsBack() throws Exception {
        EmbeddedPostgres first = server(0);
        int port = first.getPort();
        DatabaseUrl url = new DatabaseUrl(first.getJdbcUrl("postgres", "postgres"));

        assertThatThrownBy(() -> run(url, (run, resumed, execution) -> {
                    close(first);
                    return () -> {};
                }))
                .isInstanceOf(DatabaseUnavailableException.class)
                .hasMessageContaining("lost the database")
                .hasMessageContaining("goes on where it stopped");
        assertThatThrownBy(() -> run(url, RunListener.NONE))
                .as("while it is down")
                .isInstanceOf(DatabaseUnavailableException.class)
                .hasMessageContaining("cannot open the database");

        EmbeddedPostgres back = server(port);
        List<RunResult> results = run(url, RunListener.NONE);

        assertThat(results.get(0).resumed()).isTrue();
        assertThat(results.get(0).status()).isEqualTo(RunResult.Status.COMPLETED);
        assertThat(results.get(0).totals().stored()).isEqualTo(5);
        assertThat(JdbcClient.create(back.getPostgresDatabase())
                        .sql("select count(*) from article_analysis")
                        .query(Long.class)
                        .single())
                .isEqualTo(5);
        close(back);
    }

    @Test
    void tellsALostDatabaseFromAFaultyStatement() {
        SQLException full = new SQLException("could not extend file: No space left on device", "53100");
        SQLException cache = new BatchUpdateException("Data File size limit is reached", "S1000", -468, new int[0]);
        SQLException takenAway = new SQLException("Connection is closed");
        SQLException grammar = new SQLException("column does not exist", "42703");

        assertThat(DatabaseFailures.explainLoss(ANY, new DataAccessResourceFailureException("writing", full)))
                .isInstanceOf(DatabaseUnavailableException.class)
                .hasMessageContainingAll("jdbc:postgresql://host/news", "No space left on device", "disk full")
                .hasMessageNotContaining("secret");
        assertThat(DatabaseFailures.explainLoss(ANY, new IllegalStateException("Unable to rollback", takenAway)))
                .isInstanceOf(DatabaseUnavailableException.class);
        assertThat(DatabaseFailures.explainLoss(ANY, new IllegalStateException(cache)))
                .isInstanceOf(DatabaseUnavailableException.class);
        BadSqlGrammarException defect = new BadSqlGrammarException("reading", "select x", grammar);
        assertThat(DatabaseFailures.explainLoss(ANY, defect)).isSameAs(defect);
    }

    @Test
    void removesADatabaseThatCouldNotBeMadeAndNoOther() throws IOException {
        Path file = folder.resolve("data/news");
        Files.createDirectories(file.getParent());
        HalfMadeDatabase begun = HalfMadeDatabase.begin(file).orElseThrow();
        Files.writeString(folder.resolve("data/news.script"), "half");
        Files.createDirectory(folder.resolve("data/news.tmp"));
        Path other = Files.writeString(folder.resolve("data/newspaper.script"), "another");

        assertThat(HalfMadeDatabase.begin(file)).as("it is there now").isEmpty();
        begun.remove();

        assertThat(folder.resolve("data")).isDirectoryContaining(each -> each.equals(other));
        assertThat(folder.resolve("data")).isDirectoryNotContaining(each -> !each.equals(other));
    }

    private EmbeddedPostgres server(int port) throws IOException {
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setDataDirectory(folder.resolve("postgresql"))
                .setCleanDataDirectory(false);
        return (port == 0 ? builder : builder.setPort(port)).start();
    }

    private static void close(EmbeddedPostgres server) {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<RunResult> run(DatabaseUrl url, RunListener listener) {
        try (NewsRuns runs = NewsRuns.open(url)) {
            return runs.run(new RunRequest(List.of(SEEDS), folder.resolve("out"), null, false), listener);
        }
    }
}

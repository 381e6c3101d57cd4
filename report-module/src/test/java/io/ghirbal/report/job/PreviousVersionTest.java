package io.ghirbal.report.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.ghirbal.report.TestDatabase;
import io.ghirbal.report.database.DatabaseUrl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Runs of version 0.1.0, which published before it reconciled and had its own files as a parameter, are finished by this one. */
class PreviousVersionTest {
    private static final Path SEEDS = Path.of("..", "seeds");
    private static final List<String> STEPS = List.of("ingest", "analyse", "summarise", "publish", "reconcile");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"ingest", "analyse", "summarise", "publish", "reconcile"})
    void finishesARunThatWasKilledInAStepOnHsqldb(String step) throws Exception {
        finishes(new DatabaseUrl("jdbc:hsqldb:file:" + folder.resolve("data/news")), step);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ingest", "analyse", "summarise", "publish", "reconcile"})
    void finishesARunThatWasKilledInAStepOnPostgresql(String step) throws Exception {
        try (Connection connection = TestDatabase.postgresql().getConnection()) {
            finishes(new DatabaseUrl(connection.getMetaData().getURL(), "postgres", null), step);
        }
    }

    private void finishes(DatabaseUrl database, String step) throws IOException, SQLException {
        Path out = folder.resolve("out");
        RunTotals undisturbed = run(database, out).totals();
        String articles = Files.readString(out.resolve("articles.jsonl"));
        JdbcClient client = client(database);
        leaveAsKilledIn(step, client);
        if (STEPS.indexOf(step) < STEPS.indexOf("publish")) {
            Files.delete(out.resolve("articles.jsonl"));
        }

        RunResult result = run(database, out);

        assertThat(result.run()).isEqualTo(1);
        assertThat(result.resumed()).isTrue();
        assertThat(result.status()).isEqualTo(RunResult.Status.COMPLETED);
        assertThat(result.totals()).isEqualTo(undisturbed);
        assertThat(out.resolve("articles.jsonl")).hasContent(articles);
        assertThat(client.sql("select count(*) from run").query(Long.class).single())
                .isEqualTo(1);
    }

    /** The rows as the earlier version had them while it was at {@code step}. */
    private void leaveAsKilledIn(String step, JdbcClient database) {
        List<String> later = STEPS.subList(STEPS.indexOf(step) + 1, STEPS.size());
        for (String never : Stream.concat(Stream.of("profile"), later.stream()).toList()) {
            String executions =
                    "(select step_execution_id from batch_step_execution where step_name like '" + never + "%')";
            database.sql("delete from batch_step_execution_context where step_execution_id in " + executions)
                    .update();
            database.sql("delete from batch_step_execution where step_name like '" + never + "%'")
                    .update();
        }
        if (later.contains("analyse")) {
            database.sql("delete from article_analysis").update();
        }
        if (later.contains("summarise")) {
            for (String summary : List.of("topic", "outlet", "daily", "boilerplate", "rejection")) {
                database.sql("delete from " + summary + "_summary").update();
            }
        }
        database.sql(
                        "update batch_step_execution set status = 'STARTED', exit_code = 'EXECUTING', end_time = null where step_name = ?")
                .param(step)
                .update();
        database.sql("update batch_job_execution set status = 'STARTED', exit_code = 'UNKNOWN', end_time = null")
                .update();
        database.sql("""
                        insert into batch_job_execution_params
                            (job_execution_id, parameter_name, parameter_type, parameter_value, identifying)
                        select job_execution_id, 'passOver', 'java.lang.String', ?, 'N' from batch_job_execution
                        """)
                .param(folder.resolve("out/report.html") + "\n" + folder.resolve("out/tables"))
                .update();
        database.sql("update run set status = 'RUNNING', finished_at = null").update();
    }

    private static RunResult run(DatabaseUrl database, Path out) {
        try (NewsRuns runs = NewsRuns.open(database)) {
            List<RunResult> results = runs.run(new RunRequest(List.of(SEEDS), out, null, false), RunListener.NONE);
            assertThat(results).hasSize(1);
            return results.get(0);
        }
    }

    private static JdbcClient client(DatabaseUrl database) {
        return JdbcClient.create(
                new DriverManagerDataSource(database.jdbc(), database.isPostgresql() ? "postgres" : "sa", ""));
    }
}

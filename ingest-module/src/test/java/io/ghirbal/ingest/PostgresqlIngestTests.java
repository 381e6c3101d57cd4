package io.ghirbal.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.ghirbal.ingest.run.Run;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

class PostgresqlIngestTests extends IngestTests {
    private static final String DATABASE = PostgresqlServer.createDatabase();

    @Autowired
    LazyCommit lazyCommit;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
        properties.add("spring.datasource.url", () -> DATABASE);
    }

    @Test
    void goesOnWhereAKilledProcessStopped() throws Exception {
        writeManyLines();
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        KilledIngest.class.getName(),
                        DATABASE,
                        folder.toString())
                .inheritIO()
                .start();
        assertThat(process.waitFor()).isEqualTo(137);
        Run run = runs.findLast(List.of(folder), null).orElseThrow();
        assertCounts(run, 1500, 1425, 0, 75);

        JobExecution dead = jobs.findRunningJobExecutions("ingest").iterator().next();
        JobExecution restarted = operator.restart(operator.recover(dead));

        assertThat(restarted.getStatus()).isEqualTo(BatchStatus.COMPLETED);
        assertCounts(run, 5001, 4750, 1, 250);
        assertThat(count("article")).isEqualTo(4750);
        assertThat(count("rejected_document")).isEqualTo(250);
        assertThat(documentsRead(restarted)).isEqualTo(5001);
    }

    @Test
    void commitsAChunkWithoutWaitingForTheDisk() {
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            jdbc.execute("set synchronous_commit = on");
            lazyCommit.beforeChunk(new Chunk<>());
            assertThat(jdbc.queryForObject("show synchronous_commit", String.class))
                    .isEqualTo("off");
            status.setRollbackOnly();
        });
    }
}

package io.ghirbal.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.ghirbal.ingest.article.Article;
import io.ghirbal.ingest.article.ArticleRepository;
import io.ghirbal.ingest.article.RejectedDocumentRepository;
import io.ghirbal.ingest.article.Run;
import io.ghirbal.ingest.article.RunRepository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.JdbcTemplate;

/** The ingest step on a database; a subclass a vendor. That the context starts proves the mappings, for Hibernate validates them. */
@SpringBootTest
abstract class IngestTests {
    @TempDir
    Path folder;

    @Autowired
    Job job;

    @Autowired
    JobOperator operator;

    @Autowired
    RunRepository runs;

    @Autowired
    ArticleRepository articles;

    @Autowired
    RejectedDocumentRepository rejected;

    @Autowired
    JdbcTemplate jdbc;

    @BeforeEach
    void empty() {
        jdbc.update("delete from rejected_document");
        jdbc.update("delete from article");
        jdbc.update("delete from run");
    }

    @Test
    void storesEachTextOnceAndCountsTheRest() throws Exception {
        Files.writeString(folder.resolve("a.txt"), "نص أول");
        Files.writeString(folder.resolve("b.txt"), "نص أول");
        Files.writeString(folder.resolve("c.txt"), "");
        Files.writeString(
                folder.resolve("d.jsonl"), "{\"text\":\"نص ثان\",\"outlet\":\"قناة\"}\n{\"text\":\"نص أول\"}\n");

        Run run = begin(folder);
        JobExecution execution = start(run);

        assertThat(execution.getStatus()).isEqualTo(BatchStatus.COMPLETED);
        assertCounts(run, 5, 2, 2, 1);
        assertThat(execution.getStepExecutions().iterator().next().getReadCount())
                .isEqualTo(5);
        Article first = articles.findById(Article.idOf("نص أول")).orElseThrow();
        assertThat(first.source()).isEqualTo("a.txt");
        assertThat(first.outlet()).isEqualTo("الصحيفة");
        assertThat(articles.findById(Article.idOf("نص ثان")).orElseThrow().outlet())
                .isEqualTo("قناة");
        assertThat(rejected.findByRunIdOrderById(run.id())).singleElement().satisfies(document -> {
            assertThat(document.source()).isEqualTo("c.txt");
            assertThat(document.cause().name()).isEqualTo("EMPTY");
        });
    }

    Run begin(Path input) throws IOException {
        return runs.save(Run.begin("test", List.of(input), "الصحيفة", Instant.now()));
    }

    JobExecution start(Run run) throws Exception {
        return operator.start(
                job,
                new JobParametersBuilder().addLong(IngestStep.RUN, run.id()).toJobParameters());
    }

    void assertCounts(Run run, long read, long stored, long duplicate, long rejectedOnes) {
        Run after = runs.findById(run.id()).orElseThrow();
        assertThat(List.of(
                        after.documentsRead(),
                        after.documentsStored(),
                        after.documentsDuplicate(),
                        after.documentsRejected()))
                .containsExactly(read, stored, duplicate, rejectedOnes);
    }
}

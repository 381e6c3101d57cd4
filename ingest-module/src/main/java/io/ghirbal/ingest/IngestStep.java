package io.ghirbal.ingest;

import io.ghirbal.ingest.run.NewsStep;
import io.ghirbal.ingest.run.RunLog;
import io.ghirbal.ingest.run.RunParameters;
import io.ghirbal.ingest.run.RunRepository;
import io.ghirbal.ingest.source.ArticleSources;
import io.ghirbal.ingest.source.ReadingOptions;
import java.util.List;
import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The step {@code ingest}. The row in {@code run} of the run that it belongs to says what to read, and counts what was met.
 */
@Configuration(proxyBeanMethods = false)
public class IngestStep {
    @Bean
    Step ingest(
            JobRepository jobs,
            PlatformTransactionManager transactions,
            DocumentReader documentReader,
            DocumentWriter documentWriter,
            LazyCommit lazyCommit,
            BatchCounts batchCounts) {
        return new StepBuilder(NewsStep.INGEST.stepName(), jobs)
                .<List<MetDocument>, List<MetDocument>>chunk(1)
                .transactionManager(transactions)
                .reader(documentReader)
                .writer(documentWriter)
                .listener(lazyCommit)
                .listener(batchCounts)
                .build();
    }

    @Bean
    Product product(JdbcTemplate jdbc) {
        return Product.of(jdbc);
    }

    @Bean
    LazyCommit lazyCommit(JdbcTemplate jdbc, Product product) {
        return new LazyCommit(jdbc, product);
    }

    @Bean
    BatchCounts batchCounts() {
        return new BatchCounts();
    }

    @Bean
    RowInserts rowInserts(JdbcTemplate jdbc, Product product) {
        return new RowInserts(jdbc, product);
    }

    @Bean
    @StepScope
    DocumentReader documentReader(
            ObjectProvider<OwnFiles> ownFiles, RunRepository runs, @Value("#{stepExecution}") StepExecution step) {
        RunParameters parameters = RunParameters.of(step);
        return new DocumentReader(
                ArticleSources.of(ReadingOptions.ofText(parameters.reading()))
                        .passingOver(
                                ownFiles.getIfAvailable(() -> OwnFiles.NONE).of(parameters.out())),
                runs.get(parameters.run()));
    }

    @Bean
    @StepScope
    DocumentWriter documentWriter(
            JdbcTemplate jdbc,
            RowInserts inserts,
            ObjectProvider<IngestProgress> progress,
            RunLog log,
            RunRepository runs,
            @Value("#{stepExecution}") StepExecution step) {
        return new DocumentWriter(
                jdbc,
                inserts,
                progress.getIfAvailable(() -> (documents, rejected) -> {}),
                log,
                runs.get(RunParameters.of(step).run()));
    }

    @Bean
    RunRepository runs(JdbcClient database) {
        return new RunRepository(database);
    }

    @Bean
    RunLog runLog(JdbcClient database) {
        return new RunLog(database);
    }

    @Bean
    Arrivals arrivals(ObjectProvider<OwnFiles> ownFiles, JdbcTemplate jdbc) {
        return new Arrivals(ownFiles.getIfAvailable(() -> OwnFiles.NONE), jdbc);
    }
}

package io.ghirbal.report.summary;

import io.ghirbal.ingest.Product;
import io.ghirbal.ingest.run.NewsStep;
import io.ghirbal.ingest.run.RunParameters;
import java.util.List;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** The steps {@code summarise}, which fills the summary tables, and {@code reconcile}, which fails the run when numbers disagree. */
@Configuration(proxyBeanMethods = false)
class SummarySteps {
    @Bean
    Step summarise(
            JobRepository jobs,
            PlatformTransactionManager transactions,
            PlannerStatistics statistics,
            SummaryTables summaries) {
        return new StepBuilder(NewsStep.SUMMARISE.stepName(), jobs)
                .tasklet(
                        (contribution, context) -> {
                            statistics.refresh();
                            summaries.rebuild();
                            return RepeatStatus.FINISHED;
                        },
                        transactions)
                .allowStartIfComplete(true)
                .build();
    }

    @Bean
    Step reconcile(JobRepository jobs, PlatformTransactionManager transactions, Reconciliation reconciliation) {
        return new StepBuilder(NewsStep.RECONCILE.stepName(), jobs)
                .tasklet(
                        (contribution, context) -> {
                            StepExecution step = contribution.getStepExecution();
                            List<String> mismatches = reconciliation.mismatches(
                                    RunParameters.of(step).run(),
                                    documentsRead(jobs, step.getJobExecution().getJobInstance()));
                            if (!mismatches.isEmpty()) {
                                throw new NumbersDoNotAddUpException(mismatches);
                            }
                            return RepeatStatus.FINISHED;
                        },
                        transactions)
                .allowStartIfComplete(true)
                .build();
    }

    /**
     * What the reader of the ingest step counted, over all its attempts at this run. Not the read count of Spring Batch, which counts the
     * documents of a chunk that was rolled back, and those of its repetition.
     */
    private static long documentsRead(JobRepository jobs, JobInstance run) {
        StepExecution ingest = jobs.getLastStepExecution(run, NewsStep.INGEST.stepName());
        return ingest == null ? 0 : ingest.getExecutionContext().getLong(NewsStep.DOCUMENTS_READ, 0);
    }

    @Bean
    PlannerStatistics plannerStatistics(JdbcClient database, Product product) {
        return new PlannerStatistics(database, product);
    }

    @Bean
    StoredTopics storedTopics(JdbcClient database) {
        return new StoredTopics(database);
    }

    @Bean
    SummaryTables summaryTables(JdbcClient database) {
        return new SummaryTables(database);
    }

    @Bean
    Reconciliation reconciliation(JdbcClient database) {
        return new Reconciliation(database);
    }
}

package io.ghirbal.nlp.story.step;

import io.ghirbal.ingest.RowInserts;
import io.ghirbal.ingest.run.NewsStep;
import io.ghirbal.ingest.run.RunParameters;
import io.ghirbal.nlp.step.AnalyseStep;
import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The step {@code stories}: finds out which documents are one publication, which texts are one, and which of them tell one happening. What
 * is to be done stands in the database, so it goes on where it was stopped.
 */
@Configuration(proxyBeanMethods = false)
public class StoriesStep {
    @Bean
    Step stories(JobRepository jobs, PlatformTransactionManager transactions, StoriesTasklet storiesTasklet) {
        return new StepBuilder(NewsStep.STORIES.stepName(), jobs)
                .tasklet(storiesTasklet, transactions)
                .allowStartIfComplete(true)
                .build();
    }

    /** Of one execution of the step: it holds the days before the one it places. */
    @Bean
    @StepScope
    StoriesTasklet storiesTasklet(
            JdbcTemplate jdbc,
            RowInserts inserts,
            @Value("${" + AnalyseStep.THREADS + ":1}") int threads,
            @Value("#{stepExecution}") StepExecution step) {
        return new StoriesTasklet(
                new StoriesUpdate(jdbc, inserts, threads),
                RunParameters.of(step).run());
    }
}

package io.ghirbal.nlp.step;

import io.ghirbal.ingest.RowInserts;
import io.ghirbal.ingest.run.NewsStep;
import io.ghirbal.ingest.run.RunParameters;
import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** The step {@code profile}: learns what the outlets repeat round their articles, for the step {@code analyse} to know. */
@Configuration(proxyBeanMethods = false)
public class ProfileStep {
    @Bean
    Step profile(JobRepository jobs, PlatformTransactionManager transactions, OutletProfiling profiling) {
        return new StepBuilder(NewsStep.PROFILE.stepName(), jobs)
                .tasklet(profiling, transactions)
                .allowStartIfComplete(true)
                .build();
    }

    @Bean
    @StepScope
    OutletProfiling outletProfiling(
            JdbcClient database,
            RowInserts inserts,
            OutletTemplates templates,
            @Value("#{stepExecution}") StepExecution step) {
        return new OutletProfiling(
                new OutletProfiles(database, inserts),
                templates,
                RunParameters.of(step).run());
    }

    /** Of one execution of a step: templates change between two. */
    @Bean
    @StepScope
    OutletTemplates outletTemplates(JdbcClient database) {
        return new OutletTemplates(database);
    }

    @Bean
    TemplateCorrections templateCorrections(JdbcClient database, PlatformTransactionManager transactions) {
        return new TemplateCorrections(database, transactions);
    }
}

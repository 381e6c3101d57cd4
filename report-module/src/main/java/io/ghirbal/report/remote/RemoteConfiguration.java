package io.ghirbal.report.remote;

import io.ghirbal.nlp.step.AnalyseStep;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Hands the ranges of the step {@code analyse} to workers where the application gives a {@link Broker}, and lets it be a worker itself. */
@Configuration(proxyBeanMethods = false)
class RemoteConfiguration {
    @Bean
    @ConditionalOnBean(Broker.class)
    RemoteRanges remoteRanges(Broker broker, Program program, JobRepository executions, JdbcClient database) {
        return new RemoteRanges(RangeQueue.of(broker, database), program, executions, database);
    }

    @Bean
    RangeWorkers rangeWorkers(
            JdbcClient database,
            Program program,
            @Qualifier(AnalyseStep.RANGE_BEAN) Step analyseRange,
            JobRepository executions,
            PlatformTransactionManager transactions) {
        return new RangeWorkers(database, program, analyseRange, executions, new TransactionTemplate(transactions));
    }
}

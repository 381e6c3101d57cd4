package io.ghirbal.report.job;

import io.ghirbal.ingest.article.RunRepository;
import io.ghirbal.nlp.clean.BoilerplateCleaner;
import io.ghirbal.nlp.topic.TopicClassifier;
import javax.sql.DataSource;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The job {@code news}, from files to report. Each step belongs to the module whose tables it fills: {@code ingest} to ingest-module,
 * {@code analyse} to nlp-module, the others to report-module.
 */
@Configuration(proxyBeanMethods = false)
class NewsJob {
    @Bean
    Job news(
            JobRepository jobs,
            Step ingest,
            Step analyse,
            Step summarise,
            Step publish,
            Step reconcile,
            CurrentExecution current) {
        return new JobBuilder("news", jobs)
                .start(ingest)
                .next(analyse)
                .next(summarise)
                .next(publish)
                .next(reconcile)
                .listener(current)
                .build();
    }

    @Bean
    FlywayMigrationStrategy wholeMigrations(DatabaseUrl url, DataSource database) {
        return new WholeMigrations(url, database);
    }

    @Bean
    CurrentExecution currentExecution() {
        return new CurrentExecution();
    }

    @Bean
    RunLog runLog(RunRepository runs, JdbcClient database, TopicClassifier classifier) {
        return new RunLog(
                runs,
                database,
                BoilerplateCleaner.standardDigest(),
                "%s (SHA-256 %s)".formatted(classifier.origin(), classifier.digest()));
    }
}

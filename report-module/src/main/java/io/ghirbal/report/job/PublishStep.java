package io.ghirbal.report.job;

import io.ghirbal.ingest.run.NewsStep;
import io.ghirbal.ingest.run.RunParameters;
import io.ghirbal.report.export.ArticlesExport;
import io.ghirbal.report.export.ParquetExport;
import io.ghirbal.report.export.TableExport;
import io.ghirbal.report.html.HtmlReport;
import javax.sql.DataSource;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/** The step {@code publish}: writes the report and the exports to the folder of the run. */
@Configuration(proxyBeanMethods = false)
class PublishStep {
    @Bean
    Step publish(JobRepository jobs, PlatformTransactionManager transactions, Publisher publisher) {
        return new StepBuilder(NewsStep.PUBLISH.stepName(), jobs)
                .tasklet(
                        (contribution, context) -> {
                            RunParameters run = RunParameters.of(contribution.getStepExecution());
                            Publication publication = Publication.of(run);
                            publisher.publish(run.out(), publication.slice(), null, publication.exports());
                            return RepeatStatus.FINISHED;
                        },
                        transactions)
                .allowStartIfComplete(true)
                .build();
    }

    @Bean
    Publisher publisher(DataSource database) {
        return new Publisher(
                new ArticlesExport(database),
                new TableExport(database),
                new ParquetExport(database),
                new HtmlReport(database));
    }
}

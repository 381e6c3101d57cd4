package io.ghirbal.nlp.step;

import io.ghirbal.ingest.BatchCounts;
import io.ghirbal.ingest.LazyCommit;
import io.ghirbal.ingest.RowInserts;
import io.ghirbal.ingest.run.NewsStep;
import io.ghirbal.ingest.run.RunParameters;
import io.ghirbal.nlp.TextAnalyzer;
import io.ghirbal.nlp.clean.BoilerplateCleaner;
import io.ghirbal.nlp.topic.TopicClassifier;
import java.util.List;
import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.partition.PartitionHandler;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.builder.PartitionStepBuilder;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.core.task.TaskExecutor;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The step {@code analyse}: cleans and classifies the stored articles that have no analysis yet; with the job parameter
 * {@code reanalyse}, all of them. An article that it fails at is listed in {@code failed_article}, and the step goes on. Ranges of articles are worked on side by side, each by the step {@code analyse-range} and in
 * transactions of its own; their order has no influence on what is written. It goes on where it was stopped because what is analysed is
 * told by the database. The application that has this step gives it the {@link TopicClassifier} to use, and, to have the ranges worked
 * on elsewhere, a {@link PartitionHandler}.
 */
@Configuration(proxyBeanMethods = false)
public class AnalyseStep {
    /** Name of the setting for how many ranges are worked on at a time, from 1. */
    public static final String THREADS = "ghirbal.threads";

    /** Name of the bean of the step that works on one range. */
    public static final String RANGE_BEAN = "analyseRange";

    @Bean
    Step analyse(
            JobRepository jobs,
            Step analyseRange,
            AnalysisRanges ranges,
            TopicTable topics,
            TaskExecutor analysts,
            ObjectProvider<PartitionHandler> elsewhere) {
        PartitionStepBuilder step = new StepBuilder(NewsStep.ANALYSE.stepName(), jobs)
                .partitioner(analyseRange.getName(), ranges)
                .step(analyseRange)
                .taskExecutor(analysts)
                .listener(topics)
                .listener(ranges)
                .allowStartIfComplete(true);
        elsewhere.ifAvailable(step::partitionHandler);
        return step.build();
    }

    @Bean(RANGE_BEAN)
    Step analyseRange(
            JobRepository jobs,
            PlatformTransactionManager transactions,
            UnanalysedArticles articles,
            Analyser analyser,
            AnalysisWriter writer,
            LazyCommit lazyCommit,
            BatchCounts batchCounts) {
        return new StepBuilder(NewsStep.ANALYSE.partName(), jobs)
                .<List<StoredText>, List<AnalysisOutcome>>chunk(1)
                .transactionManager(transactions)
                .reader(articles)
                .processor(analyser)
                .writer(writer)
                .listener(lazyCommit)
                .listener(batchCounts)
                .allowStartIfComplete(true)
                .build();
    }

    @Bean
    TaskExecutor analysts(@Value("${" + THREADS + ":1}") int threads) {
        SimpleAsyncTaskExecutor analysts = new SimpleAsyncTaskExecutor("analyse-");
        analysts.setConcurrencyLimit(threads);
        return analysts;
    }

    @Bean
    @StepScope
    AnalysisRanges analysisRanges(JdbcClient database, @Value("#{stepExecution}") StepExecution step) {
        return new AnalysisRanges(database, RunParameters.of(step));
    }

    @Bean
    @StepScope
    UnanalysedArticles unanalysedArticles(
            JdbcClient database,
            @Value("#{stepExecution}") StepExecution step,
            @Value("#{stepExecutionContext['" + AnalysisRanges.FROM + "']}") String from,
            @Value("#{stepExecutionContext['" + AnalysisRanges.TO + "']}") String to) {
        return new UnanalysedArticles(database, RunParameters.of(step), from, to);
    }

    @Bean
    @StepScope
    Analyser analyser(TextAnalyzer analyzer, OutletTemplates templates, @Value("#{stepExecution}") StepExecution step) {
        return new Analyser(analyzer::analyze, templates, RunParameters.of(step).run());
    }

    @Bean
    @StepScope
    AnalysisWriter analysisWriter(
            JdbcTemplate jdbc, RowInserts inserts, @Value("#{stepExecution}") StepExecution step) {
        RunParameters parameters = RunParameters.of(step);
        return new AnalysisWriter(jdbc, inserts, parameters.run(), parameters.reanalyse());
    }

    @Bean
    TopicTable topicTable(JdbcClient database, TopicClassifier classifier) {
        return new TopicTable(database, classifier);
    }

    @Bean
    TextAnalyzer textAnalyzer(TopicClassifier classifier) {
        return new TextAnalyzer(BoilerplateCleaner.standard(), classifier);
    }
}

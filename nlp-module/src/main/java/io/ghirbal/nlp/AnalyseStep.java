package io.ghirbal.nlp;

import io.ghirbal.nlp.clean.BoilerplateCleaner;
import io.ghirbal.nlp.topic.TopicClassifier;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The step {@code analyse}: cleans and classifies the stored articles that have no analysis yet; with the job parameter
 * {@code reanalyse}, all of them. It goes on where it was stopped because what is analysed is told by the database. The application
 * that has this step gives it the {@link TopicClassifier} to use.
 */
@Configuration(proxyBeanMethods = false)
public class AnalyseStep {
    /** Articles a transaction. */
    private static final int CHUNK = 200;

    @Bean
    Step analyse(
            JobRepository jobs,
            PlatformTransactionManager transactions,
            UnanalysedArticles articles,
            Analyser analyser,
            AnalysisWriter writer,
            TopicTable topics) {
        return new StepBuilder("analyse", jobs)
                .<StoredText, ArticleAnalysis>chunk(CHUNK)
                .transactionManager(transactions)
                .reader(articles)
                .processor(analyser)
                .writer(writer)
                .listener(topics)
                .allowStartIfComplete(true)
                .build();
    }

    @Bean
    @StepScope
    UnanalysedArticles unanalysedArticles(
            JdbcClient database,
            @Value("#{jobParameters['run']}") long run,
            @Value("#{jobParameters['reanalyse']}") @Nullable Boolean reanalyse) {
        return new UnanalysedArticles(database, run, Boolean.TRUE.equals(reanalyse), CHUNK);
    }

    @Bean
    @StepScope
    Analyser analyser(
            BoilerplateCleaner cleaner, TopicClassifier classifier, @Value("#{jobParameters['run']}") long run) {
        return new Analyser(cleaner, classifier, run);
    }

    @Bean
    AnalysisWriter analysisWriter(NamedParameterJdbcTemplate database) {
        return new AnalysisWriter(database);
    }

    @Bean
    TopicTable topicTable(JdbcClient database, TopicClassifier classifier) {
        return new TopicTable(database, classifier);
    }

    @Bean
    BoilerplateCleaner boilerplateCleaner() {
        return BoilerplateCleaner.standard();
    }
}

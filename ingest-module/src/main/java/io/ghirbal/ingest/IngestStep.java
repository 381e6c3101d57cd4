package io.ghirbal.ingest;

import io.ghirbal.ingest.article.RunRepository;
import io.ghirbal.ingest.source.ArticleSources;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The step {@code ingest}. Its job parameter {@value #RUN}, identifying, is the number of the row in {@code run} that says what to read
 * and that counts what was met.
 */
@Configuration(proxyBeanMethods = false)
public class IngestStep {
    /** The name of the job parameter, a {@code Long}. */
    public static final String RUN = "run";

    /**
     * The name of an optional job parameter, not identifying: files and folders inside the inputs to leave alone because the job itself
     * writes them, by their real path, one a line. A line that ends in a dot stands for all paths that begin so.
     */
    public static final String PASS_OVER = "passOver";

    /**
     * The key in the step's execution context of how many documents were read, all executions of the run together. The read count that
     * Spring Batch keeps is of one execution and counts what a chunk read that was then rolled back.
     */
    public static final String READ = "ingest.read";

    @Bean
    Step ingest(
            JobRepository jobs,
            PlatformTransactionManager transactions,
            DocumentReader documentReader,
            DocumentWriter documentWriter,
            LazyCommit lazyCommit,
            BatchCounts batchCounts) {
        return new StepBuilder("ingest", jobs)
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
            ArticleSources sources,
            RunRepository runs,
            @Value("#{jobParameters['" + RUN + "']}") long run,
            @Value("#{jobParameters['" + PASS_OVER + "']}") @Nullable String passOver) {
        return new DocumentReader(passOver == null ? sources : sources.passingOver(new OwnFiles(passOver)), runs, run);
    }

    @Bean
    @StepScope
    DocumentWriter documentWriter(
            JdbcTemplate jdbc,
            RowInserts inserts,
            ObjectProvider<IngestProgress> progress,
            @Value("#{jobParameters['" + RUN + "']}") long run) {
        return new DocumentWriter(jdbc, inserts, progress.getIfAvailable(() -> (documents, rejected) -> {}), run);
    }

    @Bean
    Arrivals arrivals(ArticleSources sources, JdbcTemplate jdbc) {
        return new Arrivals(sources, jdbc);
    }

    @Bean
    ArticleSources articleSources() {
        return ArticleSources.standard();
    }
}

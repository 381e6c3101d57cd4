package io.ghirbal.report.retention;

import io.ghirbal.ingest.Product;
import io.ghirbal.ingest.RowInserts;
import io.ghirbal.nlp.story.step.StoriesUpdate;
import io.ghirbal.report.summary.SummaryTables;
import jakarta.persistence.EntityManagerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.data.jpa.repository.support.JpaRepositoryFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.orm.jpa.SharedEntityManagerCreator;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
class RetentionConfiguration {
    /** Lazy, because Hibernate starts for it. */
    @Bean
    @Lazy
    Retention retention(
            JdbcClient database,
            JdbcTemplate jdbc,
            RowInserts inserts,
            Product product,
            EntityManagerFactory entities,
            SummaryTables summaries) {
        return new Retention(
                database,
                product,
                // JDBC takes part in these, whereas a repository cannot in those of JDBC
                new TransactionTemplate(new JpaTransactionManager(entities)),
                new JpaRepositoryFactory(SharedEntityManagerCreator.createSharedEntityManager(entities))
                        .getRepository(PurgeRepository.class),
                summaries,
                () -> new StoriesUpdate(jdbc, inserts, 1));
    }
}

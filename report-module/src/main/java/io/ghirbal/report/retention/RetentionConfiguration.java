package io.ghirbal.report.retention;

import io.ghirbal.ingest.Product;
import io.ghirbal.report.summary.SummaryTables;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
class RetentionConfiguration {
    @Bean
    Retention retention(
            JdbcClient database,
            Product product,
            PlatformTransactionManager transactions,
            PurgeRepository purges,
            SummaryTables summaries) {
        return new Retention(database, product, new TransactionTemplate(transactions), purges, summaries);
    }
}

package io.ghirbal.report.explain;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class ExplainConfiguration {
    @Bean
    StoredArticles storedArticles(JdbcClient database) {
        return new StoredArticles(database);
    }
}

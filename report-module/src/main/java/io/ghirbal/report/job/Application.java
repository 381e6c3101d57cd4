package io.ghirbal.report.job;

import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.batch.jdbc.autoconfigure.BatchJdbcAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.jpa.autoconfigure.EntityManagerFactoryBuilderCustomizer;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.PropertySource;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;
import org.springframework.data.repository.config.BootstrapMode;

/**
 * The Spring application: the configurations, entities and repositories of all modules. It names what it takes of Spring Boot, because
 * looking for what there might be is a part of each start that can be felt.
 */
@Configuration(proxyBeanMethods = false)
@PropertySource("classpath:application.properties")
@ImportAutoConfiguration({
    DataSourceAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    JdbcClientAutoConfiguration.class,
    FlywayAutoConfiguration.class,
    HibernateJpaAutoConfiguration.class,
    BatchJdbcAutoConfiguration.class
})
@ComponentScan("io.ghirbal")
@EntityScan("io.ghirbal")
@EnableJpaRepositories(basePackages = "io.ghirbal", bootstrapMode = BootstrapMode.LAZY)
class Application {
    /** Has Hibernate, the slowest part to start, start in a thread of its own; who needs it first waits for it. */
    @Bean
    EntityManagerFactoryBuilderCustomizer hibernateInTheBackground() {
        return builder -> builder.setBootstrapExecutor(new SimpleAsyncTaskExecutor("hibernate-"));
    }

    /** Spring Boot would have Hibernate wait for the migration of the tables, at which it does not look. */
    @Bean
    static BeanFactoryPostProcessor hibernateBesideFlyway() {
        return beans -> beans.getBeanDefinition("entityManagerFactory").setDependsOn();
    }
}

package io.ghirbal.report.database;

import javax.sql.DataSource;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The application that has these gives the {@link DatabaseUrl}. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {
    @Bean
    FlywayMigrationStrategy wholeMigrations(DatabaseUrl url, DataSource database) {
        return new WholeMigrations(url, database);
    }

    @Bean
    RunLock runLock(DatabaseUrl url, DataSource database) {
        return new RunLock(url, database);
    }
}

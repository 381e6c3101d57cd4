package io.ghirbal.report.database;

import jakarta.persistence.EntityManagerFactory;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.hibernate.boot.model.naming.PhysicalNamingStrategySnakeCaseImpl;
import org.hibernate.cfg.JdbcSettings;
import org.hibernate.cfg.MappingSettings;
import org.hibernate.cfg.SchemaToolingSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.orm.jpa.LocalContainerEntityManagerFactoryBean;
import org.springframework.orm.jpa.vendor.HibernateJpaVendorAdapter;

/**
 * The entities of all modules, for rows that are few and that a run does not need. Hibernate takes as long to start as all else together,
 * so it starts when a bean that needs it, lazy itself, is first asked for.
 */
@Configuration(proxyBeanMethods = false)
class JpaConfiguration {
    @Bean(destroyMethod = "close")
    @Lazy
    EntityManagerFactory entityManagerFactory(DataSource database) {
        LocalContainerEntityManagerFactoryBean factory = new LocalContainerEntityManagerFactoryBean();
        factory.setDataSource(database);
        factory.setPackagesToScan("io.ghirbal");
        factory.setJpaVendorAdapter(new HibernateJpaVendorAdapter());
        factory.setJpaPropertyMap(Map.of(
                MappingSettings.PHYSICAL_NAMING_STRATEGY,
                PhysicalNamingStrategySnakeCaseImpl.class.getName(),
                SchemaToolingSettings.HBM2DDL_AUTO,
                "validate",
                JdbcSettings.JDBC_TIME_ZONE,
                "UTC",
                // classes stay as they are: see HibernateWithoutProxies
                "hibernate.enhancer.enableDirtyTracking",
                "false",
                "hibernate.enhancer.enableLazyInitialization",
                "false"));
        factory.afterPropertiesSet();
        return Objects.requireNonNull(factory.getObject());
    }
}

package io.ghirbal.report.job;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;

/** The Spring application: the configurations, entities and repositories of all modules. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@ComponentScan("io.ghirbal")
@EntityScan("io.ghirbal")
@EnableJpaRepositories("io.ghirbal")
class Application {}

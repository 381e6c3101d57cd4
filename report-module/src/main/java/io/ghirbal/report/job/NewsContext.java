package io.ghirbal.report.job;

import io.ghirbal.nlp.step.AnalyseStep;
import io.ghirbal.nlp.topic.TopicClassifier;
import io.ghirbal.report.database.DatabaseUrl;
import io.ghirbal.report.database.TakenDatabase;
import io.ghirbal.report.remote.Broker;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.bridge.SLF4JBridgeHandler;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** The Spring application on an open database. */
final class NewsContext implements AutoCloseable {
    /** Besides one for each thread: for the step itself, the sign of life of the owner, what is read while a file is written. */
    private static final int OTHER_CONNECTIONS = 4;

    private final TakenDatabase database;
    private final ConfigurableApplicationContext beans;

    private NewsContext(TakenDatabase database, ConfigurableApplicationContext beans) {
        this.database = database;
        this.beans = beans;
    }

    /** See {@link NewsRuns#open(DatabaseUrl, TopicClassifier, int, Broker)}. */
    static NewsContext open(DatabaseUrl url, TopicClassifier classifier, int threads, @Nullable Broker broker) {
        TakenDatabase database = TakenDatabase.take(url);
        try {
            return new NewsContext(database, start(url, classifier, threads, broker));
        } catch (RuntimeException e) {
            throw database.notOpened(e);
        }
    }

    /** Without a {@code SpringApplication}, whose environment and logging cost a tenth of the start and give nothing that is used here. */
    private static ConfigurableApplicationContext start(
            DatabaseUrl url, TopicClassifier classifier, int threads, @Nullable Broker broker) {
        logInOnePlace();
        AnnotationConfigApplicationContext beans = new AnnotationConfigApplicationContext();
        beans.setAllowBeanDefinitionOverriding(false);
        beans.setAllowCircularReferences(false);
        beans.getEnvironment()
                .getPropertySources()
                .addLast(new MapPropertySource("settings of this database", settings(url, threads)));
        beans.registerBean(DatabaseUrl.class, () -> url);
        beans.registerBean(TopicClassifier.class, () -> classifier);
        if (broker != null) {
            beans.registerBean(Broker.class, () -> broker);
        }
        beans.register(Application.class);
        beans.refresh();
        return beans;
    }

    /** HSQLDB and the driver of PostgreSQL log by {@code java.util.logging}, which has a console of its own. */
    private static void logInOnePlace() {
        if (!SLF4JBridgeHandler.isInstalled()) {
            SLF4JBridgeHandler.removeHandlersForRootLogger();
            SLF4JBridgeHandler.install();
        }
    }

    /** A password that is not given is left out, so that the driver looks into the usual {@code ~/.pgpass}. */
    private static Map<String, Object> settings(DatabaseUrl url, int threads) {
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put(AnalyseStep.THREADS, threads);
        settings.put("spring.datasource.hikari.maximum-pool-size", threads + OTHER_CONNECTIONS);
        if (url.isPostgresql()) {
            // A statement that the server keeps has the plan it got when its tables were all but empty.
            settings.put("spring.datasource.hikari.data-source-properties.prepareThreshold", 0);
        }
        settings.put("spring.datasource.url", url.jdbc());
        settings.put(
                "spring.datasource.username", url.isPostgresql() ? Objects.requireNonNullElse(url.user(), "") : "sa");
        if (url.isPostgresql() && url.password() != null) {
            settings.put("spring.datasource.password", url.password());
        }
        return settings;
    }

    /** The bean of this type. */
    <T> T get(Class<T> type) {
        return beans.getBean(type);
    }

    /** Whether it was not closed yet. */
    boolean isOpen() {
        return beans.isActive();
    }

    /** Closes the database. */
    @Override
    public void close() {
        beans.close();
        database.close();
    }
}

package io.ghirbal.report.retention;

import static org.assertj.core.api.Assertions.assertThat;

import io.ghirbal.ingest.Product;
import io.ghirbal.ingest.RowInserts;
import io.ghirbal.nlp.story.step.StoriesUpdate;
import io.ghirbal.report.Fixture;
import io.ghirbal.report.Samples;
import io.ghirbal.report.TestDatabase;
import io.ghirbal.report.summary.SummaryTables;
import jakarta.persistence.EntityManagerFactory;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.hibernate.boot.model.naming.PhysicalNamingStrategySnakeCaseImpl;
import org.hibernate.cfg.MappingSettings;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.data.jpa.repository.support.JpaRepositoryFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.orm.jpa.LocalContainerEntityManagerFactoryBean;
import org.springframework.orm.jpa.SharedEntityManagerCreator;
import org.springframework.orm.jpa.vendor.HibernateJpaVendorAdapter;
import org.springframework.transaction.support.TransactionTemplate;

class RetentionTest {
    /** Of the sample runs, the first began on the first of January and stored one article, the second a day later and stored three. */
    private static final Instant SECOND = Instant.parse("2024-01-02T00:00:00Z");

    private static final Instant LATER = Instant.parse("2024-02-01T00:00:00Z");

    static Stream<Arguments> databases() {
        return Stream.of(
                Arguments.of(Named.of("HSQLDB", TestDatabase.hsqldb())),
                Arguments.of(Named.of("PostgreSQL", TestDatabase.postgresql())));
    }

    @ParameterizedTest
    @MethodSource("databases")
    void purgesRawTextsAndKeepsWhatWasMadeOfThem(DataSource source) {
        JdbcClient database = filled(source);
        List<?> summaries = summaries(database);
        String topics = all(database, "article_topic");
        List<?> stories = stories(database);

        Purge.Outcome outcome = retention(source).purge(new Purge(LATER, Purge.What.TEXTS));

        assertThat(outcome.articles()).isEqualTo(4);
        assertThat(outcome.characters()).isEqualTo(count(database, "select sum(characters) from article"));
        assertThat(count(database, "select count(*) from article where text <> '' or purged_at is null"))
                .isZero();
        assertThat(count(database, "select count(*) from removed_block where text <> ''"))
                .isZero();
        assertThat(count(database, "select count(*) from article_analysis where body <> ''"))
                .isEqualTo(3);
        assertThat(all(database, "article_topic")).isEqualTo(topics);
        assertThat(stories(database)).isEqualTo(stories);
        assertThat(summaries(database)).isEqualTo(summaries);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void purgesNothingTwice(DataSource source) {
        JdbcClient database = filled(source);
        Retention retention = retention(source);
        assertThat(retention.purge(new Purge(SECOND, Purge.What.TEXTS)).articles())
                .isEqualTo(1);
        String first = all(database, "article");
        assertThat(retention.purge(new Purge(SECOND, Purge.What.TEXTS)).articles())
                .isZero();
        assertThat(all(database, "article")).isEqualTo(first);
        assertThat(retention.purge(new Purge(LATER, Purge.What.TEXTS)).articles())
                .isEqualTo(3);
        assertThat(count(database, "select sum(articles) from purge")).isEqualTo(4);
        assertThat(database.sql("select stored_before from purge order by id")
                        .query(OffsetDateTime.class)
                        .list())
                .extracting(OffsetDateTime::toInstant)
                .containsExactly(SECOND, SECOND, LATER);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void purgesWholeArticlesAndCountsWhatIsLeft(DataSource source) {
        JdbcClient database = filled(source);
        retention(source).purge(new Purge(LATER, Purge.What.TEXTS));

        Purge.Outcome outcome = retention(source).purge(new Purge(SECOND, Purge.What.ARTICLES));

        assertThat(outcome.articles()).isEqualTo(1);
        assertThat(count(database, "select count(*) from article")).isEqualTo(3);
        assertThat(count(database, "select count(*) from article_analysis")).isEqualTo(3);
        assertThat(count(database, "select count(*) from article_topic where code = 'medtop:16000000'"))
                .isZero();
        assertThat(count(database, "select sum(articles) from outlet_summary")).isEqualTo(3);
        assertThat(count(database, "select sum(publications) from outlet_summary"))
                .isEqualTo(4);
        assertThat(count(database, "select count(*) from publication")).isEqualTo(4);
        assertThat(count(database, "select count(*) from article_story where story_id is not null"))
                .isEqualTo(3);
        assertThat(count(database, "select count(*) from story")).isEqualTo(3);
        assertThat(count(database, "select sum(own + copied) from outlet_originality"))
                .isEqualTo(4);
        assertThat(count(database, "select sum(publications) from story_by_day"))
                .isEqualTo(4);
        assertThat(count(database, "select count(*) from rejected_document")).isEqualTo(3);
        assertThat(database.sql("select what from purge order by id")
                        .query(String.class)
                        .list())
                .containsExactly("TEXTS", "ARTICLES");
    }

    @ParameterizedTest
    @MethodSource("databases")
    void forgetsStoriesOfWhichNothingIsLeft(DataSource source) {
        JdbcClient database = filled(source);

        retention(source).purge(new Purge(LATER, Purge.What.ARTICLES));

        for (String table : List.of(
                "publication",
                "article_story",
                "story",
                "unplaced_article",
                "unplaced_day",
                "outlet_summary",
                "story_by_day",
                "outlet_originality",
                "outlet_copies")) {
            assertThat(count(database, "select count(*) from " + table))
                    .as(table)
                    .isZero();
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void makesTheCopyThatIsLeftTheFirstOfItsStory(DataSource source) {
        String body = "افتتح رئيس البلدية اليوم جسر الميناء الجديد فوق النهر الكبير بعد عامين من العمل";
        Fixture.in(source)
                .run("COMPLETED", 1, 1, 0, 0)
                .article("a.txt", 1, "النهار", body)
                .analysed("الجسر", LocalDate.of(2024, 1, 1), null, null, body, 0, 0)
                .and()
                .run("COMPLETED", 1, 1, 0, 0)
                .article("b.txt", 1, "المساء", "الرباط - " + body)
                .analysed("الجسر", LocalDate.of(2024, 1, 2), null, null, "الرباط - " + body, 0, 0)
                .and()
                .summarised();
        JdbcClient database = JdbcClient.create(source);
        assertThat(count(database, "select count(*) from v_outlet_copies")).isEqualTo(1);
        assertThat(count(database, "select count(*) from story where copies = 1 and texts = 1 and articles = 2"))
                .isEqualTo(1);

        retention(source).purge(new Purge(SECOND, Purge.What.ARTICLES));

        assertThat(count(database, """
                select count(*) from v_article_story s join article a on a.id = s.article_id
                where a.source = 'b.txt' and s.story_id = a.id and s.role = 'FIRST' and s.of_article_id is null
                    and s.day = date '2024-01-02' and s.first_outlet = 'المساء'
                """)).isEqualTo(1);
        assertThat(count(database, "select count(*) from v_article_story")).isEqualTo(1);
        assertThat(count(database, """
                select count(*) from v_story
                where first_day = date '2024-01-02' and publications = 1 and copies = 0 and articles = 1 and outlets = 1
                """)).isEqualTo(1);
        assertThat(count(database, "select count(*) from v_story")).isEqualTo(1);
        assertThat(count(database, "select count(*) from v_outlet_copies")).isZero();
        assertThat(count(database, "select sum(own) from v_outlet_originality")).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void leavesTheArticlesOfARunThatIsToBeFinished(DataSource source) {
        JdbcClient database = filled(source);
        Fixture.in(source)
                .run("STOPPED", 1, 1, 0, 0)
                .article("c.txt", 1, null, "نص لم يكتمل")
                .analysed(null, LocalDate.of(2024, 1, 3), null, null, "نص لم يكتمل", 0, 0);

        assertThat(retention(source)
                        .purge(new Purge(LATER, Purge.What.ARTICLES))
                        .articles())
                .isEqualTo(4);

        assertThat(database.sql("select source from article")
                        .query(String.class)
                        .list())
                .containsExactly("c.txt");
    }

    private static JdbcClient filled(DataSource source) {
        Samples.fill(source);
        summaryTables(source).rebuild();
        return JdbcClient.create(source);
    }

    private static SummaryTables summaryTables(DataSource source) {
        return new SummaryTables(JdbcClient.create(source));
    }

    private static Retention retention(DataSource source) {
        EntityManagerFactory entities = entities(source);
        return new Retention(
                JdbcClient.create(source),
                Product.of(new JdbcTemplate(source)),
                new TransactionTemplate(new JpaTransactionManager(entities)),
                new JpaRepositoryFactory(SharedEntityManagerCreator.createSharedEntityManager(entities))
                        .getRepository(PurgeRepository.class),
                summaryTables(source),
                () -> new StoriesUpdate(new JdbcTemplate(source), RowInserts.of(new JdbcTemplate(source)), 1));
    }

    private static EntityManagerFactory entities(DataSource source) {
        LocalContainerEntityManagerFactoryBean factory = new LocalContainerEntityManagerFactoryBean();
        factory.setDataSource(source);
        factory.setPackagesToScan(PurgeEntry.class.getPackageName());
        factory.setJpaVendorAdapter(new HibernateJpaVendorAdapter());
        factory.getJpaPropertyMap()
                .put(MappingSettings.PHYSICAL_NAMING_STRATEGY, new PhysicalNamingStrategySnakeCaseImpl());
        factory.afterPropertiesSet();
        return Objects.requireNonNull(factory.getObject());
    }

    private static List<String> stories(JdbcClient database) {
        return Stream.of("publication", "article_story", "story")
                .map(table -> all(database, table))
                .toList();
    }

    private static List<String> summaries(JdbcClient database) {
        return Stream.of(
                        "topic_summary",
                        "outlet_summary",
                        "daily_summary",
                        "boilerplate_summary",
                        "rejection_summary",
                        "story_by_day",
                        "outlet_originality",
                        "outlet_copies")
                .map(table -> all(database, table))
                .toList();
    }

    private static String all(JdbcClient database, String table) {
        return database.sql("select * from " + table).query().listOfRows().stream()
                .map(Object::toString)
                .sorted()
                .toList()
                .toString();
    }

    private static long count(JdbcClient database, String sql) {
        return database.sql(sql).query(Long.class).single();
    }
}

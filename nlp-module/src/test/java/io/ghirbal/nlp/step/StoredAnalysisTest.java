package io.ghirbal.nlp.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ghirbal.ingest.RowInserts;
import io.ghirbal.ingest.run.RunParameters;
import io.ghirbal.nlp.TextAnalysis;
import io.ghirbal.nlp.TextAnalyzer;
import io.ghirbal.nlp.clean.RemovedBlocks;
import io.ghirbal.nlp.topic.Topic;
import io.ghirbal.nlp.topic.TopicClassifier;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What the step writes by JDBC is what is read by JPA. That the context starts proves the mappings, for Hibernate validates them. */
@SpringBootTest(
        properties = {
            "spring.datasource.url=jdbc:hsqldb:mem:analysis;hsqldb.tx=mvcc",
            "spring.main.web-application-type=none",
            "spring.flyway.locations=classpath:db/migration/{vendor}",
            "spring.batch.job.enabled=false",
            "spring.batch.jdbc.initialize-schema=never",
            "spring.jpa.hibernate.ddl-auto=validate",
            "spring.jpa.open-in-view=false"
        })
class StoredAnalysisTest {
    private static final String LAST =
            "وشكر رئيس المجلس الأهالي على ما تبرعوا به من مال وجهد في السنوات الماضية من أجل أطفالهم.";
    private static final String TEXT = """
            مجلس القرية يقر بناء مدرسة جديدة
            تاريخ النشر: ٩ كانون الأول ٢٠٢٣
            أقر مجلس القرية بناء مدرسة جديدة على أرض تبرع بها أحد الأهالي، على أن تبدأ الأعمال في الربيع.
            وقال رئيس مجلس القرية إن المدرسة ستضم عشرين صفا وملعبا ومكتبة، ويتعلم أطفال القرية حاليا في مبنى مستأجر.
            %s سمات القرية المدرسة التربية
            المصدر: وكالة الأنباء المحلية
            """.formatted(LAST);

    @Configuration
    @EnableAutoConfiguration
    @ComponentScan("io.ghirbal")
    @EntityScan("io.ghirbal")
    @EnableJpaRepositories("io.ghirbal")
    static class StepApplication {
        @Bean
        TopicClassifier classifier() {
            return TopicClassifier.standard();
        }
    }

    @Autowired
    private TextAnalyzer analyzer;

    @Autowired
    private TopicClassifier classifier;

    @Autowired
    private ArticleAnalysisRepository analyses;

    @Autowired
    private RowInserts inserts;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private TransactionTemplate transaction;

    private StoredText article;

    @BeforeEach
    void storeTheArticle() {
        article = new StoredText("a".repeat(64), null, null, "2023-12-10", null, TEXT);
        jdbc.update("delete from failed_article");
        jdbc.update("delete from article_analysis");
        jdbc.update("delete from article");
        jdbc.update("delete from run");
        jdbc.update("delete from topic");
        for (long run = 1; run <= 2; run++) {
            jdbc.update(
                    "insert into run (id, status, version, inputs, started_at) values (?, 'RUNNING', '1', 'a', now())",
                    run);
        }
        jdbc.update(
                "insert into article (id, run_id, source, record, charset, text, characters) values (?, 1, 'a', 1, 'UTF-8', ?, ?)",
                article.id(),
                TEXT,
                TEXT.length());
        for (Topic topic : classifier.topics()) {
            jdbc.update(
                    "insert into topic (code, name, name_ar) values (?, ?, ?)",
                    topic.code(),
                    topic.name(),
                    topic.nameAr());
        }
    }

    @Test
    void isReadAsItWasFound() {
        TextAnalysis found = analyzer.analyze(TEXT, null);
        write(1, false);

        transaction.executeWithoutResult(status -> {
            ArticleAnalysis stored = analyses.findById(article.id()).orElseThrow();

            assertThat(stored.runId()).isEqualTo(1);
            assertThat(stored.title()).isEqualTo("مجلس القرية يقر بناء مدرسة جديدة");
            assertThat(stored.publishedOn()).isEqualTo(LocalDate.of(2023, 12, 10));
            assertThat(stored.attribution()).isEqualTo("وكالة الأنباء المحلية");
            assertThat(stored.author()).isNull();
            assertThat(stored.templateDigest()).isNull();
            assertThat(stored.body()).isEqualTo(found.body()).endsWith(LAST);
            assertThat(stored.language()).isEqualTo("ar");
            assertThat(stored.topicNote()).isNull();
            assertThat(stored.keptLines()).isEqualTo(4);
            assertThat(stored.removedLines()).isEqualTo(2);
            assertThat(stored.keptCharacters()).isEqualTo(found.keptCharacters());
            assertThat(stored.removedCharacters()).isEqualTo(found.removedCharacters());
            assertThat(stored.removed()).isEqualTo(rows(found.removed()));
            assertThat(stored.removed()).map(RemovedText::isInline).containsExactly(false, true, false);
            assertThat(stored.topics())
                    .isNotEmpty()
                    .isEqualTo(found.topics().stream()
                            .map(scored -> new AssignedTopic(scored.topic().code(), scored.score()))
                            .toList());
        });
    }

    @Test
    void takesThePlaceOfAnEarlierOne() {
        write(1, false);
        write(2, true);

        transaction.executeWithoutResult(status -> {
            ArticleAnalysis stored = analyses.findById(article.id()).orElseThrow();

            assertThat(stored.runId()).isEqualTo(2);
            assertThat(stored.removed()).hasSize(3);
        });
    }

    @Test
    void anArticleThatItFailsAtIsListedAndTriedAgain() {
        write(1, false, (text, title, template, hints) -> {
            throw new IllegalStateException("line 7\nof the rules\u0000");
        });
        assertThat(failures())
                .singleElement()
                .asString()
                .startsWith("1 1 java.lang.IllegalStateException: line 7 at " + StoredAnalysisTest.class.getName());
        assertThat(pending(1, false)).as("by the same version").isEmpty();
        assertThat(pending(2, true)).as("when all are analysed anew").hasSize(1);

        jdbc.update("update run set version = '2' where id = 2");
        assertThat(pending(2, false)).as("by another version").hasSize(1);
        write(2, false);

        assertThat(failures()).isEmpty();
        assertThat(analyses.count()).isEqualTo(1);
        assertThat(pending(2, false)).isEmpty();
    }

    @Test
    void aFailureTakesThePlaceOfAnAnalysis() {
        write(1, false);
        write(2, true, (text, title, template, hints) -> {
            throw new StackOverflowError();
        });

        assertThat(failures()).singleElement().asString().startsWith("2 1 java.lang.StackOverflowError");
        assertThat(analyses.count()).isZero();
    }

    @Test
    void memoryThatIsUsedUpIsNotTheFaultOfAnArticle() {
        assertThatThrownBy(() -> write(1, false, (text, title, template, hints) -> {
                    throw new OutOfMemoryError();
                }))
                .isInstanceOf(OutOfMemoryError.class);
    }

    private List<String> failures() {
        return jdbc.queryForList("select run_id || ' ' || version || ' ' || message from failed_article", String.class);
    }

    private List<StoredText> pending(long run, boolean reanalyse) {
        List<StoredText> pending = new UnanalysedArticles(
                        JdbcClient.create(jdbc), new RunParameters(run, Path.of("out"), reanalyse), "", "g")
                .read();
        return pending == null ? List.of() : pending;
    }

    private void write(long run, boolean replace) {
        write(run, replace, analyzer::analyze);
    }

    private void write(long run, boolean replace, Analyser.Analysis analysis) {
        List<AnalysisOutcome> analysed =
                new Analyser(analysis, new OutletTemplates(JdbcClient.create(jdbc)), run).process(List.of(article));
        transaction.executeWithoutResult(
                status -> new AnalysisWriter(jdbc, inserts, run, replace).write(Chunk.of(analysed)));
    }

    private static List<RemovedText> rows(RemovedBlocks removed) {
        return removed.all().stream()
                .map(block -> new RemovedText(
                        block.first(),
                        block.last(),
                        block.columns() == null ? null : block.columns().start(),
                        block.columns() == null ? null : block.columns().end(),
                        block.kind().name(),
                        block.reason(),
                        block.confidence(),
                        removed.linesOf(block),
                        removed.charactersOf(block),
                        removed.textOf(block)))
                .toList();
    }
}

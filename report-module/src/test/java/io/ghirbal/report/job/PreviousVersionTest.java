package io.ghirbal.report.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.ghirbal.report.TestDatabase;
import io.ghirbal.report.database.DatabaseUrl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tools.jackson.databind.json.JsonMapper;

/**
 * Runs of version 0.1.0, which published before it reconciled and had its own files as a parameter, are finished by this one; and what
 * they stored, before there were publications and stories, gets them.
 */
class PreviousVersionTest {
    private static final Path SEEDS = Path.of("..", "seeds");
    private static final List<String> STEPS = List.of("ingest", "analyse", "summarise", "publish", "reconcile");

    /** The last migration that knew of no publications and stories. */
    private static final String BEFORE_STORIES = "13";

    /** What a run leaves, in an order in which a database takes it. */
    private static final List<String> FILLED = List.of(
            "run",
            "topic",
            "article",
            "document",
            "rejected_document",
            "outlet_profile",
            "outlet_template",
            "article_analysis",
            "removed_block",
            "article_topic",
            "failed_article");

    private static final String FIRE = """
            اندلع حريق كبير فجر اليوم في مستودع للأخشاب قرب محطة القطار القديمة، وامتدت النيران إلى مبنيين مجاورين.
            وقال قائد الدفاع المدني إن 14 فرقة شاركت في الإخماد، وإن ثلاثة عمال نقلوا إلى المستشفى بحالة مستقرة.
            وفتحت الشرطة تحقيقا لمعرفة سبب الحريق الذي قدرت خسائره بنحو مليوني دينار.""";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"ingest", "analyse", "summarise", "publish", "reconcile"})
    void finishesARunThatWasKilledInAStepOnHsqldb(String step) throws Exception {
        finishes(new DatabaseUrl("jdbc:hsqldb:file:" + folder.resolve("data/news")), step);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ingest", "analyse", "summarise", "publish", "reconcile"})
    void finishesARunThatWasKilledInAStepOnPostgresql(String step) throws Exception {
        try (Connection connection = TestDatabase.postgresql().getConnection()) {
            finishes(new DatabaseUrl(connection.getMetaData().getURL(), "postgres", null), step);
        }
    }

    @Test
    void givesWhatWasStoredItsPublicationsAndStoriesOnHsqldb() throws Exception {
        String file = "jdbc:hsqldb:file:" + folder;
        givesPublicationsAndStories(new DatabaseUrl(file + "/now/news"), new DatabaseUrl(file + "/before/news"));
    }

    @Test
    void givesWhatWasStoredItsPublicationsAndStoriesOnPostgresql() throws Exception {
        givesPublicationsAndStories(
                new DatabaseUrl(TestDatabase.postgresqlAddress()), new DatabaseUrl(TestDatabase.emptyPostgresql()));
    }

    private void givesPublicationsAndStories(DatabaseUrl now, DatabaseUrl before) throws Exception {
        Path news = Files.createDirectory(folder.resolve("news"));
        String other =
                "أقر المجلس البلدي موازنة العام المقبل بعد جلسة طويلة، وخصص ثلثها لصيانة الطرق والجسور في الأحياء الجنوبية.";
        Files.write(
                news.resolve("a.jsonl"),
                List.of(
                        line("النهار", "https://alnahar.example/1", "2026-10-01T08:00:00Z", FIRE),
                        line("المساء", "https://almasaa.example/9", "2026-10-01T11:00:00Z", "العاصمة - " + FIRE),
                        line("النهار", "https://alnahar.example/2", "2026-10-02", other),
                        line("الأفق", null, null, other + "\nاقرأ أيضاً\nافتتاح معرض الكتاب في دورته العاشرة"),
                        line("الأفق", null, null, "... 12 ..."),
                        "{broken"));
        run(now, folder.resolve("out-now"), news);
        asLeftByTheVersionBefore(now, before);

        RunResult result = run(before, folder.resolve("out"), news);

        assertThat(result.failure()).isNull();
        assertThat(result.status()).isEqualTo(RunResult.Status.COMPLETED);
        assertThat(result.totals().stored()).as("nothing is read anew").isZero();
        JdbcClient client = client(before);
        assertThat(client.sql("""
                        select a.source, a.record from article a left join v_article_story s on s.article_id = a.id
                        where s.story_id is null or s.role is null
                        """).query().listOfRows())
                .as("articles without a story")
                .isEmpty();
        assertThat(client.sql("""
                        select d.source, d.record from document d
                        where not exists (select 1 from v_publication p where p.id = d.publication_id)
                        """).query().listOfRows())
                .as("documents without a publication")
                .isEmpty();
        for (String query : List.of(
                "select id, article_id, text_id, outlet, url, title, published_on, published_at, source, record, documents, story_id, role from v_publication order by id",
                "select * from v_article_story order by article_id",
                "select * from v_story order by id",
                "select * from v_story_by_day order by story_id, day",
                "select * from v_outlet_originality order by outlet",
                "select * from v_outlet_copies order by outlet, from_outlet",
                "select * from v_daily order by day",
                "select article_id, text_digest from article_analysis order by article_id")) {
            assertThat(client.sql(query).query().listOfRows())
                    .as(query)
                    .isNotEmpty()
                    .isEqualTo(client(now).sql(query).query().listOfRows());
        }
        assertThat(client.sql("select role from v_article_story")
                        .query(String.class)
                        .list())
                .contains("FIRST", "COPY");
        assertThat(folder.resolve("out/articles.jsonl"))
                .hasSameTextualContentAs(folder.resolve("out-now/articles.jsonl"));
    }

    /** Gives {@code before} the tables of the version before stories and the rows it would have left where this one left those of {@code now}. */
    private static void asLeftByTheVersionBefore(DatabaseUrl now, DatabaseUrl before) {
        Flyway.configure()
                .dataSource(source(before))
                .locations("classpath:db/migration/" + (before.isPostgresql() ? "postgresql" : "hsqldb"))
                .target(BEFORE_STORIES)
                .load()
                .migrate();
        for (String table : FILLED) {
            Set<String> columns = columns(before, table);
            for (Map<String, Object> row :
                    client(now).sql("select * from " + table).query().listOfRows()) {
                row.keySet().removeIf(column -> !columns.contains(column.toLowerCase(Locale.ROOT)));
                client(before)
                        .sql("insert into %s (%s) values (%s)"
                                .formatted(
                                        table,
                                        String.join(", ", row.keySet()),
                                        String.join(", ", Collections.nCopies(row.size(), "?"))))
                        .params(new ArrayList<>(row.values()))
                        .update();
            }
        }
        for (String numbered : List.of("run", "rejected_document")) {
            client(before)
                    .sql("alter table " + numbered + " alter column id restart with 100")
                    .update();
        }
        assertThat(columns(before, "document")).doesNotContain("publication_id");
        assertThat(columns(before, "article_analysis")).doesNotContain("text_digest");
        if (!before.isPostgresql()) {
            client(before).sql("shutdown").update();
        }
    }

    private static Set<String> columns(DatabaseUrl database, String table) {
        return client(database)
                .sql("select lower(column_name) from information_schema.columns where lower(table_name) = ?")
                .param(table)
                .query(String.class)
                .set();
    }

    private static String line(@Nullable String outlet, @Nullable String url, @Nullable String date, String text) {
        Map<String, @Nullable String> article = new LinkedHashMap<>();
        article.put("outlet", outlet);
        article.put("url", url);
        article.put("date", date);
        article.put("text", text);
        return JsonMapper.shared().writeValueAsString(article);
    }

    private void finishes(DatabaseUrl database, String step) throws IOException, SQLException {
        Path out = folder.resolve("out");
        RunTotals undisturbed = run(database, out).totals();
        String articles = Files.readString(out.resolve("articles.jsonl"));
        JdbcClient client = client(database);
        leaveAsKilledIn(step, client);
        if (STEPS.indexOf(step) < STEPS.indexOf("publish")) {
            Files.delete(out.resolve("articles.jsonl"));
        }

        RunResult result = run(database, out);

        assertThat(result.run()).isEqualTo(1);
        assertThat(result.resumed()).isTrue();
        assertThat(result.status()).isEqualTo(RunResult.Status.COMPLETED);
        assertThat(result.totals()).isEqualTo(undisturbed);
        assertThat(out.resolve("articles.jsonl")).hasContent(articles);
        assertThat(client.sql("select count(*) from run").query(Long.class).single())
                .isEqualTo(1);
    }

    /** The rows as the earlier version had them while it was at {@code step}. */
    private void leaveAsKilledIn(String step, JdbcClient database) {
        List<String> later = STEPS.subList(STEPS.indexOf(step) + 1, STEPS.size());
        for (String never :
                Stream.concat(Stream.of("profile", "stories"), later.stream()).toList()) {
            String executions =
                    "(select step_execution_id from batch_step_execution where step_name like '" + never + "%')";
            database.sql("delete from batch_step_execution_context where step_execution_id in " + executions)
                    .update();
            database.sql("delete from batch_step_execution where step_name like '" + never + "%'")
                    .update();
        }
        leaveWithoutStories(database);
        if (later.contains("analyse")) {
            database.sql("delete from unplaced_article").update();
            database.sql("delete from article_analysis").update();
        }
        if (later.contains("summarise")) {
            for (String summary : List.of("topic", "outlet", "daily", "boilerplate", "rejection")) {
                database.sql("delete from " + summary + "_summary").update();
            }
        }
        database.sql(
                        "update batch_step_execution set status = 'STARTED', exit_code = 'EXECUTING', end_time = null where step_name = ?")
                .param(step)
                .update();
        database.sql("update batch_job_execution set status = 'STARTED', exit_code = 'UNKNOWN', end_time = null")
                .update();
        database.sql("""
                        insert into batch_job_execution_params
                            (job_execution_id, parameter_name, parameter_type, parameter_value, identifying)
                        select job_execution_id, 'passOver', 'java.lang.String', ?, 'N' from batch_job_execution
                        """)
                .param(folder.resolve("out/report.html") + "\n" + folder.resolve("out/tables"))
                .update();
        database.sql("update run set status = 'RUNNING', finished_at = null").update();
    }

    /** As the migration leaves what an earlier version stored. */
    private static void leaveWithoutStories(JdbcClient database) {
        for (String table : List.of(
                "publication", "article_story", "story", "story_by_day", "outlet_originality", "outlet_copies")) {
            database.sql("delete from " + table).update();
        }
        database.sql("update document set page_key = null, text_key = null, publication_id = null")
                .update();
        database.sql("update article_analysis set text_digest = null").update();
        for (String summary : List.of("topic", "outlet", "daily")) {
            database.sql("update " + summary + "_summary set publications = 0, texts = 0, stories = 0")
                    .update();
        }
        database.sql(
                        "insert into unplaced_article (article_id, analysed) select article_id, true from article_analysis")
                .update();
    }

    private static RunResult run(DatabaseUrl database, Path out) {
        return run(database, out, SEEDS);
    }

    private static RunResult run(DatabaseUrl database, Path out, Path input) {
        try (NewsRuns runs = NewsRuns.open(database)) {
            List<RunResult> results = runs.run(new RunRequest(List.of(input), out, null, false), RunListener.NONE);
            assertThat(results).hasSize(1);
            return results.get(0);
        }
    }

    private static JdbcClient client(DatabaseUrl database) {
        return JdbcClient.create(source(database));
    }

    private static DataSource source(DatabaseUrl database) {
        return new DriverManagerDataSource(database.jdbc(), database.isPostgresql() ? "postgres" : "sa", "");
    }
}

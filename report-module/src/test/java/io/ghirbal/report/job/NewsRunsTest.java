package io.ghirbal.report.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.ghirbal.ingest.run.NewsStep;
import io.ghirbal.ingest.source.ReadingOptions;
import io.ghirbal.nlp.clean.BoilerplateCleaner;
import io.ghirbal.nlp.topic.TopicClassifier;
import io.ghirbal.report.TestDatabase;
import io.ghirbal.report.bench.GeneratedArticles;
import io.ghirbal.report.database.AnotherRunIsActiveException;
import io.ghirbal.report.database.DatabaseUrl;
import io.ghirbal.report.export.Export;
import io.ghirbal.report.job.RunResult.Status;
import io.ghirbal.report.summary.Slice;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.util.FileSystemUtils;

/** The whole job on the seeds, on both databases. */
class NewsRunsTest {
    private static final String TWO_ARTICLES = "select id from article order by id fetch first 2 rows only";

    private static final Path SEEDS = Path.of("..", "seeds");

    @TempDir
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    NewsRunsTest() {}

    @Test
    void writesTheSameBytesOnPostgresqlAsOnHsqldb() throws Exception {
        Path onHsqldb = folder.resolve("hsqldb");
        Path onPostgresql = folder.resolve("postgresql");

        assertThat(run(hsqldb(), onHsqldb)).extracting(RunResult::status).containsExactly(Status.COMPLETED);
        assertThat(run(postgresql(), onPostgresql))
                .extracting(RunResult::status)
                .containsExactly(Status.COMPLETED);

        assertThat(exports(onPostgresql)).hasSize(24).isEqualTo(exports(onHsqldb));
    }

    @Test
    void writesTheSameBytesWithManyThreadsAsWithOne() throws Exception {
        Path news = folder.resolve("generated");
        // more than one range
        new GeneratedArticles(3).write(news, 3_000, false);
        Map<String, String> expected = null;
        for (DatabaseUrl database : List.of(
                new DatabaseUrl("jdbc:hsqldb:file:" + folder.resolve("one/news")),
                new DatabaseUrl("jdbc:hsqldb:file:" + folder.resolve("four/news")),
                postgresql())) {
            Path out = Files.createTempDirectory(folder, "out");
            int threads = expected == null ? 1 : 4;
            try (NewsRuns runs = NewsRuns.open(database, TopicClassifier.standard(), threads)) {
                RunResult run = runs.run(new RunRequest(List.of(news), out, null, false), RunListener.NONE)
                        .get(0);
                assertThat(run.status()).isEqualTo(Status.COMPLETED);
                assertThat(run.steps().keySet()).containsExactly(NewsStep.values());
            }
            if (expected == null) {
                expected = exports(out);
            } else {
                assertThat(exports(out)).isEqualTo(expected);
            }
        }
    }

    @Test
    void analysesFewLargeArticlesATransaction() throws Exception {
        Path news = Files.createDirectory(folder.resolve("large"));
        for (int i = 0; i < 6; i++) {
            Files.writeString(news.resolve(i + ".txt"), i + " " + "word ".repeat(200_000));
        }
        DatabaseUrl database = postgresql();
        try (NewsRuns runs = NewsRuns.open(database)) {
            RunRequest request = new RunRequest(List.of(news), folder.resolve("out"), null, false);
            assertThat(runs.run(request, RunListener.NONE).get(0).status()).isEqualTo(Status.COMPLETED);
        }

        assertThat(client(database).sql("""
                                select commit_count, read_count, write_count from batch_step_execution
                                where step_name like 'analyse-range:%'
                                """).query().listOfRows())
                .as("five and one of a million characters")
                .containsExactly(Map.of("commit_count", 2L, "read_count", 6L, "write_count", 6L));
    }

    @Test
    void saysWhyAPartOfAStepFailedAndGoesOnThere() throws Exception {
        DatabaseUrl database = postgresql();
        try (NewsRuns runs = NewsRuns.open(database)) {
            execute(database, "alter table article_analysis add constraint odd check (kept_lines < 0)");
            RunResult failed = runs.run(request(folder), RunListener.NONE).get(0);
            assertThat(failed.status()).isEqualTo(Status.FAILED);
            assertThat(failed.failure()).hasMessageContaining("odd");

            execute(database, "alter table article_analysis drop constraint odd");
            RunResult resumed = runs.run(request(folder), RunListener.NONE).get(0);
            assertThat(resumed.status()).isEqualTo(Status.COMPLETED);
            assertThat(resumed.resumed()).isTrue();
            assertThat(resumed.totals().analysed()).isEqualTo(5);
        }
    }

    @Test
    void stopsAllPartsOfAStepAndGoesOnThere() throws Exception {
        Path news = folder.resolve("generated");
        new GeneratedArticles(3).write(news, 6_000, false);
        RunRequest request = new RunRequest(List.of(news), folder.resolve("out"), null, false);
        RunResult stopped;
        try (NewsRuns runs = NewsRuns.open(hsqldb(), TopicClassifier.standard(), 2)) {
            stopped = runs.run(request, (run, resumed, execution) -> {
                        Thread watch = new Thread(() -> {
                            while (execution.getStepExecutions().stream()
                                    .noneMatch(step -> NewsStep.ANALYSE.hasPart(step) && step.getWriteCount() > 0)) {
                                Thread.onSpinWait();
                            }
                            runs.stop();
                        });
                        watch.start();
                        return watch::interrupt;
                    })
                    .get(0);
            assertThat(stopped.status()).isEqualTo(Status.STOPPED);
            assertThat(stopped.steps()).containsOnlyKeys(NewsStep.INGEST, NewsStep.PROFILE, NewsStep.ANALYSE);
            assertThat(stopped.totals().analysed())
                    .isPositive()
                    .isLessThan(stopped.totals().stored());
        }
        try (NewsRuns runs = NewsRuns.open(hsqldb())) {
            RunResult resumed = runs.run(request, RunListener.NONE).get(0);
            assertThat(resumed.status()).isEqualTo(Status.COMPLETED);
            assertThat(resumed.totals().analysed()).isEqualTo(stopped.totals().stored());
        }
    }

    @Test
    void stopsAmongTheStoriesAndGoesOnThere() throws Exception {
        Path news = Files.createDirectory(folder.resolve("days"));
        StringBuilder lines = new StringBuilder();
        for (int day = 0; day < 300; day++) {
            String told =
                    "شهد يوم العمل رقم %1$d في الميناء وصول %1$d سفينة وتفريغ حمولتها من القمح والسكر".formatted(day);
            String date = LocalDate.of(2025, 1, 1).plusDays(day).toString();
            lines.append(line(2 * day + "", date, told))
                    .append(line(2 * day + 1 + "", date, told + " قبل حلول المساء"));
        }
        Files.writeString(news.resolve("days.jsonl"), lines);
        run(
                new DatabaseUrl("jdbc:hsqldb:file:" + folder.resolve("undisturbed/news")),
                news,
                folder.resolve("expected"));
        RunRequest request = new RunRequest(List.of(news), folder.resolve("out"), null, false);
        for (DatabaseUrl database : List.of(hsqldb(), postgresql())) {
            try (NewsRuns runs = NewsRuns.open(database)) {
                RunResult stopped = runs.run(request, (run, resumed, execution) -> {
                            Thread watch = new Thread(() -> {
                                while (execution.getStepExecutions().stream()
                                        .noneMatch(step -> step.getStepName().equals(NewsStep.STORIES.stepName())
                                                && step.getCommitCount() > 10)) {
                                    Thread.onSpinWait();
                                }
                                runs.stop();
                            });
                            watch.start();
                            return watch::interrupt;
                        })
                        .get(0);
                assertThat(stopped.status()).isEqualTo(Status.STOPPED);
                assertThat(stopped.steps())
                        .containsOnlyKeys(NewsStep.INGEST, NewsStep.PROFILE, NewsStep.ANALYSE, NewsStep.STORIES);
                assertThat(client(database)
                                .sql("select count(*) from unplaced_day")
                                .query(Long.class)
                                .single())
                        .isBetween(1L, 299L);
            }
            RunResult resumed = run(database, news, folder.resolve("out")).get(0);
            assertThat(resumed.resumed()).isTrue();
            assertThat(resumed.status()).isEqualTo(Status.COMPLETED);
            assertThat(exports(folder.resolve("out"))).isEqualTo(exports(folder.resolve("expected")));
        }
    }

    @Test
    void storesNothingNewTheSecondTime() {
        DatabaseUrl database = hsqldb();
        RunTotals first = run(database, folder).get(0).totals();
        RunTotals second = run(database, folder).get(0).totals();

        assertThat(first.stored()).isEqualTo(5);
        assertThat(first.analysed()).isEqualTo(5);
        assertThat(second.read()).isEqualTo(5);
        assertThat(second.stored()).isZero();
        assertThat(second.duplicates()).isEqualTo(5);
        assertThat(second.analysed()).isZero();
    }

    @Test
    void saysHowManyArticlesAnotherModelClassifiedUntilTheyAreClassifiedAgain() {
        for (DatabaseUrl database : List.of(hsqldb(), postgresql())) {
            assertThat(run(database, folder).get(0).totals().otherModel()).isZero();
            execute(database, "update run set model = 'an earlier one'");

            assertThat(run(database, folder).get(0).totals().otherModel()).isEqualTo(5);

            RunRequest again = new RunRequest(List.of(SEEDS), folder, null, true);
            try (NewsRuns runs = NewsRuns.open(database)) {
                assertThat(runs.run(again, RunListener.NONE).get(0).totals().otherModel())
                        .isZero();
            }
        }
    }

    @Test
    void refusesASecondRunOnPostgresqlWhileOneIsActive() throws Exception {
        DatabaseUrl database = postgresql();
        AtomicReference<@Nullable Throwable> refusal = new AtomicReference<>();
        try (NewsRuns one = NewsRuns.open(database);
                NewsRuns other = NewsRuns.open(database)) {
            one.run(request(folder), (run, resumed, execution) -> {
                try {
                    other.run(request(folder), RunListener.NONE);
                } catch (RuntimeException e) {
                    refusal.set(e);
                }
                return () -> {};
            });
            assertThat(refusal.get())
                    .isInstanceOf(AnotherRunIsActiveException.class)
                    .hasMessageContaining("--db")
                    .hasMessageContaining("process " + ProcessHandle.current().pid() + " on host ")
                    .hasMessageContaining(" since ");

            assertThat(other.run(request(folder), RunListener.NONE))
                    .as("the lock is given back")
                    .extracting(RunResult::status)
                    .containsExactly(Status.COMPLETED);
        }
    }

    @Test
    void refusesToOpenAnHsqldbThatIsOpenAndSaysWhoHasIt() {
        DatabaseUrl database = hsqldb();
        try (NewsRuns one = NewsRuns.open(database)) {
            assertThatThrownBy(() -> NewsRuns.open(database))
                    .isInstanceOf(AnotherRunIsActiveException.class)
                    .hasMessageContaining("process " + ProcessHandle.current().pid() + " on host ");
            one.publish(folder.resolve("out"), Slice.ALL, null, Export.ALL);
        }
        assertThat(folder.resolve("data/news.owner")).isEmptyFile();
        assertThatCode(() -> NewsRuns.open(database).close()).doesNotThrowAnyException();
    }

    @Test
    void takesChangesAndNewFilesSoThatTheOutcomeIsThatOfARebuild() throws Exception {
        for (String vendor : List.of("hsqldb", "postgresql")) {
            Path input = Files.createDirectory(folder.resolve("news-" + vendor));
            Path out = folder.resolve("out-" + vendor);
            DatabaseUrl grown = vendor.equals("hsqldb") ? hsqldb() : postgresql();
            Files.writeString(input.resolve("a.jsonl"), line("1", "2024-01-01", "أعلنت البلدية افتتاح الجسر القديم"));
            copySeeds(input);
            run(grown, input, out);
            Files.writeString(
                    input.resolve("a.jsonl"),
                    line("1", "2024-02-02", "أعلنت البلدية افتتاح الجسر الجديد بعد تأجيل طويل")
                            + line("2", "2024-02-03", "فاز فريق المدينة في المباراة النهائية على ملعبه"));
            RunTotals second = run(grown, input, out).get(0).totals();
            assertThat(second.read()).isEqualTo(7);
            assertThat(second.stored()).isEqualTo(2);
            assertThat(second.analysed()).isEqualTo(2);

            Path rebuilt = folder.resolve("rebuilt-" + vendor);
            run(
                    vendor.equals("hsqldb")
                            ? new DatabaseUrl("jdbc:hsqldb:file:" + folder.resolve("again/news"))
                            : postgresql(),
                    input,
                    rebuilt);

            assertThat(exports(out)).as(vendor).hasSize(24).isEqualTo(exports(rebuilt));
            assertThat(client(grown)
                            .sql(
                                    "select count(*) from article where superseded_run_id is not null and text like '%القديم%'")
                            .query(Long.class)
                            .single())
                    .as("the old version is kept")
                    .isEqualTo(1);
        }
    }

    @Test
    void entersTheEndOfARunThatWasKilledBetweenItsEndAndItsEntry() throws Exception {
        Path input = Files.createDirectory(folder.resolve("news"));
        copySeeds(input);
        DatabaseUrl database = hsqldb();
        run(database, input, folder.resolve("out"));
        execute(database, "update run set status = 'RUNNING', finished_at = null");

        assertThat(run(database, input, folder.resolve("out")))
                .as("nothing arrived since, so no other run follows")
                .singleElement()
                .satisfies(result -> {
                    assertThat(result.run()).isEqualTo(1);
                    assertThat(result.resumed()).isTrue();
                    assertThat(result.status()).isEqualTo(Status.COMPLETED);
                });

        execute(database, "update run set status = 'RUNNING', finished_at = null");
        Files.writeString(input.resolve("new.txt"), "وصل هذا الخبر بعد أن قرأ التشغيل الأول كل ملفاته");
        assertThat(run(database, input, folder.resolve("out")))
                .extracting(RunResult::run)
                .containsExactly(1L, 2L);
    }

    /** What a process leaves that is killed while the job is being entered, row by row of Spring Batch's own. */
    @Test
    void goesOnFromWhicheverRowTheJobWasKilledAtWhileItBegan() throws IOException {
        List<String> entered = List.of(
                "batch_job_instance",
                "batch_job_execution",
                "batch_job_execution_params",
                "batch_job_execution_context",
                "batch_step_execution",
                "batch_step_execution_context");
        RunTotals undisturbed = run(hsqldb(), folder.resolve("out")).get(0).totals();
        for (int rows = 0; rows < entered.size(); rows++) {
            FileSystemUtils.copyRecursively(folder.resolve("data"), folder.resolve("killed" + rows));
            DatabaseUrl database = new DatabaseUrl("jdbc:hsqldb:file:" + folder.resolve("killed" + rows + "/news"));
            for (String table : List.of(
                    "publication",
                    "article_story",
                    "story",
                    "document",
                    "article_analysis",
                    "article",
                    "rejected_document")) {
                execute(database, "delete from " + table);
            }
            for (int later = entered.size() - 1; later > rows; later--) {
                execute(database, "delete from " + entered.get(later));
            }
            execute(database, "update batch_job_execution set status = 'STARTING', start_time = null, end_time = null");
            execute(
                    database,
                    "update batch_step_execution set status = 'STARTED', end_time = null where step_name = 'ingest'");
            execute(database, """
                    delete from batch_step_execution_context
                    where step_execution_id in (select step_execution_id from batch_step_execution where step_name <> 'ingest')
                    """);
            execute(database, "delete from batch_step_execution where step_name <> 'ingest'");
            execute(database, """
                    update batch_step_execution_context
                    set short_context = (select short_context from batch_job_execution_context), serialized_context = null
                    """);
            execute(database, """
                    update run set status = 'RUNNING', finished_at = null, documents_read = 0, documents_stored = 0,
                        documents_duplicate = 0, documents_rejected = 0
                    """);

            assertThat(run(database, folder.resolve("out")))
                    .as("killed after the row of " + entered.get(rows))
                    .extracting(RunResult::run, RunResult::status, RunResult::totals)
                    .containsExactly(tuple(1L, Status.COMPLETED, undisturbed));
        }
    }

    // Found by ChaosIT: a run killed while it went on read its inputs from the beginning, and counted them twice.
    @Test
    void goesOnFromThePlaceOfAnEarlierExecutionWhenTheLastWasKilledBeforeItHadIt() throws Exception {
        for (DatabaseUrl database : List.of(hsqldb(), postgresql())) {
            RunTotals undisturbed = run(database, folder.resolve("out")).get(0).totals();
            for (String sql : List.of(
                    """
                    delete from batch_step_execution_context
                    where step_execution_id in (select step_execution_id from batch_step_execution where step_name <> 'ingest')
                    """,
                    "delete from batch_step_execution where step_name <> 'ingest'",
                    "update batch_step_execution set status = 'FAILED'",
                    "update batch_job_execution set status = 'FAILED'",
                    """
                    insert into batch_job_execution (job_execution_id, version, job_instance_id, create_time, start_time, status)
                    select job_execution_id + 100, version, job_instance_id, create_time + interval '1' second, start_time, 'STARTED'
                    from batch_job_execution
                    """,
                    """
                    insert into batch_job_execution_params
                    select job_execution_id + 100, parameter_name, parameter_type, parameter_value, identifying
                    from batch_job_execution_params
                    """,
                    """
                    insert into batch_job_execution_context
                    select job_execution_id + 100, short_context, serialized_context from batch_job_execution_context
                    """,
                    """
                    insert into batch_step_execution
                        (step_execution_id, version, step_name, job_execution_id, create_time, start_time, status)
                    select step_execution_id + 100, version, step_name, job_execution_id + 100, create_time + interval '1' second,
                        start_time, 'STARTED'
                    from batch_step_execution
                    """,
                    """
                    insert into batch_step_execution_context
                    select step_execution_id + 100, j.short_context, null
                    from batch_step_execution_context cross join (select min(short_context) as short_context
                        from batch_job_execution_context) j
                    """,
                    "update run set status = 'RUNNING', finished_at = null")) {
                execute(database, sql);
            }

            assertThat(run(database, folder.resolve("out")))
                    .extracting(RunResult::run, RunResult::status, RunResult::totals)
                    .containsExactly(tuple(1L, Status.COMPLETED, undisturbed));
        }
    }

    @Test
    void keepsWhatARunWasGivenAndRanWith() throws Exception {
        for (DatabaseUrl database : List.of(hsqldb(), postgresql())) {
            try (NewsRuns runs = NewsRuns.open(database)) {
                runs.run(
                        new RunRequest(
                                List.of(SEEDS),
                                folder,
                                null,
                                ReadingOptions.USUAL,
                                false,
                                Publication.ALL,
                                null,
                                "run\nseeds"),
                        RunListener.NONE);
            }
            Map<String, Object> run =
                    client(database).sql("select * from run").query().singleRow();
            assertThat(run)
                    .containsEntry("arguments", "run\nseeds")
                    .containsEntry("version", ProgramVersion.current())
                    .containsEntry("rules", BoilerplateCleaner.standardDigest())
                    .containsEntry("pid", ProcessHandle.current().pid());
            assertThat(run.get("model"))
                    .asString()
                    .contains(TopicClassifier.standard().origin())
                    .contains(TopicClassifier.standard().digest());
            assertThat(run.get("host")).asString().isNotBlank();
            assertThat((Long) run.get("worked_millis")).isPositive();
            assertThat(client(database)
                            .sql("select count(*) from run_owner")
                            .query(Long.class)
                            .single())
                    .as("nobody runs the job any more")
                    .isZero();
        }
    }

    @Test
    void countsTheTimeOfAKilledProcessUpToItsLastSignOfLife() throws Exception {
        for (DatabaseUrl database : List.of(hsqldb(), postgresql())) {
            run(database, folder);
            execute(database, """
                    update run set status = 'RUNNING', worked_millis = 0, started_at = timestamp '2024-01-01 00:00:00'
                    """);
            execute(database, """
                    insert into run_owner (host, pid, since, alive_at)
                    values ('elsewhere', 7, timestamp '2026-01-01 00:00:00', timestamp '2026-01-01 01:00:00')
                    """);

            run(database, folder);

            assertThat(client(database)
                            .sql("select worked_millis from run where id = 1")
                            .query(Long.class)
                            .single())
                    .isGreaterThanOrEqualTo(3_600_000)
                    .isLessThan(7_200_000);
        }
    }

    private static String line(String id, String date, String text) {
        return "{\"id\":\"%s\",\"outlet\":\"الضفة\",\"date\":\"%s\",\"text\":\"%s\"}\n".formatted(id, date, text);
    }

    private static void copySeeds(Path folder) throws IOException {
        try (Stream<Path> seeds = Files.list(SEEDS)) {
            for (Path seed : seeds.toList()) {
                Files.copy(seed, folder.resolve(seed.getFileName()));
            }
        }
    }

    @Test
    void failsTheRunWhenNumbersDoNotAddUpAndPublishesNothing() throws Exception {
        DatabaseUrl database = hsqldb();
        Path out = folder.resolve("out");
        run(database, out);
        Map<String, String> published = files(out);
        execute(database, "delete from removed_block where kind = 'RELATED_LINKS'");

        RunResult result = run(database, out).get(0);

        assertThat(result.status()).isEqualTo(Status.FAILED);
        assertThat(result.failure())
                .hasMessageContainingAll(
                        "the numbers do not add up", "removed lines of the articles = lines of the removed blocks");
        assertThat(files(out)).containsKey("report.html").isEqualTo(published);
    }

    @Test
    void publishesNothingOfABrokenSummaryUntilItIsMended() throws Exception {
        DatabaseUrl database = hsqldb();
        Path news = Files.createDirectory(folder.resolve("news"));
        copySeeds(news);
        Path out = folder.resolve("out");
        run(database, news, out);
        Map<String, String> published = files(out);
        Files.writeString(news.resolve("new.txt"), "وصل هذا الخبر بعد أن نشر التقرير الأول");
        execute(database, """
                create trigger broken after insert on outlet_summary for each statement
                update outlet_summary set articles = articles + 1
                """);

        RunResult failed = run(database, news, out).get(0);
        assertThat(failed.status()).isEqualTo(Status.FAILED);
        assertThat(failed.failure()).hasMessageContaining("outlet_summary = current articles");
        assertThat(failed.steps()).doesNotContainKey(NewsStep.PUBLISH);
        assertThat(files(out)).isEqualTo(published);

        execute(database, "drop trigger broken");
        assertThat(run(database, news, out))
                .extracting(RunResult::run, RunResult::status)
                .containsExactly(tuple(failed.run(), Status.COMPLETED));
        assertThat(Files.readAllLines(out.resolve("articles.jsonl"))).hasSize(6);
    }

    @Test
    void countsTheArticlesThatFailedAndNamesTheFirstOfThem() throws Exception {
        for (DatabaseUrl database : List.of(hsqldb(), postgresql())) {
            run(database, folder.resolve("out"));
            for (String table : List.of("article_topic", "removed_block", "article_analysis")) {
                execute(database, "delete from %s where article_id in (%s)".formatted(table, TWO_ARTICLES));
            }
            execute(database, """
                    insert into failed_article (article_id, run_id, version, message)
                    select a.id, r.id, r.version, 'broken' from article a cross join run r where a.id in (%s)
                    """.formatted(TWO_ARTICLES));
            execute(
                    database,
                    "insert into unplaced_article (article_id, analysed) select id, true from article where id in (%s)"
                            .formatted(TWO_ARTICLES));
            execute(database, "update run set status = 'FAILED'");
            execute(database, "update batch_job_execution set status = 'FAILED'");
            execute(
                    database,
                    "update batch_step_execution set status = 'FAILED' where step_name not in ('ingest', 'profile')");

            RunResult result = run(database, folder.resolve("out")).get(0);

            assertThat(result.failure()).isNull();
            assertThat(result.status()).isEqualTo(Status.COMPLETED);
            RunTotals totals = result.totals();
            assertThat(totals.failed()).isEqualTo(2);
            assertThat(totals.firstFailure()).endsWith("): broken");
            assertThat(client(database)
                            .sql(
                                    "select article_id from v_publication union all select article_id from v_article_story")
                            .query(String.class)
                            .list())
                    .as("three articles with a publication and a place in a story each")
                    .hasSize(6)
                    .doesNotContainAnyElementsOf(client(database)
                            .sql("select article_id from failed_article")
                            .query(String.class)
                            .list());
        }
    }

    @Test
    void writesIntoAFolderWithALongPathInsideAnInputAndDoesNotReadItsOwnFiles() throws Exception {
        Path news = Files.createDirectory(folder.resolve("news"));
        copySeeds(news);
        Path out = news;
        while (out.toString().length() < 600) {
            out = out.resolve("long-".repeat(20));
        }
        DatabaseUrl database = new DatabaseUrl("jdbc:hsqldb:file:" + out.resolve("data/news"));

        run(database, news, out);
        Files.writeString(
                Files.createDirectories(out.resolve("report-headlines")).resolve("mine.txt"), "نص");
        RunTotals second = run(database, news, out).get(0).totals();

        assertThat(out.resolve("report.html")).isNotEmptyFile();
        assertThat(second.read()).isEqualTo(5);
    }

    @Test
    void saysWhenAPathIsTooLongForTheTables() {
        Path out = Path.of("long-".repeat(501));
        assertThatThrownBy(() -> request(out))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the path of the folder for the results has 2,505 characters; the most is 2,500");
    }

    @Test
    void keepsTheRawTextOfEveryArticleAsItWas() throws Exception {
        DatabaseUrl database = hsqldb();
        run(database, folder);

        List<String> stored = client(database)
                .sql("select text from article order by source")
                .query(String.class)
                .list();

        try (Stream<Path> seeds = Files.list(SEEDS)) {
            assertThat(stored)
                    .containsExactlyElementsOf(
                            seeds.sorted().map(NewsRunsTest::read).toList());
        }
    }

    @Test
    void commentsEveryTableAndColumn() throws Exception {
        DatabaseUrl hsqldb = hsqldb();
        run(hsqldb, folder);
        assertThat(client(hsqldb).sql("""
                                select c.table_name || '.' || c.column_name from information_schema.system_columns c
                                    join information_schema.system_tables t on t.table_schem = c.table_schem and t.table_name = c.table_name
                                where c.table_schem = 'PUBLIC' and c.remarks is null and c.table_name <> 'flyway_schema_history'
                                    and t.table_type = 'TABLE'
                                """).query(String.class).list())
                .as("HSQLDB forgets those of view columns when it is closed; SchemaTest looks before")
                .isEmpty();
        DatabaseUrl postgresql = postgresql();
        run(postgresql, folder);
        assertThat(client(postgresql).sql("""
                                select c.relname || '.' || a.attname from pg_class c join pg_attribute a on a.attrelid = c.oid
                                where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'v') and a.attnum > 0
                                    and c.relname <> 'flyway_schema_history' and col_description(c.oid, a.attnum) is null
                                """).query(String.class).list()).isEmpty();
    }

    @Test
    void sumsUpTheRemovedLinesOfTheSeedsByKind() {
        DatabaseUrl database = hsqldb();
        run(database, folder);

        assertThat(client(database)
                        .sql("select kind || ' ' || lines from boilerplate_summary order by kind")
                        .query(String.class)
                        .list())
                .as("lines by kind as the labels of the seeds say, blank ones not counted")
                .containsExactly(
                        "BYLINE 2",
                        "DATE 1",
                        "DUPLICATE 1",
                        "FEEDBACK 2",
                        "PROMO 1",
                        "RELATED_ARTICLE 16",
                        "RELATED_LINKS 27",
                        "SOURCE 2");
    }

    @Test
    void answersTheQueriesOfTheReadme() throws Exception {
        String readme = Files.readString(Path.of("..", "README.md"));
        List<String> queries = Pattern.compile("```sql\\n(.*?)```", Pattern.DOTALL)
                .matcher(readme)
                .results()
                .flatMap(block -> Stream.of(block.group(1).split(";\\s*")))
                .filter(query -> !query.isBlank())
                .toList();
        assertThat(queries).hasSizeGreaterThanOrEqualTo(4);
        for (DatabaseUrl database : List.of(hsqldb(), postgresql())) {
            run(database, folder);
            for (String query : queries) {
                assertThatCode(() -> client(database).sql(query).query().listOfRows())
                        .as(query)
                        .doesNotThrowAnyException();
            }
        }
    }

    private List<RunResult> run(DatabaseUrl database, Path out) {
        try (NewsRuns runs = NewsRuns.open(database)) {
            return runs.run(request(out), RunListener.NONE);
        }
    }

    private List<RunResult> run(DatabaseUrl database, Path input, Path out) {
        try (NewsRuns runs = NewsRuns.open(database)) {
            return runs.run(new RunRequest(List.of(input), out, null, false), RunListener.NONE);
        }
    }

    private static RunRequest request(Path out) {
        return new RunRequest(List.of(SEEDS), out, null, false);
    }

    private DatabaseUrl hsqldb() {
        return new DatabaseUrl("jdbc:hsqldb:file:" + folder.resolve("data/news"));
    }

    private static DatabaseUrl postgresql() {
        return new DatabaseUrl(TestDatabase.postgresqlAddress());
    }

    private static void execute(DatabaseUrl database, String sql) {
        client(database).sql(sql).update();
    }

    private static JdbcClient client(DatabaseUrl database) {
        return database.isPostgresql()
                ? JdbcClient.create(new DriverManagerDataSource(database.jdbc()))
                : JdbcClient.create(new DriverManagerDataSource(database.jdbc(), "sa", ""));
    }

    /** The bytes of all exports, without the report, which says when the runs were. */
    private static Map<String, String> exports(Path out) throws IOException {
        Map<String, String> exports = files(out);
        exports.remove("report.html");
        return exports;
    }

    /** The bytes of all files; a byte a character, which compares what is not text too. */
    private static Map<String, String> files(Path out) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(out)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                contents.put(
                        out.relativize(file).toString(),
                        new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            }
        }
        return contents;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}

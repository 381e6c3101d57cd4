package io.ghirbal.report.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.ghirbal.ingest.run.NewsStep;
import io.ghirbal.report.database.DatabaseUrl;
import io.ghirbal.report.job.NewsRuns;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How fast the whole job is, step by step, on both databases, beside two limits: reading the same files, and inserting the same rows. No
 * test: its name keeps it out of the build, {@code docs/benchmarks.md} says how to call it.
 */
class JobBenchmark {
    private static final long DOCUMENTS = Long.getLong("benchmark.articles", 20_000);
    private static final long SEED = Long.getLong("benchmark.seed", 1);
    private static final String HEAP = System.getProperty("benchmark.heap", "512m");
    private static final boolean GZIP = Boolean.getBoolean("benchmark.gzip");
    private static final @Nullable String THREADS = System.getProperty("benchmark.threads");
    private static final boolean ONE_THREAD = Boolean.getBoolean("benchmark.oneThread");
    private static final String DATABASES = System.getProperty("benchmark.databases", "hsqldb,postgresql");

    @TempDir
    private Path folder;

    private long bytes;

    @Test
    void measuresTheJobBesideItsLimits() throws Exception {
        bytes = new GeneratedArticles(SEED).write(news(), DOCUMENTS, GZIP);
        say(
                "%s on %d processors of %s, load %.1f; %,d documents, %.1f MB of JSON Lines%s, seed %d; -Xmx%s",
                "Java " + Runtime.version(),
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("os.name") + " " + System.getProperty("os.arch"),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                DOCUMENTS,
                bytes / 1e6,
                GZIP ? " in gzip" : "",
                SEED,
                HEAP);
        if (DATABASES.contains("hsqldb")) {
            measure("HSQLDB in a file", hsqldb("job"), hsqldb("limit"), hsqldb("single"));
        }
        if (DATABASES.contains("postgresql")) {
            measurePostgresql();
        }
    }

    private void measurePostgresql() throws Exception {
        // durable, as a server is that is not there for a test
        try (EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .start()) {
            measure(
                    "PostgreSQL",
                    postgresql(server, "job"),
                    postgresql(server, "plain") + "&reWriteBatchedInserts=true",
                    postgresql(server, "single"));
        }
    }

    private void measure(String title, String job, String plain, String single)
            throws IOException, InterruptedException {
        MeasuredProcess read = MeasuredProcess.run(HEAP, folder, "read", news().toString());
        String threads = THREADS == null ? Integer.toString(NewsRuns.usualThreads(new DatabaseUrl(job))) : THREADS;
        MeasuredProcess run = runJob(job, threads);
        MeasuredProcess insert = MeasuredProcess.run(HEAP, folder, "insert", job, plain);
        assertThat(run.number("documents")).isEqualTo(read.number("documents"));

        double reading = read.number("seconds");
        double inserting = insert.number("seconds");
        say(
                "\n%s, %s thread(s) in the step analyse, load %.1f at the end\n",
                title, threads, ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        say("| | seconds | documents/s | articles/s | MB/s | of reading | of inserting |");
        say("|---|--:|--:|--:|--:|--:|--:|");
        double articles = run.number("articles");
        row("limit: reading and decoding", reading, articles, reading, inserting);
        row("limit: inserting %,.0f rows".formatted(insert.number("rows")), inserting, articles, reading, inserting);
        for (NewsStep step : NewsStep.values()) {
            row(step.stepName(), run.number(step.stepName()), articles, reading, inserting);
        }
        row("whole job", run.number("whole job"), articles, reading, inserting);
        if (ONE_THREAD) {
            String analyse = NewsStep.ANALYSE.stepName();
            double one = runJob(single, "1").number(analyse);
            row("analyse, one thread", one, articles, reading, inserting);
            say("\n%s threads analyse %.2f times as fast as one", threads, one / run.number(analyse));
        }
        say(
                "\nheap of the job: at most %d MiB, %d MiB after a collection",
                run.peakHeap(), run.peakHeapAfterCollection());
    }

    private MeasuredProcess runJob(String database, String threads) throws IOException, InterruptedException {
        return MeasuredProcess.run(
                HEAP,
                folder,
                "job",
                news().toString(),
                database,
                folder.resolve("out").toString(),
                threads);
    }

    private void row(String name, double seconds, double articles, double reading, double inserting) {
        say(
                "| %s | %.2f | %,.0f | %,.0f | %.1f | %.2f | %.2f |",
                name,
                seconds,
                DOCUMENTS / seconds,
                articles / seconds,
                bytes / 1e6 / seconds,
                reading / seconds,
                inserting / seconds);
    }

    private Path news() {
        return folder.resolve("news");
    }

    private String hsqldb(String name) {
        return new DatabaseUrl("jdbc:hsqldb:file:" + folder.resolve(name).resolve("news")).jdbc();
    }

    private static String postgresql(EmbeddedPostgres server, String name) throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        }
        return server.getJdbcUrl("postgres", name);
    }

    private static void say(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}

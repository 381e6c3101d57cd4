package io.ghirbal.report.bench;

import io.ghirbal.report.TestBroker;
import io.ghirbal.report.cli.Ghirbal;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How fast articles are analysed by one process, and by workers over a broker, all on this machine: what handing out costs. No test: its
 * name keeps it out of the build, {@code docs/scaling.md} says how to call it.
 */
class RemoteBenchmark {
    private static final long DOCUMENTS = Long.getLong("benchmark.articles", 20_000);
    private static final long SEED = Long.getLong("benchmark.seed", 1);
    private static final String HEAP = System.getProperty("benchmark.heap", "512m");

    @TempDir
    private Path folder;

    private int databases;

    @Test
    void measuresOneProcessBesideWorkers() throws Exception {
        new GeneratedArticles(SEED).write(news(), DOCUMENTS, false);
        say(
                "Java %s on %d processors, load %.1f; %,d documents, seed %d; -Xmx%s each\n",
                Runtime.version(), Runtime.getRuntime().availableProcessors(), load(), DOCUMENTS, SEED, HEAP);
        say("| | load at the end | analyse, seconds | articles/s | whole job, seconds |");
        say("|---|--:|--:|--:|--:|");
        // durable, as a server is that is not there for a test
        try (EmbeddedPostgres server = EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "on")
                        .setServerConfig("synchronous_commit", "on")
                        .start();
                TestBroker broker = TestBroker.start()) {
            measure("one process, 1 thread", database(server), 1, null, 0);
            measure("one process, 2 threads", database(server), 2, null, 0);
            measure("manager and 1 worker, 1 thread", database(server), 1, broker, 1);
            measure("manager and 1 worker, 2 threads", database(server), 2, broker, 1);
            measure("manager and 2 workers, 1 thread each", database(server), 1, broker, 2);
            say("\n%,d bytes in the database for each article", bytesOfAnArticle(server));
        }
    }

    private void measure(String title, String database, int threads, @Nullable TestBroker broker, int workers)
            throws IOException, InterruptedException {
        List<Process> running = new ArrayList<>();
        try {
            List<String> job = new ArrayList<>(List.of(
                    "job", news().toString(), database, folder.resolve("out").toString(), Integer.toString(threads)));
            if (broker != null) {
                job.add(broker.address().url());
                for (int i = 0; i < workers; i++) {
                    running.add(worker(database, broker.address().url(), threads));
                }
            }
            MeasuredProcess run = MeasuredProcess.run(HEAP, folder, job.toArray(String[]::new));
            double analyse = run.number("analyse");
            say(
                    "| %s | %.1f | %.2f | %,.0f | %.2f |",
                    title, load(), analyse, run.number("articles") / analyse, run.number("whole job"));
        } finally {
            for (Process each : running) {
                each.destroyForcibly().waitFor();
            }
        }
    }

    /** One that listens already: a worker is not started for one run. */
    private Process worker(String database, String broker, int threads) throws IOException, InterruptedException {
        Path console = Files.createTempFile(folder, "worker", ".txt");
        Process worker = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + HEAP,
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Ghirbal.class.getName(),
                        "worker",
                        "--db",
                        database,
                        "--broker",
                        broker,
                        "--threads",
                        Integer.toString(threads))
                .redirectOutput(console.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        while (!Files.readString(console).contains("worker for runs on")) {
            if (!worker.isAlive()) {
                throw new AssertionError("a worker ended with " + worker.exitValue());
            }
            Thread.sleep(50);
        }
        return worker;
    }

    private String database(EmbeddedPostgres server) throws Exception {
        String name = "remote" + ++databases;
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        }
        return server.getJdbcUrl("postgres", name);
    }

    /** Of the tables that grow with the articles and their indexes, in the last database. */
    private long bytesOfAnArticle(EmbeddedPostgres server) throws Exception {
        return JdbcClient.create(server.getDatabase("postgres", "remote" + databases))
                .sql("""
                        select (pg_total_relation_size('article') + pg_total_relation_size('document')
                            + pg_total_relation_size('article_analysis') + pg_total_relation_size('removed_block')
                            + pg_total_relation_size('article_topic')) / (select count(*) from article)
                        """)
                .query(Long.class)
                .single();
    }

    private Path news() {
        return folder.resolve("news");
    }

    private static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }

    private static void say(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}

package io.ghirbal.report.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.ghirbal.report.TestBroker;
import io.ghirbal.report.TestDatabase;
import io.ghirbal.report.cli.GhirbalJar.Answer;
import io.ghirbal.report.cli.GhirbalJar.Running;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * A run whose articles are analysed by workers over a broker, on the packaged jar: it leaves the rows of a single process, whoever is
 * killed. The long form is in CONTRIBUTING.md; its parameters are system properties:
 *
 * <pre>
 * remote.articles  documents to read                               3000
 * remote.kills     workers and managers to kill                    1
 * </pre>
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RemoteIT {
    private static final int ARTICLES = Integer.getInteger("remote.articles", 3000);
    private static final int KILLS = Integer.getInteger("remote.kills", 1);
    private static final long SEED = 20260702;

    private final Path folder;
    private final TestBroker broker;
    private final List<Process> processes = new ArrayList<>();
    private Map<String, List<String>> ofOneProcess = Map.of();

    RemoteIT(@TempDir Path folder) throws Exception {
        this.folder = folder;
        broker = TestBroker.start();
        GeneratedNews.write(folder.resolve("news"), ARTICLES, SEED);
    }

    @AfterAll
    void stopAll() throws Exception {
        for (Process process : processes) {
            process.destroyForcibly().waitFor();
        }
        broker.close();
    }

    @Test
    void leavesTheRowsOfOneProcessThoughWorkersAreKilled() throws Exception {
        Site site = new Site();
        List<Running> workers = new ArrayList<>(List.of(site.worker(), site.worker()));
        Running run = site.run();
        for (int kill = 0; kill < KILLS; kill++) {
            site.awaitWork(run, kill);
            workers.remove(0).process().destroyForcibly().waitFor();
            assertThat(run.process().isAlive()).isTrue();
            workers.add(site.worker());
        }

        assertCompletes(run.await());
        assertThat(site.rows()).isEqualTo(ofOneProcess());
        assertThat(broker.messages()).isZero();
        for (Running worker : workers) {
            worker.process().destroy();
            Answer answer = worker.await();
            assertThat(answer.exitCode()).as(answer.out() + answer.err()).isEqualTo(ExitCode.STOPPED);
            assertThat(answer.out()).contains("worker for runs on ").contains("Stopped on request");
            assertThat(answer.err()).isEmpty();
        }
    }

    @Test
    void goesOnWhenTheManagerIsKilledOrStoppedAndAWorkerIsStopped() throws Exception {
        Site site = new Site();
        Running first = site.worker();
        for (int kill = 0; kill < KILLS; kill++) {
            Running killed = site.run();
            site.awaitWork(killed, kill);
            killed.process().destroyForcibly().waitFor();
        }
        Running stopped = site.run();
        site.awaitWork(stopped, KILLS);
        stopped.process().destroy();
        Answer end = stopped.await();
        assertThat(end.exitCode()).as(end.out() + end.err()).isEqualTo(ExitCode.STOPPED);
        assertThat(end.err()).isEmpty();
        first.process().destroy();
        assertThat(first.await().exitCode()).isEqualTo(ExitCode.STOPPED);

        Running other = site.worker();
        Answer answer = site.run().await();

        assertCompletes(answer);
        assertThat(answer.out()).contains("goes on where it stopped");
        assertThat(site.rows()).isEqualTo(ofOneProcess());
        assertThat(other.console()).contains("analyse-range:").contains(" articles in ");
    }

    @Test
    void saysInOneLineThatTheBrokerIsNotThere() throws Exception {
        Site site = new Site();
        String nowhere = "tcp://localhost:" + TestBroker.freePort();

        Answer answer = site.start(List.of("run", folder.toString()), "--db", site.address, "--broker", nowhere)
                .await();

        assertThat(answer.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(answer.err()).hasLineCount(1).startsWith("ghirbal: cannot reach the broker " + nowhere);
        assertThat(answer.out()).isEqualTo(InProcess.OPENING);
    }

    private Map<String, List<String>> ofOneProcess() throws Exception {
        if (ofOneProcess.isEmpty()) {
            Site site = new Site();
            assertCompletes(site.runAlone().await());
            ofOneProcess = site.rows();
        }
        return ofOneProcess;
    }

    private static void assertCompletes(Answer answer) {
        assertThat(answer.exitCode()).as(answer.out() + answer.err()).isZero();
        assertThat(answer.err()).isEmpty();
    }

    /** A database under processes in a folder of its own. */
    private final class Site {
        private final String address;
        private final GhirbalJar jar;

        Site() throws Exception {
            Path home = Files.createTempDirectory(folder, "site");
            address = TestDatabase.emptyPostgresql();
            jar = new GhirbalJar(home);
        }

        /** A manager. */
        Running run() throws IOException {
            return start(
                    List.of("run", news()),
                    "--db",
                    address,
                    "--broker",
                    broker.address().url());
        }

        Running runAlone() throws IOException {
            return start(List.of("run", news()), "--db", address);
        }

        /** A worker that listens. */
        Running worker() throws Exception {
            Running worker = start(
                    List.of("worker"),
                    "--db",
                    address,
                    "--broker",
                    broker.address().url(),
                    "--threads",
                    "1");
            worker.awaitOutput("worker for runs on ");
            return worker;
        }

        Running start(List<String> command, String... options) throws IOException {
            List<String> arguments = new ArrayList<>(command);
            arguments.addAll(List.of(options));
            Running running = jar.start(arguments.toArray(String[]::new));
            processes.add(running.process());
            return running;
        }

        private String news() {
            return folder.resolve("news").toString();
        }

        /** Waits until articles are being analysed for {@code run}, more of them the more was disturbed already. */
        void awaitWork(Running run, int disturbed) throws Exception {
            // what a killed one left looks the same until the next has begun
            run.awaitOutput("run 1");
            try (Connection connection = DriverManager.getConnection(address);
                    Statement statement = connection.createStatement()) {
                long share = (long) ARTICLES * disturbed / (KILLS + 3);
                while (!isTrue(statement, """
                        select count(*) > %d and exists (select 1 from batch_step_execution where step_name like 'analyse-range:%%'
                            and status = 'STARTED') from article_analysis
                        """.formatted(share))) {
                    Thread.sleep(5);
                }
            }
        }

        private static boolean isTrue(Statement statement, String sql) throws Exception {
            try (ResultSet answer = statement.executeQuery(sql)) {
                return answer.next() && answer.getBoolean(1);
            } catch (org.postgresql.util.PSQLException e) {
                // before the tables are made
                return false;
            }
        }

        Map<String, List<String>> rows() throws Exception {
            try (Connection connection = DriverManager.getConnection(address)) {
                return TableRows.of(connection);
            }
        }
    }
}

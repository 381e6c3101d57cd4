package io.ghirbal.report.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.ghirbal.report.TestDatabase;
import io.ghirbal.report.cli.GhirbalJar.Answer;
import io.ghirbal.report.cli.GhirbalJar.Running;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Runs that are killed, stopped and started twice at seeded random moments of every step end with the rows of a run that nobody
 * disturbed; a subclass a database. The long form is in CONTRIBUTING.md; its parameters are system properties:
 *
 * <pre>
 * chaos.articles  documents to read                       600
 * chaos.kills     kill -9 given                           6
 * chaos.stops     SIGTERM given                           3
 * chaos.pairs     pairs of runs started together          2
 * chaos.seed      of the documents and of the moments     20260701
 * </pre>
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ChaosIT {
    private static final int ARTICLES = Integer.getInteger("chaos.articles", 600);
    private static final int KILLS = Integer.getInteger("chaos.kills", 6);
    private static final int STOPS = Integer.getInteger("chaos.stops", 3);
    private static final int PAIRS = Integer.getInteger("chaos.pairs", 2);
    private static final long SEED = Long.getLong("chaos.seed", 20260701);

    private final Path folder;
    private final Chaos chaos;

    ChaosIT(Path folder, Databases databases) {
        this.folder = folder;
        chaos = new Chaos(databases);
        GeneratedNews.write(folder.resolve("news"), ARTICLES, SEED);
    }

    @Test
    void endsWithTheSameRowsHoweverItWasKilled() throws Exception {
        chaos.interrupt(Signal.KILL, KILLS);
    }

    @Test
    void answersFiveToEachRequestToStopAndGoesOnExactly() throws Exception {
        chaos.interrupt(Signal.TERM, STOPS);
    }

    @Test
    void completesOneOfTwoRunsStartedTogether() throws Exception {
        chaos.startTogether(PAIRS);
    }

    private enum Signal {
        KILL,
        TERM
    }

    /** Where a run is, as far as its console tells. A request to stop that comes behind the last chunk may find nothing left to stop. */
    private enum Phase {
        START_UP,
        INGEST,
        ANALYSE,
        STORIES,
        SUMMARISE,
        RECONCILE,
        PUBLISH,
        ENDING;

        static final List<Phase> TO_STOP_IN = List.of(START_UP, INGEST, ANALYSE);

        /** In the order in which a run that goes on again and again can be met in them; the first {@code count} of a fair round. */
        static List<Phase> plan(Signal signal, int count) {
            List<Phase> fair = signal == Signal.TERM
                    ? TO_STOP_IN
                    : List.of(ANALYSE, STORIES, INGEST, PUBLISH, START_UP, SUMMARISE, ENDING, RECONCILE);
            List<Phase> plan = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                plan.add(fair.get(i % fair.size()));
            }
            plan.sort(null);
            return plan;
        }

        static Phase of(String console) {
            Phase phase = START_UP;
            for (String line : console.split("\n", -1)) {
                if (line.matches("run \\d+( goes on where it stopped)?")) {
                    phase = INGEST;
                } else if (line.startsWith("  ingest ") && !line.contains(" so far")) {
                    phase = ANALYSE;
                } else if (line.startsWith("  analyse ") && !line.contains(" so far")) {
                    phase = STORIES;
                } else if (line.equals("  stories")) {
                    phase = SUMMARISE;
                } else if (line.equals("  summarise")) {
                    phase = RECONCILE;
                } else if (line.equals("  reconcile")) {
                    phase = PUBLISH;
                } else if (line.equals("  publish")) {
                    phase = ENDING;
                }
            }
            return phase;
        }
    }

    /** A kind of database. */
    abstract static class Databases {
        /** Prepares an empty one for runs in the folder {@code home} and returns its address. */
        abstract String make(Path home) throws Exception;

        abstract Connection connect(String address) throws Exception;
    }

    static final class Hsqldb extends Databases {
        @Override
        String make(Path home) {
            return "jdbc:hsqldb:file:" + home.resolve("data/news");
        }

        @Override
        Connection connect(String address) throws Exception {
            return DriverManager.getConnection(address + ";hsqldb.tx=mvcc;shutdown=true", "sa", "");
        }
    }

    static final class Postgresql extends Databases {
        @Override
        String make(Path home) {
            return TestDatabase.emptyPostgresql();
        }

        @Override
        Connection connect(String address) throws Exception {
            return DriverManager.getConnection(address);
        }
    }

    /** A database under runs in a folder of its own. */
    private final class Site {
        private final Databases databases;
        private final Path home;
        private final String address;
        private final GhirbalJar jar;
        private int started;

        Site(Databases databases) throws Exception {
            this.databases = databases;
            this.home = Files.createTempDirectory(folder, "site");
            this.address = databases.make(home);
            this.jar = new GhirbalJar(home);
        }

        Running start() throws IOException {
            return jar.start("run", "--db", address, "--out", out(++started).toString(), news());
        }

        /** Each process has a folder of its own, whose existence tells that it has begun. */
        Path out() {
            return out(started);
        }

        Path out(int number) {
            return home.resolve("out" + number);
        }

        private String news() {
            return folder.resolve("news").toString();
        }

        Map<String, List<String>> rows() throws Exception {
            try (Connection connection = databases.connect(address)) {
                return TableRows.of(connection);
            }
        }

        /** The bytes of the exports, in hexadecimal, but for those that name runs. */
        Map<String, String> exports(Path out) throws IOException {
            List<String> nameRuns = List.of(
                    "report.html", "tables.xlsx", "tables/rejection_summary.csv", "tables/rejection_summary.parquet");
            Map<String, String> exports = new TreeMap<>();
            try (Stream<Path> files = Files.walk(out)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    String name = out.relativize(file).toString();
                    if (!nameRuns.contains(name)) {
                        exports.put(name, HexFormat.of().formatHex(Files.readAllBytes(file)));
                    }
                }
            }
            return exports;
        }
    }

    /** Disturbs runs and holds what they leave against what undisturbed ones leave. */
    private final class Chaos {
        private final Databases databases;
        private final SplittableRandom random = new SplittableRandom(SEED);
        private final Map<Phase, Duration> durations = new EnumMap<>(Phase.class);
        private final List<Map<String, List<String>>> undisturbedRows = new ArrayList<>();
        private Map<String, String> undisturbedExports = Map.of();
        private @Nullable Site undisturbed;

        Chaos(Databases databases) {
            this.databases = databases;
        }

        /** What one undisturbed run after the other leaves, {@code runs} of them. */
        private Map<String, List<String>> undisturbed(int runs) throws Exception {
            while (undisturbedRows.size() < runs) {
                Site site = undisturbed == null ? new Site(databases) : undisturbed;
                Running running = site.start();
                if (undisturbed == null) {
                    measure(running);
                }
                assertCompletes(running.await());
                undisturbedRows.add(site.rows());
                undisturbedExports = site.exports(site.out());
                undisturbed = site;
            }
            return undisturbedRows.get(runs - 1);
        }

        private void measure(Running running) throws Exception {
            long last = System.nanoTime();
            Phase phase = Phase.START_UP;
            while (running.process().isAlive()) {
                Phase now = Phase.of(running.console());
                if (now != phase) {
                    durations.put(phase, Duration.ofNanos(System.nanoTime() - last));
                    last = System.nanoTime();
                    phase = now;
                }
                Thread.sleep(2);
            }
            durations.put(phase, Duration.ofNanos(System.nanoTime() - last));
        }

        /** Gives {@code count} signals to runs, over one database until a run has come to its end in spite of them, then over another. */
        void interrupt(Signal signal, int count) throws Exception {
            undisturbed(1);
            Map<Phase, Integer> hits = new EnumMap<>(Phase.class);
            int given = 0;
            int sites = 0;
            while (given < count) {
                Site site = new Site(databases);
                sites++;
                boolean ended = false;
                List<Phase> plan = Phase.plan(signal, count - given);
                for (int i = 0; i < plan.size() && !ended; i++) {
                    Running running = site.start();
                    boolean met = await(running, signal, plan.get(i), site);
                    Thread.sleep(random.nextLong(1 + share(plan, plan.get(i)).toMillis()));
                    Phase hit = Phase.of(running.console());
                    if (met && running.process().isAlive()) {
                        if (signal == Signal.KILL) {
                            running.process().destroyForcibly();
                        } else {
                            running.process().destroy();
                        }
                        Answer answer = running.await();
                        if (signal == Signal.TERM && (hit.compareTo(Phase.ANALYSE) <= 0 || answer.exitCode() != 0)) {
                            assertThat(answer.exitCode())
                                    .as(hit + ": " + answer.out() + answer.err())
                                    .isEqualTo(ExitCode.STOPPED);
                            assertThat(answer.out()).contains("Stopped on request");
                        }
                        if (answer.exitCode() == 0) {
                            ended = true;
                        } else {
                            given++;
                            hits.merge(hit, 1, Integer::sum);
                        }
                    } else {
                        assertCompletes(running.await());
                        ended = true;
                    }
                }
                if (!ended) {
                    assertCompletes(site.start().await());
                }
                assertEqualsUndisturbed(site, site.out());
            }
            System.out.printf(
                    "%s, %,d articles, seed %d: %d x %s over %d databases, in %s; all rows equal%n",
                    databases.getClass().getSimpleName(), ARTICLES, SEED, given, signal, sites, hits);
        }

        /** So long that the planned interruptions of one phase, each of which takes it further, find it unfinished more often than not. */
        private Duration share(List<Phase> plan, Phase phase) {
            Duration whole = durations.getOrDefault(phase, Duration.ZERO);
            boolean goesOn = phase == Phase.INGEST || phase == Phase.ANALYSE || phase == Phase.STORIES;
            return goesOn ? whole.dividedBy(plan.stream().filter(phase::equals).count()) : whole;
        }

        /** Whether the run came to the phase before it ended. */
        private static boolean await(Running running, Signal signal, Phase phase, Site site) throws Exception {
            while (running.process().isAlive()) {
                // before it listens to signals, one ends the process at once: there is nothing yet to stop
                boolean listens = signal == Signal.KILL || Files.exists(site.out());
                if (listens && Phase.of(running.console()).compareTo(phase) >= 0) {
                    return true;
                }
                Thread.sleep(2);
            }
            return false;
        }

        void startTogether(int pairs) throws Exception {
            for (int pair = 0; pair < pairs; pair++) {
                Site site = new Site(databases);
                List<Running> both = List.of(site.start(), site.start());
                List<Answer> answers = List.of(both.get(0).await(), both.get(1).await());
                assertThat(answers).extracting(Answer::exitCode).containsExactlyInAnyOrder(0, 4);
                int winner = answers.get(0).exitCode() == 0 ? 0 : 1;
                assertThat(answers.get(1 - winner).err())
                        .hasLineCount(1)
                        .contains("another run is active")
                        .contains("process " + both.get(winner).process().pid() + " on host ")
                        .contains(" since 2");
                assertThat(answers.get(1 - winner).out()).isEqualTo(InProcess.OPENING);
                assertEqualsUndisturbed(site, site.out(1 + winner));
            }
            System.out.printf(
                    "%s, %,d articles: %d pairs of runs started together, of each one completed and one answered 4%n",
                    databases.getClass().getSimpleName(), ARTICLES, pairs);
        }

        private void assertEqualsUndisturbed(Site site, Path out) throws Exception {
            Map<String, List<String>> rows = site.rows();
            // a run that was killed after it had completed is followed by another, as a run that nobody killed is
            Map<String, List<String>> expected =
                    undisturbed(Objects.requireNonNull(rows.get("run")).size());
            assertThat(rows.keySet()).isEqualTo(expected.keySet());
            rows.forEach((table, actual) -> assertThat(actual).as(table).isEqualTo(expected.get(table)));
            assertThat(rows.get("article")).hasSizeGreaterThan(ARTICLES * 9 / 10);
            assertThat(rows.get("publication")).hasSizeGreaterThan(ARTICLES * 9 / 10);
            assertThat(rows.get("story")).isNotEmpty();
            assertThat(rows.get("article_story"))
                    .hasSameSizeAs(rows.get("article"))
                    .anyMatch(row -> row.contains("role=COPY"))
                    .anyMatch(row -> row.contains("role=RETOLD"));
            assertThat(rows.get("unplaced_article")).isEmpty();
            assertThat(rows.get("unplaced_day")).isEmpty();
            assertThat(site.exports(out)).isEqualTo(undisturbedExports);
        }

        private static void assertCompletes(Answer answer) {
            assertThat(answer.exitCode()).as(answer.out() + answer.err()).isZero();
            assertThat(answer.err()).isEmpty();
        }
    }
}

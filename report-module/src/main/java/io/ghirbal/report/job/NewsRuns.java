package io.ghirbal.report.job;

import io.ghirbal.ingest.Arrivals;
import io.ghirbal.ingest.IngestStep;
import io.ghirbal.ingest.article.Run;
import io.ghirbal.nlp.clean.BoilerplateCleaner;
import io.ghirbal.nlp.step.AnalyseStep;
import io.ghirbal.nlp.topic.Topic;
import io.ghirbal.nlp.topic.TopicClassifier;
import io.ghirbal.report.export.ArticlesExport;
import io.ghirbal.report.export.OutputFile;
import io.ghirbal.report.export.TableExport;
import io.ghirbal.report.export.WorkbookExport;
import io.ghirbal.report.html.HtmlReport;
import io.ghirbal.report.remote.AnotherProgramException;
import io.ghirbal.report.remote.Broker;
import io.ghirbal.report.remote.BrokerUnavailableException;
import io.ghirbal.report.remote.Program;
import io.ghirbal.report.remote.RangeQueue;
import io.ghirbal.report.remote.RangeWorker;
import io.ghirbal.report.remote.RemoteRanges;
import io.ghirbal.report.remote.WorkerListener;
import io.ghirbal.report.retention.Purge;
import io.ghirbal.report.retention.Retention;
import io.ghirbal.report.summary.Slice;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParameter;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The job on one database: runs it, resumes what did not come to its end, publishes what is there. */
public final class NewsRuns implements AutoCloseable {
    private static final String INGEST = "ingest";

    /** Besides one for each thread: for the step itself, the sign of life of the owner, what is read while a file is written. */
    private static final int OTHER_CONNECTIONS = 4;

    /** A worker enters something with every chunk; now and then that comes between the reading and the writing of another. */
    private static final int RETRIES = 50;

    private static final Duration RETRY_AFTER = Duration.ofMillis(100);

    private final DatabaseUrl url;
    private final ConfigurableApplicationContext context;

    private final @Nullable OwnerFile ownerFile;

    private NewsRuns(DatabaseUrl url, @Nullable OwnerFile ownerFile, ConfigurableApplicationContext context) {
        this.url = url;
        this.ownerFile = ownerFile;
        this.context = context;
    }

    /** Opens the database for the topic model that comes with the program; see {@link #open(DatabaseUrl, TopicClassifier)}. */
    public static NewsRuns open(DatabaseUrl url) {
        return open(url, TopicClassifier.standard());
    }

    /**
     * Opens the database, and makes or migrates its tables.
     *
     * @param classifier what names the topics of articles
     * @throws AnotherRunIsActiveException when another process holds the database
     * @throws DatabaseUnavailableException when it can't be opened
     */
    public static NewsRuns open(DatabaseUrl url, TopicClassifier classifier) {
        return open(url, classifier, usualThreads(url));
    }

    /**
     * As {@link #open(DatabaseUrl, TopicClassifier)}.
     *
     * @param threads articles analysed at a time, from 1
     */
    public static NewsRuns open(DatabaseUrl url, TopicClassifier classifier, int threads) {
        return open(url, classifier, threads, null);
    }

    /**
     * As {@link #open(DatabaseUrl, TopicClassifier)}.
     *
     * @param threads articles analysed at a time, from 1
     * @param broker over which runs have their articles analysed by workers, which takes a database on PostgreSQL; null to analyse them here
     * @throws BrokerUnavailableException when there is one and it can't be reached
     */
    public static NewsRuns open(DatabaseUrl url, TopicClassifier classifier, int threads, @Nullable Broker broker) {
        if (broker != null) {
            // hours of reading should not end at a broker that is not there
            broker.check();
        }
        OwnerFile ownerFile = url.findFile().map(file -> take(url, file)).orElse(null);
        Optional<HalfMadeDatabase> begun = url.findFile().flatMap(HalfMadeDatabase::begin);
        try {
            return new NewsRuns(
                    url,
                    ownerFile,
                    new SpringApplicationBuilder(Application.class)
                            .initializers(context -> {
                                GenericApplicationContext beans = (GenericApplicationContext) context;
                                beans.registerBean(DatabaseUrl.class, () -> url);
                                beans.registerBean(TopicClassifier.class, () -> classifier);
                                if (broker != null) {
                                    beans.registerBean(
                                            RemoteRanges.class, () -> remoteRanges(broker, program(classifier), beans));
                                }
                            })
                            .properties(settings(url, threads))
                            .run());
        } catch (RuntimeException e) {
            RuntimeException explained = DatabaseFailures.explain(url, e);
            if (!(explained instanceof AnotherRunIsActiveException)) {
                begun.ifPresent(HalfMadeDatabase::remove);
            }
            if (ownerFile != null) {
                ownerFile.close();
            }
            throw explained;
        }
    }

    private static RemoteRanges remoteRanges(Broker broker, Program program, GenericApplicationContext beans) {
        JdbcClient database = beans.getBean(JdbcClient.class);
        return new RemoteRanges(RangeQueue.of(broker, database), program, beans.getBean(JobRepository.class), database);
    }

    private static Program program(TopicClassifier classifier) {
        return new Program(version(), BoilerplateCleaner.standardDigest(), classifier.digest());
    }

    /**
     * How many articles are analysed at a time when nothing else is asked for: as many as there are processors; 1 with HSQLDB, whose
     * threads wait for each other at its one cache of rows (two were 0.86 times as fast as one).
     */
    public static int usualThreads(DatabaseUrl url) {
        return url.isPostgresql() ? Runtime.getRuntime().availableProcessors() : 1;
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

    private static OwnerFile take(DatabaseUrl url, Path file) {
        try {
            OutputFile.makeFolder(Objects.requireNonNull(file.toAbsolutePath().getParent()));
        } catch (UncheckedIOException e) {
            throw new DatabaseUnavailableException(url, e);
        }
        return OwnerFile.take(url, file);
    }

    /** Version of the program. */
    public static String version() {
        String version = NewsRuns.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }

    /**
     * Reads the inputs to their end. A run over the same inputs that was stopped, killed or failed is finished first; when that run had
     * read its inputs to the end already and something has arrived or changed there since, a fresh one follows for it.
     *
     * @param request what to do
     * @param listener is told what happens
     * @return one result, or two when a fresh run followed; the last is the run asked for
     * @throws AnotherRunIsActiveException when another process runs the job on this database
     * @throws DatabaseUnavailableException when it is lost in the middle
     */
    public List<RunResult> run(RunRequest request, RunListener listener) {
        try {
            return RunLock.holding(
                    url, context.getBean(DataSource.class), this::stop, () -> runLocked(request, listener));
        } catch (RuntimeException e) {
            throw DatabaseFailures.explainLoss(url, e) instanceof RuntimeException explained ? explained : e;
        }
    }

    /**
     * Analyses articles for runs on this database, which is on PostgreSQL, until it is asked to stop.
     *
     * @param broker over which the runs say what there is to do
     * @param threads ranges of articles analysed at a time, from 1
     * @param stop when this is done, the work ends after the chunks in hand
     * @throws BrokerUnavailableException when it can't be reached at the beginning
     * @throws AnotherProgramException when a run has another version or topic model
     * @throws DatabaseUnavailableException when it is lost in the middle
     */
    public void work(Broker broker, int threads, WorkerListener listener, CompletionStage<?> stop)
            throws InterruptedException {
        RangeWorker worker = new RangeWorker(
                RangeQueue.of(broker, context.getBean(JdbcClient.class)),
                threads,
                program(context.getBean(TopicClassifier.class)),
                context.getBean(AnalyseStep.RANGE_BEAN, Step.class),
                Owner.self().process(),
                context.getBean(JobRepository.class),
                new TransactionTemplate(context.getBean(PlatformTransactionManager.class)),
                listener);
        var unused = stop.thenRun(worker::stop);
        try {
            worker.run();
        } catch (RuntimeException e) {
            throw DatabaseFailures.explainLoss(url, e) instanceof RuntimeException explained ? explained : e;
        }
    }

    private List<RunResult> runLocked(RunRequest request, RunListener listener) {
        List<RunResult> results = new ArrayList<>();
        RunLog log = context.getBean(RunLog.class);
        recoverKilledRuns(log);
        RunRequest fresh = request;
        Optional<Run> unfinished = log.findUnfinished(request);
        if (unfinished.isPresent()) {
            Run run = unfinished.get();
            Optional<JobExecution> last = findLastExecution(run.id());
            // what was begun is finished as it was begun
            boolean reanalyse = last.map(NewsRuns::wasReanalysis).orElse(request.reanalyse());
            boolean wasRead = last.map(this::hasReadItsInputs).orElse(false);
            log.resume(run.id(), request);
            RunResult resumed = execute(run.id(), true, request.withReanalyse(reanalyse), listener);
            results.add(resumed);
            fresh = request.withReanalyse(request.reanalyse() && !reanalyse);
            if (resumed.status() != RunResult.Status.COMPLETED
                    || !(fresh.reanalyse() || (wasRead && hasArrivedSince(run, request)))) {
                return results;
            }
        }
        results.add(execute(log.begin(fresh), false, fresh, listener));
        return results;
    }

    private boolean hasArrivedSince(Run run, RunRequest request) {
        return context.getBean(Arrivals.class).since(run, ownFiles(request.out()));
    }

    /** Asks the run in hand to stop after the chunk it is at, and any later one before it begins; returns at once. */
    public void stop() {
        if (context.isActive()) {
            context.getBean(CurrentExecution.class).stop();
        }
    }

    /**
     * Purges articles.
     *
     * @throws AnotherRunIsActiveException when another process runs the job on this database
     */
    public Purge.Outcome purge(Purge purge) {
        Purge.Outcome outcome = RunLock.holding(
                url,
                context.getBean(DataSource.class),
                () -> {},
                () -> context.getBean(Retention.class).purge(purge));
        if (url.findFile().isPresent()) {
            // what was deleted stays in the files of an HSQLDB until they are written anew; PostgreSQL cleans up by
            // itself
            context.getBean(JdbcClient.class).sql("checkpoint defrag").update();
        }
        return outcome;
    }

    /**
     * Writes the report and the exports of what the database holds.
     *
     * @param slice the articles they are about
     * @param compared others for the report to put beside them; null for none
     */
    public void publish(Path out, Slice slice, @Nullable Slice compared) {
        context.getBean(Publisher.class).publish(out, slice, compared);
    }

    /** The topics that articles may have, in the order of their codes. */
    public List<Topic> topics() {
        return context.getBean(JdbcClient.class)
                .sql("select code, name, name_ar from topic order by code")
                .query((row, number) ->
                        new Topic(row.getString("code"), row.getString("name"), row.getString("name_ar")))
                .list();
    }

    /** Closes the database. */
    @Override
    public void close() {
        context.close();
        if (ownerFile != null) {
            ownerFile.close();
        }
    }

    /**
     * A process that was killed left its run marked as running. We hold the lock, so no run is. Its workers may still be at it; they
     * are told to stop, and whatever they write later is refused, see {@link RemoteRanges}.
     */
    private void recoverKilledRuns(RunLog log) {
        RetryPolicy untilWorkersStop = RetryPolicy.builder()
                .includes(OptimisticLockingFailureException.class)
                .maxRetries(RETRIES)
                .delay(RETRY_AFTER)
                .build();
        new RetryTemplate(untilWorkersStop).invoke(this::recoverKilledExecutions);
        log.stopKilledRuns();
    }

    private void recoverKilledExecutions() {
        JobRepository repository = context.getBean(JobRepository.class);
        for (JobExecution killed : repository.findRunningJobExecutions(job().getName())) {
            killed.setStatus(BatchStatus.STOPPING);
            repository.update(killed);
            context.getBean(JobOperator.class).recover(killed);
        }
    }

    private Optional<JobExecution> findLastExecution(long run) {
        return Optional.ofNullable(context.getBean(JobRepository.class)
                .getLastJobExecution(job().getName(), identity(run).toJobParameters()));
    }

    private boolean hasReadItsInputs(JobExecution execution) {
        StepExecution ingest =
                context.getBean(JobRepository.class).getLastStepExecution(execution.getJobInstance(), INGEST);
        return ingest != null && ingest.getStatus() == BatchStatus.COMPLETED;
    }

    private static boolean wasReanalysis(JobExecution execution) {
        JobParameter<?> reanalyse = execution.getJobParameters().getParameter("reanalyse");
        return reanalyse != null && Boolean.TRUE.equals(reanalyse.value());
    }

    /** The files that the job writes, which may lie inside an input. */
    private String ownFiles(Path out) {
        List<String> own = new ArrayList<>();
        for (String name : List.of(
                HtmlReport.FILE,
                ArticlesExport.FILE,
                ArticlesExport.PARQUET_FILE,
                WorkbookExport.FILE,
                TableExport.FOLDER)) {
            own.add(RealPaths.of(out.resolve(name)).toString());
        }
        url.findFile().ifPresent(file -> own.add(RealPaths.of(file) + "."));
        return String.join("\n", own);
    }

    private RunResult execute(long run, boolean resumed, RunRequest request, RunListener listener) {
        Instant start = Instant.now();
        RunLog log = context.getBean(RunLog.class);
        List<Runnable> whenEnded = new ArrayList<>();
        context.getBean(CurrentExecution.class)
                .watch(execution -> whenEnded.add(listener.runStarts(run, resumed, execution)));
        JobParameters parameters = identity(run)
                .addString("out", request.out().toString(), false)
                .addString(IngestStep.PASS_OVER, ownFiles(request.out()), false)
                .addJobParameter("reanalyse", request.reanalyse(), Boolean.class, false)
                .toJobParameters();
        JobExecution execution;
        try {
            // killed between the end of the job and the entry in the table run: there is nothing left to execute
            execution = findLastExecution(run)
                    .filter(last -> last.getStatus() == BatchStatus.COMPLETED)
                    .orElseGet(() -> start(run, parameters));
        } finally {
            whenEnded.forEach(Runnable::run);
        }
        RunResult.Status status = statusOf(execution);
        Duration worked = Duration.between(start, Instant.now());
        log.end(run, status, worked);
        return new RunResult(
                run,
                resumed,
                status,
                status == RunResult.Status.FAILED ? failureOf(execution) : null,
                worked,
                steps(execution),
                log.totals(run));
    }

    private static Map<String, Duration> steps(JobExecution execution) {
        Map<String, Duration> steps = new LinkedHashMap<>();
        for (StepExecution step : execution.getStepExecutions()) {
            if (!AnalyseStep.isRange(step) && step.getStartTime() != null && step.getEndTime() != null) {
                steps.put(step.getStepName(), Duration.between(step.getStartTime(), step.getEndTime()));
            }
        }
        return steps;
    }

    /** When the last run over the same inputs began; empty when there was none. */
    public Optional<Instant> lastStart(RunRequest request) {
        return context.getBean(RunLog.class).findLastStart(request);
    }

    private JobExecution start(long run, JobParameters parameters) {
        JobRepository repository = context.getBean(JobRepository.class);
        // killed between the instance and its first execution; Spring Batch refuses to start what has the one without
        // the other
        JobInstance instance =
                repository.getJobInstance(job().getName(), identity(run).toJobParameters());
        if (instance != null) {
            List<JobExecution> executions = repository.getJobExecutions(instance);
            if (executions.isEmpty()) {
                repository.deleteJobInstance(instance);
            } else {
                handOnPlace(repository, instance, executions);
            }
        }
        try {
            return context.getBean(JobOperator.class).start(job(), parameters);
        } catch (JobExecutionException e) {
            throw new IllegalStateException("run %d can't be started".formatted(run), e);
        }
    }

    /**
     * Spring Batch enters that a step is executed again in one transaction, and the place it has to go on from in another. Killed between
     * the two, the next execution would read its inputs from the beginning.
     */
    private static void handOnPlace(JobRepository repository, JobInstance instance, List<JobExecution> executions) {
        StepExecution last = repository.getLastStepExecution(instance, INGEST);
        if (last == null || last.getExecutionContext().containsKey(IngestStep.READ)) {
            return;
        }
        executions.stream()
                .flatMap(execution -> execution.getStepExecutions().stream())
                .filter(step -> step.getStepName().equals(INGEST)
                        && step.getExecutionContext().containsKey(IngestStep.READ))
                .max(Comparator.comparingLong(step -> step.getExecutionContext().getLong(IngestStep.READ)))
                .ifPresent(furthest -> {
                    last.setExecutionContext(furthest.getExecutionContext());
                    repository.updateExecutionContext(last);
                });
    }

    private Job job() {
        return context.getBean(Job.class);
    }

    private static JobParametersBuilder identity(long run) {
        return new JobParametersBuilder().addLong("run", run);
    }

    private static RunResult.Status statusOf(JobExecution execution) {
        return switch (execution.getStatus()) {
            case COMPLETED -> RunResult.Status.COMPLETED;
            case STOPPED -> RunResult.Status.STOPPED;
            default -> RunResult.Status.FAILED;
        };
    }

    private static boolean isOfFramework(Throwable failure) {
        return failure.getClass().getName().startsWith("org.springframework.batch.");
    }

    /** What went wrong, without the wrapping of the framework. */
    private @Nullable Throwable failureOf(JobExecution execution) {
        return execution.getAllFailureExceptions().stream()
                .map(failure -> isOfFramework(failure) && failure.getCause() != null ? failure.getCause() : failure)
                // a step that was executed in parts fails because one of these did
                .min(Comparator.comparing(NewsRuns::isOfFramework))
                .map(failure -> DatabaseFailures.explainLoss(url, failure))
                .orElse(null);
    }
}

package io.ghirbal.report.job;

import io.ghirbal.nlp.topic.Topic;
import io.ghirbal.nlp.topic.TopicClassifier;
import io.ghirbal.report.database.AnotherRunIsActiveException;
import io.ghirbal.report.database.DatabaseFailures;
import io.ghirbal.report.database.DatabaseUnavailableException;
import io.ghirbal.report.database.DatabaseUrl;
import io.ghirbal.report.database.Owner;
import io.ghirbal.report.database.RunLock;
import io.ghirbal.report.explain.PairedArticle;
import io.ghirbal.report.explain.StoredArticles;
import io.ghirbal.report.export.Export;
import io.ghirbal.report.remote.AnotherProgramException;
import io.ghirbal.report.remote.Broker;
import io.ghirbal.report.remote.BrokerUnavailableException;
import io.ghirbal.report.remote.RangeWorker;
import io.ghirbal.report.remote.RangeWorkers;
import io.ghirbal.report.remote.WorkerListener;
import io.ghirbal.report.retention.Purge;
import io.ghirbal.report.retention.Retention;
import io.ghirbal.report.summary.Slice;
import io.ghirbal.report.summary.StoredTopics;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** An open database and what can be done with it: each method hands over to the class whose task it is. */
public final class NewsRuns implements AutoCloseable {
    /** Name of the folder below that of the whole report that receives reports of parts. */
    public static final String PARTS = "parts";

    private final DatabaseUrl url;
    private final NewsContext context;

    private NewsRuns(DatabaseUrl url, NewsContext context) {
        this.url = url;
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
        return new NewsRuns(url, NewsContext.open(url, classifier, threads, broker));
    }

    /**
     * How many articles are analysed at a time when nothing else is asked for: as many as there are processors; 1 with HSQLDB, whose
     * threads wait for each other at its one cache of rows (two were 0.86 times as fast as one).
     */
    public static int usualThreads(DatabaseUrl url) {
        return url.isPostgresql() ? Runtime.getRuntime().availableProcessors() : 1;
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
            return context.get(RequestedRuns.class).run(request, listener);
        } catch (RuntimeException e) {
            throw DatabaseFailures.explainLoss(url, e);
        }
    }

    /** When the last run over the same inputs began; empty when there was none. */
    public Optional<Instant> lastStart(RunRequest request) {
        return context.get(RunHistory.class).findLastStart(request);
    }

    /** Asks the run in hand to stop after the chunk it is at, and any later one before it begins; returns at once. */
    public void stop() {
        if (context.isOpen()) {
            context.get(CurrentExecution.class).stop();
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
        RangeWorker worker = context.get(RangeWorkers.class)
                .over(broker, threads, Owner.self().process(), listener);
        var unused = stop.thenRun(worker::stop);
        try {
            worker.run();
        } catch (RuntimeException e) {
            throw DatabaseFailures.explainLoss(url, e);
        }
    }

    /**
     * Purges articles.
     *
     * @throws AnotherRunIsActiveException when another process runs the job on this database
     */
    public Purge.Outcome purge(Purge purge) {
        Retention retention = context.get(Retention.class);
        Purge.Outcome outcome;
        try (RunLock.Held lock = context.get(RunLock.class).take(() -> {})) {
            outcome = retention.purge(purge);
            lock.check();
        }
        retention.giveSpaceBack();
        return outcome;
    }

    /**
     * Writes the report and the exports of what the database holds.
     *
     * @param slice the articles they are about
     * @param compared others for the report to put beside them; null for none
     * @param exports what to write beside the report
     */
    public void publish(Path out, Slice slice, @Nullable Slice compared, Set<Export> exports) {
        context.get(Publisher.class).publish(out, slice, compared, exports);
    }

    /** The topics that articles may have, in the order of their codes. */
    public List<Topic> topics() {
        return context.get(StoredTopics.class).all();
    }

    /** The first two analysed articles whose id begins with {@code digits}; see {@link StoredArticles#find}. */
    public List<PairedArticle> articles(String digits) {
        return context.get(StoredArticles.class).find(digits);
    }

    /** Closes the database. */
    @Override
    public void close() {
        context.close();
    }
}

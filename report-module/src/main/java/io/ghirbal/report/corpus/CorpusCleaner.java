package io.ghirbal.report.corpus;

import io.ghirbal.ingest.source.Rejection;
import io.ghirbal.ingest.source.SourceDocument;
import io.ghirbal.ingest.source.SourceRecord;
import io.ghirbal.nlp.TextAnalysis;
import io.ghirbal.nlp.TextAnalyzer;
import io.ghirbal.nlp.clean.LineHints;
import io.ghirbal.nlp.template.OutletTemplate;
import io.ghirbal.report.export.ExportedArticle;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Cleans documents in several threads and writes them in the order they were read in: the same documents give the same bytes for any number
 * of threads. Whatever is wrong with a document is counted, and the work goes on.
 *
 * <p>The calling thread reads and writes; batches of documents are analysed by the others. So many batches are under way that none waits for
 * the calling thread, and no more, so that memory does not grow with the documents.
 */
public final class CorpusCleaner {
    /** Enough that handing over a batch costs nothing beside analysing it. */
    private static final int MOST_DOCUMENTS = 64;
    /** A document may have a megabyte. */
    private static final int MOST_CHARACTERS = 1 << 17;

    private static final int BATCHES_PER_THREAD = 4;

    private final Analysis analysis;
    private final CorpusSelection selection;
    private final boolean withRemoved;
    private final int threads;

    /** What {@link TextAnalyzer#analyze(String, String, OutletTemplate, LineHints)} does for an outlet of which nothing is known. */
    @FunctionalInterface
    interface Analysis {
        TextAnalysis analyze(String text, @Nullable String title, LineHints hints);
    }

    /**
     * A cleaner.
     *
     * @param selection which articles are written
     * @param withRemoved whether what was removed is handed to the output
     * @param threads articles analysed at a time, from 1
     */
    public CorpusCleaner(TextAnalyzer analyzer, CorpusSelection selection, boolean withRemoved, int threads) {
        this(
                (text, title, hints) -> analyzer.analyze(text, title, OutletTemplate.NONE, hints),
                selection,
                withRemoved,
                threads);
    }

    CorpusCleaner(Analysis analysis, CorpusSelection selection, boolean withRemoved, int threads) {
        this.analysis = analysis;
        this.selection = selection;
        this.withRemoved = withRemoved;
        this.threads = threads;
    }

    /**
     * Cleans all documents.
     *
     * @param documents gives the next one, and null after the last
     * @return what became of them
     * @throws IOException when the output cannot be written
     */
    public CorpusCounts clean(Supplier<? extends @Nullable SourceRecord> documents, CorpusOutput output)
            throws IOException {
        CorpusCounts counts = new CorpusCounts();
        ExecutorService workers = Executors.newFixedThreadPool(threads, task -> {
            Thread thread = new Thread(task, "clean");
            thread.setDaemon(true);
            return thread;
        });
        try {
            Deque<Future<CleanedBatch>> underWay = new ArrayDeque<>();
            for (List<SourceRecord> batch = read(documents); !batch.isEmpty(); batch = read(documents)) {
                List<SourceRecord> next = batch;
                underWay.add(workers.submit(() -> clean(next, output)));
                while (underWay.size() > threads * BATCHES_PER_THREAD || isDone(underWay.peek())) {
                    write(underWay.remove(), counts);
                }
            }
            while (!underWay.isEmpty()) {
                write(underWay.remove(), counts);
            }
            return counts;
        } finally {
            workers.shutdownNow();
        }
    }

    private static boolean isDone(@Nullable Future<?> batch) {
        return batch != null && batch.isDone();
    }

    private static List<SourceRecord> read(Supplier<? extends @Nullable SourceRecord> documents) {
        List<SourceRecord> batch = new ArrayList<>();
        int characters = 0;
        while (batch.size() < MOST_DOCUMENTS && characters < MOST_CHARACTERS) {
            SourceRecord next = documents.get();
            if (next == null) {
                break;
            }
            batch.add(next);
            characters +=
                    next instanceof SourceDocument document ? document.text().length() : 0;
        }
        return batch;
    }

    /** What became of some documents that follow each other. */
    private record CleanedBatch(
            CorpusOutput.Prepared articles,
            int written,
            int tooShort,
            int inOtherLanguage,
            List<TurnedAway> turnedAway) {}

    private CleanedBatch clean(List<SourceRecord> batch, CorpusOutput output) {
        List<ExportedArticle> articles = new ArrayList<>();
        List<TurnedAway> turnedAway = new ArrayList<>();
        int tooShort = 0;
        int inOtherLanguage = 0;
        for (SourceRecord record : batch) {
            if (record instanceof Rejection rejection) {
                turnedAway.add(TurnedAway.of(rejection));
                continue;
            }
            SourceDocument document = (SourceDocument) record;
            ExportedArticle article;
            try {
                article = ExportedArticle.of(
                        document,
                        analysis.analyze(document.text(), document.title(), LineHints.of(document.lineHints())),
                        withRemoved);
            } catch (RuntimeException | StackOverflowError e) {
                turnedAway.add(TurnedAway.failed(document, e));
                continue;
            }
            if (selection.isTooShort(article)) {
                tooShort++;
            } else if (selection.isInOtherLanguage(article)) {
                inOtherLanguage++;
            } else {
                articles.add(article);
            }
        }
        return new CleanedBatch(output.prepare(articles), articles.size(), tooShort, inOtherLanguage, turnedAway);
    }

    private static void write(Future<CleanedBatch> cleaned, CorpusCounts counts) throws IOException {
        CleanedBatch batch = await(cleaned);
        batch.articles().write();
        counts.add(batch.written(), batch.tooShort(), batch.inOtherLanguage(), batch.turnedAway());
    }

    private static CleanedBatch await(Future<CleanedBatch> cleaned) {
        try {
            return cleaned.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while articles were cleaned", e);
        }
    }
}

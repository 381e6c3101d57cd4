package io.ghirbal.report.export;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Reads the next page in a thread of its own while the last is being written. */
final class PagesAhead implements AutoCloseable {
    private final ArticlePages pages;
    private final ExecutorService thread =
            Executors.newSingleThreadExecutor(task -> new Thread(task, "articles-ahead"));
    private Future<List<ExportedArticle>> following;

    /** @param pages not to be used by anyone else from now on */
    PagesAhead(ArticlePages pages) {
        this.pages = pages;
        this.following = thread.submit(pages::next);
    }

    /** The next page; empty after the last one. */
    List<ExportedArticle> next() {
        List<ExportedArticle> page = await(following);
        if (!page.isEmpty()) {
            following = thread.submit(pages::next);
        }
        return page;
    }

    private static List<ExportedArticle> await(Future<List<ExportedArticle>> page) {
        try {
            return page.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a page was read", e);
        }
    }

    /** Waits for the page that is being read, for it holds the connection. */
    @Override
    public void close() {
        thread.shutdown();
        try {
            following.get();
        } catch (ExecutionException e) {
            // said by whoever asked for the page, or nobody wants it any more
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

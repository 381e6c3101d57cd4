package io.ghirbal.report.export;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Future;

/** Reads the next page while the last is being written. */
final class PagesAhead implements AutoCloseable {
    private final ArticlePages pages;
    private final Alongside reader = new Alongside("articles-ahead");
    private Future<List<ExportedArticle>> following;

    /** @param pages not to be used by anyone else from now on */
    PagesAhead(ArticlePages pages) {
        this.pages = pages;
        this.following = reader.begin(pages::next);
    }

    /** The next page; empty after the last one. */
    List<ExportedArticle> next() throws IOException {
        List<ExportedArticle> page = Alongside.await(following);
        if (!page.isEmpty()) {
            following = reader.begin(pages::next);
        }
        return page;
    }

    @Override
    public void close() {
        reader.close();
    }
}

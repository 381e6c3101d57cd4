package io.ghirbal.report.corpus;

import io.ghirbal.report.export.ArticleFields;
import io.ghirbal.report.export.ArticleJson;
import io.ghirbal.report.export.ArticleWriter;
import io.ghirbal.report.export.ExportedArticle;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** Where the articles of a corpus go. */
@FunctionalInterface
public interface CorpusOutput {
    /** What is ready to be written. */
    @FunctionalInterface
    interface Prepared {
        /**
         * Writes it; called once, in the order of the articles, by one thread.
         *
         * @throws IOException when it cannot be written
         */
        void write() throws IOException;
    }

    /** Makes articles ready to be written. Called by several threads at a time, so that what takes long is best done here. */
    Prepared prepare(List<ExportedArticle> articles);

    /**
     * JSON Lines.
     *
     * @param fields what of an article to write
     * @param out the caller's to close
     */
    static CorpusOutput lines(ArticleFields fields, OutputStream out) {
        ArticleJson json = new ArticleJson(fields);
        return articles -> {
            byte[] lines = json.lines(articles);
            return () -> out.write(lines);
        };
    }

    /**
     * Another format, which one thread writes.
     *
     * @param out the caller's to close
     */
    static CorpusOutput writer(ArticleWriter out) {
        return articles -> () -> {
            for (ExportedArticle article : articles) {
                out.write(article);
            }
        };
    }
}

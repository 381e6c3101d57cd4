package io.ghirbal.report.export;

import java.io.Closeable;
import java.io.IOException;

/** Writes articles, one after the other, to one file. Closing it completes the file. */
public interface ArticleWriter extends Closeable {
    /** Writes one more. */
    void write(ExportedArticle article) throws IOException;
}

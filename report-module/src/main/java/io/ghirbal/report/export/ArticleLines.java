package io.ghirbal.report.export;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;

/** The articles as JSON Lines, see {@link ArticleJson}. UTF-8 without a byte order mark. */
final class ArticleLines implements ArticleWriter {
    private final ArticleJson json = new ArticleJson(ArticleFields.STORED);
    private final Writer out;

    private ArticleLines(Writer out) {
        this.out = out;
    }

    /** Begins {@code file}. */
    static ArticleLines create(Path file) throws IOException {
        return new ArticleLines(OutputFile.writer(file));
    }

    @Override
    public void write(ExportedArticle article) throws IOException {
        json.write(article, out);
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}

package io.ghirbal.report.html;

import io.ghirbal.report.explain.ExplainedPair;
import java.nio.file.Path;

/**
 * Writes two articles with what they share as a page for a browser: both texts side by side, each shared passage marked with the same
 * number and colour in both. One file with its style in it, without a script, which reaches no network. The same articles give the same
 * bytes.
 */
public final class HtmlPair {
    private HtmlPair() {}

    /**
     * Writes the page, in place of an earlier one.
     *
     * @return {@code file}
     * @throws java.io.UncheckedIOException when it cannot be written
     */
    public static Path write(Path file, ExplainedPair pair) {
        return HtmlFile.write(file, "pair.jte", PairPage.of(pair));
    }
}

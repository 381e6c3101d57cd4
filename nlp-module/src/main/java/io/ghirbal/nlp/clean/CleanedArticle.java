package io.ghirbal.nlp.clean;

import io.ghirbal.nlp.text.TextLines;

/**
 * A text with what to remove from it, as places in the original, and what it says about the article. The text itself is unchanged.
 *
 * @param lines the lines of the original text
 * @param removed what to remove
 * @param metadata what the text says about the article
 */
public record CleanedArticle(TextLines lines, RemovedBlocks removed, ArticleMetadata metadata) {

    /** What is kept of the lines, stripped and joined by line feeds; without the title line and lines of which nothing is left. */
    public String body() {
        StringBuilder body = new StringBuilder();
        for (int line = 1; line <= lines.count(); line++) {
            String kept =
                    line == metadata.titleLine() ? "" : removed.keptOf(line).strip();
            if (!kept.isEmpty()) {
                body.append(body.isEmpty() ? "" : "\n").append(kept);
            }
        }
        return body.toString();
    }
}

package io.ghirbal.nlp.clean;

import io.ghirbal.nlp.text.ReadableText;
import io.ghirbal.nlp.text.TextLines;

/**
 * A text with what to remove from it, as places in the original, and what it says about the article. The text itself is unchanged.
 *
 * @param lines the lines of the original text
 * @param readable the same text with what is still encoded in it decoded
 * @param removed what to remove
 * @param metadata what the text says about the article
 */
public record CleanedArticle(TextLines lines, ReadableText readable, RemovedBlocks removed, ArticleMetadata metadata) {

    /**
     * What is kept of the lines, decoded, stripped and joined by line feeds; without the title line and lines of which nothing is left.
     */
    public String body() {
        StringBuilder body = new StringBuilder();
        for (int line = 1; line <= lines.count(); line++) {
            if (line != metadata.titleLine() && removed.wholeLinesAt(line) == null) {
                addKept(line, body);
            }
        }
        return body.toString();
    }

    private void addKept(int line, StringBuilder body) {
        StringBuilder kept = new StringBuilder();
        int start = lines.start(line);
        int from = start;
        for (RemovedBlock part : removed.inlineAt(line)) {
            RemovedBlock.Columns columns = part.columns();
            if (columns != null) {
                kept.append(readable.between(from, start + columns.start()));
                from = start + columns.end();
            }
        }
        kept.append(readable.between(from, lines.end(line)));
        for (String part : kept.toString().split("\n", -1)) {
            String text = part.strip();
            if (!text.isEmpty()) {
                body.append(body.isEmpty() ? "" : "\n").append(text);
            }
        }
    }
}

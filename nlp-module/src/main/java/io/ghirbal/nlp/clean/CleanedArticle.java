package io.ghirbal.nlp.clean;

import io.ghirbal.nlp.text.TextLines;
import java.util.List;

/**
 * A text taken apart: what to remove, as spans of the original, and what the text says about the article. The text itself is unchanged.
 *
 * @param lines the lines of the original text
 * @param removed runs of whole lines, in order, disjoint
 * @param inline spans inside kept lines, in order, disjoint
 * @param metadata what the text says about the article
 */
public record CleanedArticle(
        TextLines lines, List<RemovedBlock> removed, List<InlineSpan> inline, ArticleMetadata metadata) {
    public CleanedArticle {
        removed = List.copyOf(removed);
        inline = List.copyOf(inline);
    }

    /** What stands on the lines of {@code block}, one of {@link #removed}, the line breaks between them included. */
    public String textOf(RemovedBlock block) {
        return lines.text().substring(lines.start(block.first()), lines.end(block.last()));
    }

    /** What stands in {@code span}, one of {@link #inline}. */
    public String textOf(InlineSpan span) {
        int start = lines.start(span.line());
        return lines.text().substring(start + span.start(), start + span.end());
    }

    /** The kept lines that are not blank, without the title line and the inline spans, stripped and joined by line feeds. */
    public String body() {
        StringBuilder body = new StringBuilder();
        int block = 0;
        int span = 0;
        for (int line = 1; line <= lines.count(); line++) {
            while (block < removed.size() && removed.get(block).last() < line) {
                block++;
            }
            boolean kept = block == removed.size() || line < removed.get(block).first();
            StringBuilder rest = new StringBuilder();
            int from = lines.start(line);
            for (; span < inline.size() && inline.get(span).line() == line; span++) {
                rest.append(
                        lines.text(), from, lines.start(line) + inline.get(span).start());
                from = lines.start(line) + inline.get(span).end();
            }
            String text =
                    rest.append(lines.text(), from, lines.end(line)).toString().strip();
            if (kept && line != metadata.titleLine() && !text.isEmpty()) {
                body.append(body.isEmpty() ? "" : "\n").append(text);
            }
        }
        return body.toString();
    }
}

package io.ghirbal.nlp.step;

import io.ghirbal.nlp.clean.BoilerplateKind;
import io.ghirbal.nlp.clean.CleanedArticle;
import io.ghirbal.nlp.clean.InlineSpan;
import io.ghirbal.nlp.clean.RemovedBlock;
import io.ghirbal.nlp.text.TextLines;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code removed_block}: a run of whole lines, or a span inside one line, that is not the article.
 *
 * @param firstLine first line, from 1
 * @param lastLine last line, included
 * @param startColumn for a span inside a line, where it starts in the line, from 0; null for whole lines
 * @param endColumn for a span inside a line, where it ends, not included; null for whole lines
 * @param kind what it is
 * @param reason why it was removed, in words
 * @param confidence how sure the cleaner is, from 0 to 1
 * @param lines lines removed, blank ones not counted; 0 for a span inside a line
 * @param characters UTF-16 code units removed, white space around a line not counted
 * @param text the removed text
 */
@Embeddable
public record RemovedText(
        int firstLine,
        int lastLine,
        @Nullable Integer startColumn,
        @Nullable Integer endColumn,
        @Enumerated(EnumType.STRING) BoilerplateKind kind,
        String reason,
        double confidence,
        int lines,
        int characters,
        String text) {

    /** All that was removed from an article, in the order of the text. */
    static List<RemovedText> of(CleanedArticle article) {
        List<RemovedText> removed = new ArrayList<>();
        for (RemovedBlock block : article.removed()) {
            removed.add(of(block, article));
        }
        for (InlineSpan span : article.inline()) {
            removed.add(of(span, article.textOf(span)));
        }
        removed.sort(Comparator.comparingInt(RemovedText::firstLine)
                .thenComparing(Comparator.comparingInt(text -> text.startColumn() == null ? -1 : text.startColumn())));
        return removed;
    }

    private static RemovedText of(RemovedBlock block, CleanedArticle article) {
        TextLines lines = article.lines();
        return new RemovedText(
                block.first(),
                block.last(),
                null,
                null,
                block.kind(),
                block.reason(),
                block.confidence(),
                lines.countFilled(block.first(), block.last()),
                lines.countCharacters(block.first(), block.last()),
                article.textOf(block));
    }

    private static RemovedText of(InlineSpan span, String text) {
        return new RemovedText(
                span.line(),
                span.line(),
                span.start(),
                span.end(),
                span.kind(),
                span.reason(),
                span.confidence(),
                0,
                text.strip().length(),
                text);
    }
}

package io.ghirbal.report.explain;

import io.ghirbal.ingest.source.SourceDocument;
import io.ghirbal.nlp.clean.BoilerplateCleaner;
import io.ghirbal.nlp.clean.CleanedArticle;
import io.ghirbal.nlp.clean.InlineSpan;
import io.ghirbal.nlp.clean.RemovedBlock;
import io.ghirbal.nlp.text.TextLines;
import io.ghirbal.nlp.topic.Classification;
import io.ghirbal.nlp.topic.TopicClassifier;
import io.ghirbal.nlp.topic.TopicEvidence;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A document with what the cleaner and the classifier make of it.
 *
 * @param document as it was read
 * @param cleaned what is removed from it, and what it says of itself
 * @param classification its topics, or why it has none
 * @param evidence its topics again, each with the words that decided
 */
public record ExplainedDocument(
        SourceDocument document, CleanedArticle cleaned, Classification classification, List<TopicEvidence> evidence) {
    private static final int WORDS = 8;

    public ExplainedDocument {
        evidence = List.copyOf(evidence);
    }

    /** Takes {@code document} apart. */
    public static ExplainedDocument of(
            SourceDocument document, BoilerplateCleaner cleaner, TopicClassifier classifier) {
        CleanedArticle cleaned = cleaner.clean(document.text(), document.title());
        String title = cleaned.metadata().title();
        String body = cleaned.body();
        return new ExplainedDocument(
                document, cleaned, classifier.classify(title, body), classifier.explain(title, body, WORDS));
    }

    /** Day of publication, the one that the source gave before the one that the text says; null when neither says it. */
    public @Nullable LocalDate publishedOn() {
        return cleaned.metadata().publishedOn(document.published());
    }

    /** How many lines there are, blank ones not counted. */
    public int lines() {
        TextLines lines = cleaned.lines();
        return lines.countFilled(1, lines.count());
    }

    /** How many lines are removed whole, blank ones not counted. */
    public int removedLines() {
        int lines = 0;
        for (RemovedBlock block : cleaned.removed()) {
            lines += cleaned.lines().countFilled(block.first(), block.last());
        }
        return lines;
    }

    /** How many UTF-16 code units there are, white space around lines not counted. */
    public int characters() {
        TextLines lines = cleaned.lines();
        return lines.countCharacters(1, lines.count());
    }

    /** How many of these are removed, in whole lines and inside others. */
    public int removedCharacters() {
        TextLines lines = cleaned.lines();
        int characters = 0;
        for (RemovedBlock block : cleaned.removed()) {
            characters += lines.countCharacters(block.first(), block.last());
        }
        for (InlineSpan span : cleaned.inline()) {
            characters += text(span).strip().length();
        }
        return characters;
    }

    /** What stands in {@code span}. */
    public String text(InlineSpan span) {
        return cleaned.lines().line(span.line()).substring(span.start(), span.end());
    }
}

package io.ghirbal.report.explain;

import io.ghirbal.ingest.source.SourceDocument;
import io.ghirbal.nlp.TextAnalysis;
import io.ghirbal.nlp.TextAnalyzer;
import io.ghirbal.nlp.clean.LineHints;
import io.ghirbal.nlp.template.OutletTemplate;
import io.ghirbal.nlp.topic.TopicEvidence;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A document with what was found in it.
 *
 * @param document as it was read
 * @param analysis what is removed from it, what it says of itself, and its topics or why it has none
 * @param evidence its topics again, each with the words that decided
 */
public record ExplainedDocument(SourceDocument document, TextAnalysis analysis, List<TopicEvidence> evidence) {
    private static final int WORDS = 8;

    public ExplainedDocument {
        evidence = List.copyOf(evidence);
    }

    /** Explains {@code document}. */
    public static ExplainedDocument of(SourceDocument document, TextAnalyzer analyzer) {
        TextAnalysis analysis = analyzer.analyze(
                document.text(), document.title(), OutletTemplate.NONE, LineHints.of(document.lineHints()));
        return new ExplainedDocument(document, analysis, analyzer.explain(analysis, WORDS));
    }

    /** Day of publication, the one that the source gave before the one that the text says; null when neither says it. */
    public @Nullable LocalDate publishedOn() {
        return analysis.metadata().publishedOn(document.published());
    }
}

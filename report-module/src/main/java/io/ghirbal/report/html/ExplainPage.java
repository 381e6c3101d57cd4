package io.ghirbal.report.html;

import io.ghirbal.ingest.source.Rejection;
import io.ghirbal.ingest.source.SourceDocument;
import io.ghirbal.nlp.clean.BoilerplateKind;
import io.ghirbal.nlp.clean.CleanedArticle;
import io.ghirbal.nlp.clean.InlineSpan;
import io.ghirbal.nlp.clean.RemovedBlock;
import io.ghirbal.nlp.topic.TopicEvidence;
import io.ghirbal.report.explain.ExplainedDocument;
import io.ghirbal.report.export.Visible;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Everything the template {@code explain.jte} shows.
 *
 * @param documents in the order they were given
 * @param leftOut how many more found no room
 * @param rejections the first of those that could not be read
 * @param moreRejections how many more of those there were
 */
record ExplainPage(
        Labels labels,
        Inlined style,
        List<Document> documents,
        long leftOut,
        List<Rejection> rejections,
        long moreRejections) {

    /** Lets the page use its own style and nothing else: no script, no network. */
    String contentSecurityPolicy() {
        return "default-src 'none'; style-src " + style.hash() + "; base-uri 'none'; form-action 'none'";
    }

    /** Whether there is more to choose from than one document. */
    boolean hasContents() {
        return documents.size() > 1 || leftOut > 0 || !rejections.isEmpty();
    }

    /** A name of a file for people, which cannot pass for another. */
    static String shown(String source) {
        return Visible.of(source);
    }

    /**
     * One document of the page.
     *
     * @param number its place on the page, from 1
     * @param text the original with what was removed marked in place
     * @param kinds what was removed from it, by kind
     */
    record Document(int number, ExplainedDocument explained, MarkedText text, List<OfKind> kinds) {

        static Document of(int number, ExplainedDocument explained) {
            return new Document(number, explained, marked(explained.cleaned()), kindsOf(explained.cleaned()));
        }

        SourceDocument source() {
            return explained.document();
        }

        String sourceName() {
            return shown(explained.document().source());
        }

        @Nullable String title() {
            return explained.cleaned().metadata().title();
        }

        List<TopicEvidence> topics() {
            return explained.evidence();
        }

        boolean isTitle(MarkedText.Line line) {
            return line.number() == explained.cleaned().metadata().titleLine();
        }

        int keptCharacters() {
            return explained.characters() - explained.removedCharacters();
        }

        String removedShare() {
            return Figures.share(explained.removedCharacters(), explained.characters());
        }
    }

    /**
     * What was removed of one kind.
     *
     * @param lines lines that were removed or of which a part was, blank ones not counted
     */
    record OfKind(String kind, int lines) {}

    /** What is left of a line that is kept. */
    static String cleaned(MarkedText.Line line) {
        return line.pieces().stream()
                .filter(piece -> piece.removed() == null)
                .map(MarkedText.Piece::text)
                .collect(Collectors.joining())
                .strip();
    }

    /** What was removed inside {@code line}, in order. */
    static List<MarkedText.Removed> removedIn(MarkedText.Line line) {
        List<MarkedText.Removed> removed = new ArrayList<>();
        for (MarkedText.Piece piece : line.pieces()) {
            if (piece.removed() != null) {
                removed.add(piece.removed());
            }
        }
        return removed;
    }

    private static MarkedText marked(CleanedArticle cleaned) {
        List<MarkedText.Removed> removed = new ArrayList<>();
        for (RemovedBlock block : cleaned.removed()) {
            removed.add(new MarkedText.Removed(
                    block.first(), block.last(), null, null, block.kind().name(), block.reason(), block.confidence()));
        }
        for (InlineSpan span : cleaned.inline()) {
            removed.add(new MarkedText.Removed(
                    span.line(),
                    span.line(),
                    span.start(),
                    span.end(),
                    span.kind().name(),
                    span.reason(),
                    span.confidence()));
        }
        String text = cleaned.lines().text();
        return MarkedText.of(text, removed, text.length());
    }

    private static List<OfKind> kindsOf(CleanedArticle cleaned) {
        Map<BoilerplateKind, Integer> lines = new EnumMap<>(BoilerplateKind.class);
        for (RemovedBlock block : cleaned.removed()) {
            lines.merge(block.kind(), cleaned.lines().countFilled(block.first(), block.last()), Integer::sum);
        }
        for (InlineSpan span : cleaned.inline()) {
            lines.merge(span.kind(), 1, Integer::sum);
        }
        return lines.entrySet().stream()
                .map(entry -> new OfKind(entry.getKey().name(), entry.getValue()))
                .toList();
    }
}

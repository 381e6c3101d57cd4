package io.ghirbal.report.html;

import io.ghirbal.ingest.source.Rejection;
import io.ghirbal.ingest.source.SourceDocument;
import io.ghirbal.nlp.TextAnalysis;
import io.ghirbal.nlp.clean.BoilerplateKind;
import io.ghirbal.nlp.clean.RemovedBlock;
import io.ghirbal.nlp.topic.TopicEvidence;
import io.ghirbal.report.explain.ExplainedDocument;
import io.ghirbal.report.export.Visible;
import java.util.ArrayList;
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
     */
    record Document(int number, ExplainedDocument explained, MarkedText text) {

        static Document of(int number, ExplainedDocument explained) {
            String text = explained.document().text();
            return new Document(
                    number,
                    explained,
                    MarkedText.of(text, explained.analysis().removed().all(), text.length()));
        }

        SourceDocument source() {
            return explained.document();
        }

        String sourceName() {
            return shown(explained.document().source());
        }

        TextAnalysis analysis() {
            return explained.analysis();
        }

        /** How many lines of each kind were removed or had a part removed. */
        Map<BoilerplateKind, Integer> kinds() {
            return analysis().removed().linesByKind();
        }

        @Nullable String title() {
            return analysis().metadata().title();
        }

        List<TopicEvidence> topics() {
            return explained.evidence();
        }

        boolean isTitle(MarkedText.Line line) {
            return line.number() == analysis().metadata().titleLine();
        }

        String removedShare() {
            return Figures.share(analysis().removedCharacters(), analysis().characters());
        }
    }

    /** What is left of a line that is kept. */
    static String cleaned(MarkedText.Line line) {
        return line.pieces().stream()
                .filter(piece -> piece.removed() == null)
                .map(MarkedText.Piece::text)
                .collect(Collectors.joining())
                .strip();
    }

    /** What was removed inside {@code line}, in order. */
    static List<RemovedBlock> removedIn(MarkedText.Line line) {
        List<RemovedBlock> removed = new ArrayList<>();
        for (MarkedText.Piece piece : line.pieces()) {
            if (piece.removed() != null) {
                removed.add(piece.removed());
            }
        }
        return removed;
    }
}

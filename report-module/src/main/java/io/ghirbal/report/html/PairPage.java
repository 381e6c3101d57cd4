package io.ghirbal.report.html;

import io.ghirbal.nlp.story.PairExplanation;
import io.ghirbal.nlp.story.PairExplanation.SharedWord;
import io.ghirbal.nlp.story.PairFeature;
import io.ghirbal.nlp.story.SharedPassage;
import io.ghirbal.report.explain.ExplainedPair;
import io.ghirbal.report.explain.PairedArticle;
import io.ghirbal.report.export.Visible;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything the template {@code pair.jte} shows. */
record PairPage(Labels labels, Inlined style, ExplainedPair pair, List<Side> sides) {
    /** How many colours {@code pair.css} has for passages; then they begin again. */
    static final int COLOURS = 8;

    /**
     * One of both articles.
     *
     * @param name {@code a} or {@code b}
     * @param other the name of the other
     * @param text its body with the shared passages marked
     */
    record Side(String name, String other, PairedArticle article, SharedText text) {
        /** A name of a file for people, which cannot pass for another. */
        String sourceName() {
            return Visible.of(article.source());
        }
    }

    static PairPage of(ExplainedPair pair) {
        List<SharedText.Mark> marks = new ArrayList<>();
        List<SharedText.Mark> otherMarks = new ArrayList<>();
        for (SharedPassage passage : pair.explanation().passages()) {
            int number = marks.size() + 1;
            marks.add(new SharedText.Mark(number, passage.start(), passage.end()));
            otherMarks.add(new SharedText.Mark(number, passage.otherStart(), passage.otherEnd()));
        }
        return new PairPage(
                Labels.load(),
                new Inlined(Resource.read("explain.css") + Resource.read("pair.css")),
                pair,
                List.of(
                        new Side(
                                "a",
                                "b",
                                pair.first(),
                                SharedText.of(pair.first().body(), marks)),
                        new Side(
                                "b",
                                "a",
                                pair.second(),
                                SharedText.of(pair.second().body(), otherMarks))));
    }

    /** Lets the page use its own style and nothing else: no script, no network. */
    String contentSecurityPolicy() {
        return "default-src 'none'; style-src " + style.hash() + "; base-uri 'none'; form-action 'none'";
    }

    PairExplanation explanation() {
        return pair.explanation();
    }

    /** The class of the colour of a passage. */
    static String colour(int passage) {
        return "s" + ((passage - 1) % COLOURS + 1);
    }

    Label phrase(PairFeature feature) {
        return labels.of("pair.feature." + feature);
    }

    /** What a reason adds, such as {@code +1.25}, {@code −0.40} or {@code 0.00}. */
    static String odds(double odds) {
        String size = Figures.score(Math.abs(odds));
        return size.equals("0.00") ? size : (odds < 0 ? "\u2212" : "+") + size;
    }

    /** The class of what a reason adds; null for nothing. */
    static @Nullable String side(double odds) {
        if (odds(odds).equals("0.00")) {
            return null;
        }
        return odds < 0 ? "against" : "for";
    }

    /** The share of the shorter body that the passages cover. */
    String sharedShare() {
        return Figures.share(explanation().sharedWords(), explanation().shorterWords());
    }

    static String written(SharedWord word) {
        return word.written().equals(word.otherWritten())
                ? word.written()
                : word.written() + " / " + word.otherWritten();
    }
}

package io.ghirbal.nlp;

import io.ghirbal.nlp.clean.BoilerplateCleaner;
import io.ghirbal.nlp.clean.CleanedArticle;
import io.ghirbal.nlp.clean.LineHints;
import io.ghirbal.nlp.template.OutletTemplate;
import io.ghirbal.nlp.topic.TopicClassifier;
import io.ghirbal.nlp.topic.TopicEvidence;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Cleans the text of a news article, reads what it says of itself and names its topics. Immutable and thread-safe; does no I/O once made.
 * Making one reads the models, which takes longer than to analyze many texts: make one and share it.
 */
public final class TextAnalyzer {
    private final BoilerplateCleaner cleaner;
    private final TopicClassifier classifier;

    /** An analyzer of these two, which it shares. */
    public TextAnalyzer(BoilerplateCleaner cleaner, TopicClassifier classifier) {
        this.cleaner = cleaner;
        this.classifier = classifier;
    }

    /** The analyzer with the cleaner and the topics that come with it: the 17 top-level IPTC Media Topics. */
    public static TextAnalyzer standard() {
        return new TextAnalyzer(BoilerplateCleaner.standard(), TopicClassifier.standard());
    }

    /**
     * Analyzes {@code text} of an outlet of which nothing is known, in time linear in its length.
     *
     * @param text the decoded text of a page or an article, with its line breaks; may be empty
     * @param title the headline the source knows, which need not occur in the text; null when it knows none
     */
    public TextAnalysis analyze(String text, @Nullable String title) {
        return analyze(text, title, OutletTemplate.NONE);
    }

    /**
     * Analyzes {@code text}, in time linear in its length.
     *
     * @param text the decoded text of a page or an article, with its line breaks; may be empty
     * @param title the headline the source knows, which need not occur in the text; null when it knows none
     * @param template what its outlet repeats round its articles
     */
    public TextAnalysis analyze(String text, @Nullable String title, OutletTemplate template) {
        return analyze(text, title, template, LineHints.NONE);
    }

    /**
     * Analyzes {@code text}, in time linear in its length.
     *
     * @param text the decoded text of a page or an article, with its line breaks; may be empty
     * @param title the headline the source knows, which need not occur in the text; null when it knows none
     * @param template what its outlet repeats round its articles
     * @param hints what the source knows of the lines
     */
    public TextAnalysis analyze(String text, @Nullable String title, OutletTemplate template, LineHints hints) {
        CleanedArticle cleaned = cleaner.clean(text, title, template, hints);
        String body = cleaned.body();
        return new TextAnalysis(
                cleaned, body, classifier.classify(cleaned.metadata().title(), body));
    }

    /**
     * The words that decided the topics of {@code analysis}, which this analyzer made: for each of its topics, in their order, at most
     * {@code limit} words, the heaviest first.
     */
    public List<TopicEvidence> explain(TextAnalysis analysis, int limit) {
        return classifier.explain(analysis.metadata().title(), analysis.body(), limit);
    }
}

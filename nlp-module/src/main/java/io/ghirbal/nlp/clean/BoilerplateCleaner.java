package io.ghirbal.nlp.clean;

import io.ghirbal.nlp.template.OutletTemplate;
import io.ghirbal.nlp.text.ReadableText;
import io.ghirbal.nlp.text.TextLines;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the boilerplate in the text of an article. Immutable and thread-safe; does no I/O once made. */
public final class BoilerplateCleaner {
    private final Vocabulary vocabulary;
    private final LinearChainCrf model;
    private final Viterbi decoder;

    private BoilerplateCleaner(Vocabulary vocabulary, LinearChainCrf model) {
        this.vocabulary = vocabulary;
        this.model = model;
        this.decoder = new Viterbi(model);
    }

    /** The cleaner with the resources that come with it. */
    public static BoilerplateCleaner standard() {
        return new BoilerplateCleaner(Vocabulary.standard(), LinearChainCrf.standard());
    }

    /**
     * A cleaner that is not the standard one, to try what was trained.
     *
     * @param vocabulary the phrases and words that it knows
     * @param weights lines as they stand in {@code weights.txt}, comments left out
     * @throws IllegalArgumentException when the weights name evidence or a role that there is not
     */
    public static BoilerplateCleaner of(Vocabulary vocabulary, List<String> weights) {
        return new BoilerplateCleaner(vocabulary, LinearChainCrf.parse(weights));
    }

    /** Tells the rules and weights of {@link #standard()} from those of another version: their SHA-256, 64 hexadecimal digits. */
    public static String standardDigest() {
        return Resources.digest(
                "words.txt", "markers.txt", "months.txt", "hijri-months.txt", "agencies.txt", "weights.txt");
    }

    /** Cleans {@code text} without a headline known from elsewhere. */
    public CleanedArticle clean(String text) {
        return clean(text, null);
    }

    /**
     * Cleans {@code text} of an outlet of which nothing is known, in time linear in its length.
     *
     * @param text the decoded text of a page or an article
     * @param title the headline the source knows, which need not occur in the text; null when it knows none
     */
    public CleanedArticle clean(String text, @Nullable String title) {
        return clean(text, title, OutletTemplate.NONE);
    }

    /**
     * Cleans {@code text}, in time linear in its length.
     *
     * @param text the decoded text of a page or an article
     * @param title the headline the source knows, which need not occur in the text; null when it knows none
     * @param template what its outlet repeats
     */
    public CleanedArticle clean(String text, @Nullable String title, OutletTemplate template) {
        return clean(text, title, template, LineHints.NONE);
    }

    /**
     * Cleans {@code text}, in time linear in its length.
     *
     * @param text the decoded text of a page or an article
     * @param title the headline the source knows, which need not occur in the text; null when it knows none
     * @param template what its outlet repeats
     * @param hints what the source knows of the lines
     */
    public CleanedArticle clean(String text, @Nullable String title, OutletTemplate template, LineHints hints) {
        TextLines lines = TextLines.of(text);
        ReadableText readable = ReadableText.of(text);
        Evidence evidence = Evidence.of(lines, readable, title, template, hints, vocabulary);
        Viterbi.Path path = decoder.decode(model.score(evidence));
        Reading reading = new Reading(evidence, path.states());
        List<RemovedBlock> blocks = reading.removesAnything() ? reading.blocks(path.margins()) : reading.blocks();
        blocks.addAll(new InlineFinder(evidence.page(), reading).find());
        RemovedBlocks removed = RemovedBlocks.of(lines, blocks);
        return new CleanedArticle(lines, readable, removed, new MetadataReader(reading, removed).read(title));
    }
}

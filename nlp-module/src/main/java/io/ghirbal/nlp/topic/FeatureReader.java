package io.ghirbal.nlp.topic;

import io.ghirbal.nlp.text.KeyTable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads articles as a model does, and numbers their words as they come: what a trainer starts from. Not for several threads. Public for
 * {@code io.ghirbal.nlp.topic.training} alone.
 */
public final class FeatureReader {
    private final KeyTable keys = new KeyTable(1024);
    private final List<String> words = new ArrayList<>();

    /**
     * What a model sees of an article. A word that no article before had gets the next number.
     *
     * @param title its headline; null when it has none
     * @param text its text
     */
    public Features read(@Nullable String title, String text) {
        return Features.of(title, text, this::number);
    }

    /** The words that were read, by their numbers, as a model stores them: folded, and without their article. */
    public List<String> words() {
        return List.copyOf(words);
    }

    private int number(WordScanner scanner) {
        int number = keys.add(scanner.key());
        if (number == words.size()) {
            words.add(scanner.keyed());
        }
        return number;
    }
}

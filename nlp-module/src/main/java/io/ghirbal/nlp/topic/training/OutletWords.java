package io.ghirbal.nlp.topic.training;

import io.ghirbal.nlp.text.ResourceLines;
import io.ghirbal.nlp.topic.FeatureReader;
import java.util.Set;

/** Words that tell where an article was published, not what it is about: {@code outlet-words.txt}. A model does not learn them. */
final class OutletWords {
    private static final Set<String> WORDS = read();

    private OutletWords() {}

    /** Whether {@code word}, one of {@link FeatureReader#words()}, is one. */
    static boolean contains(String word) {
        return WORDS.contains(word);
    }

    private static Set<String> read() {
        FeatureReader words = new FeatureReader();
        for (String line : ResourceLines.of(OutletWords.class, "outlet-words.txt")) {
            words.read(null, line);
        }
        return Set.copyOf(words.words());
    }
}

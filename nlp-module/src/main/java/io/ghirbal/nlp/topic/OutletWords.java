package io.ghirbal.nlp.topic;

import java.util.HashSet;
import java.util.Set;

/** Words that tell where an article was published, not what it is about: {@code outlet-words.txt}. A model does not learn them. */
final class OutletWords {
    private static final Set<String> WORDS = read();

    private OutletWords() {}

    /** Whether {@code word}, as {@link WordScanner#keyed()} gives it, is one. */
    static boolean contains(String word) {
        return WORDS.contains(word);
    }

    private static Set<String> read() {
        Set<String> words = new HashSet<>();
        for (String line : ResourceLines.of("outlet-words.txt")) {
            WordScanner scanner = new WordScanner(line, line.length());
            while (scanner.next()) {
                words.add(scanner.keyed());
            }
        }
        return words;
    }
}

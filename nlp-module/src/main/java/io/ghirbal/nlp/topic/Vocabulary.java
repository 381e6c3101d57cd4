package io.ghirbal.nlp.topic;

import io.ghirbal.nlp.text.KeyTable;
import java.util.List;

/** The words a model knows, numbered. */
final class Vocabulary {
    private final KeyTable keys;

    /** @param words the words as {@link WordScanner#keyed()} gives them, by their numbers */
    Vocabulary(List<String> words) {
        keys = new KeyTable(words.size());
        for (String word : words) {
            keys.add(WordScanner.key(word));
        }
    }

    /** The number of the word with {@code key}, or {@link KeyTable#ABSENT}. */
    int find(long key) {
        return keys.find(key);
    }
}

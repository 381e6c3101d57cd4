package io.ghirbal.nlp.story;

import io.ghirbal.nlp.text.ResourceLines;
import java.util.HashMap;
import java.util.Map;

/** The number words of {@code number-words.txt}. By their endings, which a stem has not, five is told from fifty. Immutable. */
final class NumberWords {
    private static final NumberWords STANDARD = read();

    private final Map<Long, Long> digits;

    private NumberWords(Map<Long, Long> digits) {
        this.digits = digits;
    }

    static NumberWords standard() {
        return STANDARD;
    }

    /** The key of the digits that a word spells out, {@link StoryWords#bareWord()}; 0 when it is no number. */
    long digitsOf(long bareWord) {
        return digits.getOrDefault(bareWord, 0L);
    }

    private static NumberWords read() {
        Map<Long, Long> digits = new HashMap<>();
        for (String line : ResourceLines.of(NumberWords.class, "number-words.txt")) {
            String[] parts = line.split("=", -1);
            for (String word : parts[1].strip().split("\\s+", -1)) {
                StoryWords scanner = new StoryWords(word, word.length());
                scanner.next();
                digits.put(scanner.bareWord(), StoryWords.key(parts[0].strip()));
            }
        }
        return new NumberWords(Map.copyOf(digits));
    }
}

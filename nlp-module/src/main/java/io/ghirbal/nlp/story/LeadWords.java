package io.ghirbal.nlp.story;

import io.ghirbal.nlp.text.ResourceLines;
import java.util.HashMap;
import java.util.Map;

/** The words of {@code lead-words.txt}, by their stems, as bits. Immutable. */
final class LeadWords {
    /** The bit of a reaction. */
    static final int REACTION = 1;

    /** The bits of the days of the week. */
    static final int WEEKDAYS = 0b1111_1110;

    private static final LeadWords STANDARD = read();

    private final Map<Long, Integer> bits;

    private LeadWords(Map<Long, Integer> bits) {
        this.bits = bits;
    }

    static LeadWords standard() {
        return STANDARD;
    }

    /** What a whole folded word says: {@link #REACTION}, a day of the week, both or, mostly, 0. */
    int of(long word) {
        return bits.getOrDefault(word, 0);
    }

    private static LeadWords read() {
        Map<Long, Integer> bits = new HashMap<>();
        for (String line : ResourceLines.of(LeadWords.class, "lead-words.txt")) {
            String[] parts = line.split("=", -1);
            String kind = parts[0].strip();
            int bit = kind.startsWith("DAY") ? 1 << Integer.parseInt(kind.substring(3)) : REACTION;
            for (String word : parts[1].strip().split("\\s+", -1)) {
                StoryWords scanner = new StoryWords(word, word.length());
                scanner.next();
                bits.merge(scanner.word(), bit, (a, b) -> a | b);
            }
        }
        return new LeadWords(Map.copyOf(bits));
    }
}

package io.ghirbal.nlp.story;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rare words and the numbers of an opening, headline and lead, as they are written; what {@link ComparableText} keeps the keys of.
 *
 * @param rare by stem, each as it is written first
 * @param numbers by value, each as it is written first
 */
record OpeningWords(Map<Long, Rare> rare, Map<Long, String> numbers) {
    /**
     * A rare word.
     *
     * @param rarity in nats
     */
    record Rare(String written, double rarity) {}

    static OpeningWords of(@Nullable String title, String body) {
        OpeningWords opening = new OpeningWords(new LinkedHashMap<>(), new LinkedHashMap<>());
        if (title != null) {
            opening.read(title, ComparableText.TITLE_LIMIT, Integer.MAX_VALUE);
        }
        opening.read(body.substring(Dateline.end(body)), ComparableText.BODY_LIMIT, ComparableText.LEAD_WORDS);
        return opening;
    }

    private void read(String text, int limit, int most) {
        StoryWords scanner = new StoryWords(text, limit);
        for (int words = 0; words < most && scanner.next(); words++) {
            String written = text.substring(scanner.start(), scanner.end());
            long number = scanner.number();
            if (number != 0) {
                numbers.putIfAbsent(number, written);
            } else {
                float rarity = WordRarity.standard().of(scanner.stem());
                if (rarity >= DayIndex.RARE) {
                    rare.putIfAbsent(scanner.stem(), new Rare(written, rarity));
                }
            }
        }
    }
}

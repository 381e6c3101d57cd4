package io.ghirbal.nlp.story;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Counts in how many articles each stem and each number occurs, for {@code word-frequencies.txt}. Not for several threads. */
public final class StoryWordCounts {
    /** The shares by which the counts of the table grow: how rare a word is need not be known better. */
    private static final double STEP = 1.15;

    private final Map<String, Integer> counts = new HashMap<>();
    private int articles;

    /** A counter of nothing yet. */
    public StoryWordCounts() {}

    /** Counts the stems and numbers of an article once each. */
    public void add(@Nullable String title, String body) {
        Set<String> stems = new HashSet<>();
        if (title != null) {
            collect(title, stems);
        }
        collect(body, stems);
        stems.forEach(stem -> counts.merge(stem, 1, Integer::sum));
        articles++;
    }

    private static void collect(String text, Set<String> stems) {
        StoryWords words = new StoryWords(text, ComparableText.BODY_LIMIT);
        while (words.next()) {
            stems.add(words.isNumber() ? words.digits() : words.stemLetters());
        }
    }

    /** The lines of the table, for the stems of at least {@code least} articles. */
    public List<String> lines(int least) {
        Map<Long, Set<String>> byCount = new TreeMap<>((a, b) -> Long.compare(b, a));
        counts.forEach((stem, count) -> {
            if (count >= least) {
                long step = Math.round(StrictMath.log(count) / StrictMath.log(STEP));
                byCount.computeIfAbsent(step, unused -> new TreeSet<>()).add(stem);
            }
        });
        List<String> lines = new ArrayList<>();
        lines.add("articles %d %d".formatted(articles, least));
        byCount.forEach(
                (step, stems) -> lines.add(Math.round(StrictMath.pow(STEP, step)) + " " + String.join(" ", stems)));
        return lines;
    }
}

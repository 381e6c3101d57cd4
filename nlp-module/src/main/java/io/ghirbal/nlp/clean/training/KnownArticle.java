package io.ghirbal.nlp.clean.training;

import io.ghirbal.nlp.text.TextLines;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An article of which every line is known to be its own, to compose pages of.
 *
 * @param title its headline
 * @param body its other lines, none twice
 */
record KnownArticle(String title, List<String> body) {
    private static final int SHORTEST_TITLE = 15;
    private static final int FEWEST_LINES = 2;
    private static final int MOST_LINES = 40;
    private static final int LONGEST_LINE = 1500;

    KnownArticle {
        body = List.copyOf(body);
    }

    /** The lines that the labels keep, when they make an article of ordinary size. */
    static Optional<KnownArticle> of(LabelledDocument document) {
        String title = document.title();
        TextLines lines = TextLines.of(document.text());
        List<String> body = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int n = 1; n <= lines.count(); n++) {
            String line = lines.line(n).strip();
            if (document.keeps(n) && !line.isEmpty() && seen.add(line) && !line.equals(title)) {
                body.add(line);
            }
        }
        boolean usable = body.size() >= FEWEST_LINES
                && body.size() <= MOST_LINES
                && body.stream().allMatch(line -> line.length() <= LONGEST_LINE);
        return title != null && title.length() >= SHORTEST_TITLE && usable
                ? Optional.of(new KnownArticle(title, body))
                : Optional.empty();
    }
}

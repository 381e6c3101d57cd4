package io.ghirbal.report.html;

import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the report lists: a publication, or an article that is a look of none yet. What may be missing is null.
 *
 * @param articleId the article that stands there
 * @param title in one line; the first words of the text when there is no headline, empty when there is no text either
 * @param titled whether there is a headline
 * @param topics codes, best first
 * @param url its address, only when a browser may go there
 */
record Headline(
        String articleId,
        String title,
        boolean titled,
        @Nullable String outlet,
        @Nullable LocalDate day,
        List<String> topics,
        @Nullable Story story,
        @Nullable String url) {
    /** How much of a headline is shown, in UTF-16 code units. */
    static final int MOST_CHARACTERS = 300;

    /** How much of the body stands for a headline that is missing. */
    static final int MOST_CHARACTERS_OF_BODY = 80;

    private static final int MOST_CHARACTERS_OF_URL = 2_000;
    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern ADDRESS = Pattern.compile("(?i)https?://[^\\s\\p{Cntrl}\"<>]+");

    /**
     * A story, as far as a list shows it.
     *
     * @param publications in the whole database
     * @param outlets likewise
     */
    record Story(String id, long publications, long outlets) {}

    /** {@code title} in one line, cut when it is too long. */
    static String line(String title) {
        return cut(SPACE.matcher(title).replaceAll(" ").strip(), MOST_CHARACTERS);
    }

    /** The first words of {@code body}, in one line. */
    static String firstWords(String body) {
        return cut(SPACE.matcher(body).replaceAll(" ").strip(), MOST_CHARACTERS_OF_BODY);
    }

    /** {@code url} when it leads to the web, and nothing when it is a script or no address at all. */
    static @Nullable String address(@Nullable String url) {
        return url != null
                        && url.length() <= MOST_CHARACTERS_OF_URL
                        && ADDRESS.matcher(url).matches()
                ? url
                : null;
    }

    private static String cut(String line, int most) {
        if (line.length() <= most) {
            return line;
        }
        String beginning = MarkedText.beginning(line, most);
        int blank = beginning.lastIndexOf(' ');
        return (blank > most / 2 ? beginning.substring(0, blank) : beginning) + "…";
    }
}

package io.ghirbal.report.html;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Headlines as a script of the page reads them: a JSON object with an array for each column, in the order of the headlines. What repeats stands
 * once, in a dictionary; columns hold its places, -1 for nothing. No text in it can end the element it stands in, whatever it holds.
 */
final class HeadlineJson {
    /** How much of the id of a story tells it from all others: 64 bits. */
    static final int DIGITS_OF_STORY = 16;

    private HeadlineJson() {}

    /** Texts in the order in which they were met first, each with its place. */
    private static final class Dictionary<T> {
        private final Map<T, Integer> places = new LinkedHashMap<>();

        int place(@Nullable T value) {
            return value == null ? -1 : places.computeIfAbsent(value, unused -> places.size());
        }

        Collection<T> values() {
            return places.keySet();
        }
    }

    /** Those {@code headlines}, which are in their order. */
    static String of(List<Headline> headlines) {
        Dictionary<String> outlets = new Dictionary<>();
        Dictionary<String> topics = new Dictionary<>();
        Dictionary<List<Integer>> topicLists = new Dictionary<>();
        Dictionary<Headline.Story> stories = new Dictionary<>();
        Dictionary<String> sites = new Dictionary<>();
        List<String> titles = new ArrayList<>();
        List<Integer> untitled = new ArrayList<>();
        List<String> days = new ArrayList<>();
        List<Integer> outlet = new ArrayList<>();
        List<Integer> topicList = new ArrayList<>();
        List<Integer> story = new ArrayList<>();
        List<Integer> site = new ArrayList<>();
        List<String> pages = new ArrayList<>();
        LocalDate day = null;
        int ofDay = 0;
        for (Headline headline : headlines) {
            if (!titles.isEmpty() && !Objects.equals(day, headline.day())) {
                days.add(dayOf(day, ofDay));
                ofDay = 0;
            }
            day = headline.day();
            ofDay++;
            if (!headline.titled()) {
                untitled.add(titles.size());
            }
            titles.add(quoted(headline.title()));
            outlet.add(outlets.place(headline.outlet()));
            topicList.add(topicLists.place(
                    headline.topics().stream().map(topics::place).toList()));
            story.add(stories.place(headline.story()));
            String url = headline.url();
            int pageAt = url == null ? 0 : url.lastIndexOf('/') + 1;
            site.add(sites.place(url == null ? null : url.substring(0, pageAt)));
            pages.add(url == null ? "" : url.substring(pageAt));
        }
        if (!titles.isEmpty()) {
            days.add(dayOf(day, ofDay));
        }
        boolean linked = !sites.values().isEmpty();
        return object(List.of(
                member("titles", titles),
                member("untitled", untitled),
                member("days", days),
                member("outlets", quoted(outlets.values())),
                member("outlet", outlet),
                member("topics", quoted(topics.values())),
                member("topicLists", topicLists.values()),
                member("topicList", topicList),
                member(
                        "stories",
                        stories.values().stream().map(HeadlineJson::story).toList()),
                member("story", story),
                member("sites", quoted(sites.values())),
                member("site", linked ? site : List.of()),
                member("pages", linked ? quoted(pages) : List.of())));
    }

    /**
     * What the page itself knows.
     *
     * @param all how many headlines there are
     * @param outlets of all of them
     * @param topics the names of topics by their codes
     * @param parts files beside the page
     * @param first what {@link #of} made of the headlines in the page
     */
    static String page(
            long all, List<String> outlets, Map<String, Label> topics, List<HeadlineFiles.Part> parts, String first) {
        return object(List.of(
                "\"all\":" + all,
                member("outlets", quoted(outlets)),
                member(
                        "topics",
                        topics.entrySet().stream()
                                .sorted(Map.Entry.comparingByKey())
                                .map(topic -> array(List.of(
                                        quoted(topic.getKey()),
                                        quoted(topic.getValue().ar()),
                                        quoted(topic.getValue().en()))))
                                .toList()),
                member(
                        "parts",
                        parts.stream()
                                .map(part ->
                                        array(List.of(part.headlines(), day(part.newest()), quoted(part.digest()))))
                                .toList()),
                "\"first\":" + first));
    }

    private static String dayOf(@Nullable LocalDate day, int headlines) {
        return array(List.of(day(day), headlines));
    }

    private static String day(@Nullable LocalDate day) {
        return day == null ? "null" : quoted(day.toString());
    }

    private static String story(Headline.Story story) {
        String id = story.id().substring(0, Math.min(DIGITS_OF_STORY, story.id().length()));
        return array(List.of(quoted(id), story.publications(), story.outlets()));
    }

    private static String object(List<String> members) {
        return "{" + String.join(",", members) + "}";
    }

    private static String member(String name, Collection<?> values) {
        return quoted(name) + ":" + array(values);
    }

    private static String array(Collection<?> values) {
        return values.stream()
                .map(value -> value instanceof Collection<?> inner ? array(inner) : String.valueOf(value))
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static List<String> quoted(Collection<String> texts) {
        return texts.stream().map(HeadlineJson::quoted).toList();
    }

    /** A string of JSON in which nothing is left that HTML, or a reader of scripts older than JSON, could take for its own. */
    static String quoted(String text) {
        StringBuilder quoted = new StringBuilder(text.length() + 2).append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c == '<' || Character.isISOControl(c) || c == '\u2028' || c == '\u2029') {
                quoted.append("\\u%04X".formatted((int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }
}

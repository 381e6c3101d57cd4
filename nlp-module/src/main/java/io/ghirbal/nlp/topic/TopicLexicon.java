package io.ghirbal.nlp.topic;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Words and phrases that speak for topics, from one resource file a topic. */
final class TopicLexicon {
    /** The longest phrase looked for, in words. */
    private static final int LONGEST = 4;

    /** What a phrase, as stems joined by spaces, says: one entry for each topic that lists it. */
    private final Map<String, List<Entry>> entries;

    private record Entry(int topic, double weight) {}

    /** Where an entry of the lexicon was found. */
    record Match(int topic, String phrase, double weight) {}

    private TopicLexicon(Map<String, List<Entry>> entries) {
        this.entries = entries;
    }

    /** The lexicon of the IPTC topics: {@code lexicon/01.txt} to {@code 17.txt}, in the order of the codes. */
    static TopicLexicon iptc() {
        Map<String, List<Entry>> entries = new HashMap<>();
        for (int topic = 0; topic < 17; topic++) {
            read("lexicon/%02d.txt".formatted(topic + 1), topic, entries);
        }
        return new TopicLexicon(entries);
    }

    private static void read(String resource, int topic, Map<String, List<Entry>> entries) {
        double weight = 0;
        for (String line : ResourceLines.of(resource)) {
            if (line.startsWith("[")) {
                weight = Double.parseDouble(line.substring(1, line.indexOf(']')));
                continue;
            }
            Map<String, Double> seen = new TreeMap<>();
            for (String phrase : line.split("،", -1)) {
                seen.put(stems(Words.of(phrase)), weight);
            }
            seen.remove("");
            seen.forEach((phrase, w) ->
                    entries.computeIfAbsent(phrase, p -> new ArrayList<>()).add(new Entry(topic, w)));
        }
    }

    private static String stems(List<String> words) {
        return words.stream().map(Words::stem).collect(Collectors.joining(" "));
    }

    /** Every occurrence of an entry in {@code words}; a phrase inside a longer one that was found counts too. */
    List<Match> find(List<String> words) {
        List<Match> matches = new ArrayList<>();
        List<String> stems = words.stream().map(Words::stem).toList();
        for (int i = 0; i < words.size(); i++) {
            StringBuilder key = new StringBuilder();
            for (int length = 1; length <= LONGEST && i + length <= words.size(); length++) {
                key.append(length == 1 ? "" : " ").append(stems.get(i + length - 1));
                int end = i + length;
                for (Entry entry : entries.getOrDefault(key.toString(), Collections.emptyList())) {
                    matches.add(new Match(entry.topic, String.join(" ", words.subList(i, end)), entry.weight));
                }
            }
        }
        return matches;
    }
}

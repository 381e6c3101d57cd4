package io.ghirbal.nlp.topic.training;

import io.ghirbal.nlp.text.ResourceLines;
import io.ghirbal.nlp.topic.Topic;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The topics a classifier can give.
 *
 * @param name what it is called, with its release
 * @param topics in the order of their codes
 */
record Taxonomy(String name, List<Topic> topics) {
    Taxonomy {
        topics = topics.stream().sorted(Comparator.comparing(Topic::code)).toList();
    }

    /** The 17 top-level IPTC Media Topics. */
    static Taxonomy iptc() {
        List<Topic> topics = new ArrayList<>();
        List<String> lines = ResourceLines.of(Taxonomy.class, "iptc.tsv");
        for (String line : lines.subList(1, lines.size())) {
            String[] columns = line.split("\t", -1);
            topics.add(new Topic(columns[0], columns[1], columns[2]));
        }
        return new Taxonomy(lines.get(0), topics);
    }

    /** The topic with {@code code}; a topic that is named by its code when there is none. */
    Topic named(String code) {
        return topics.stream()
                .filter(topic -> topic.code().equals(code))
                .findFirst()
                .orElseGet(() -> new Topic(code, code, code));
    }
}

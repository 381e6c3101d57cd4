package io.ghirbal.nlp.topic.training;

import io.ghirbal.nlp.text.ResourceLines;
import io.ghirbal.nlp.topic.Topic;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The topics a classifier can give, in the order of their codes. */
record Taxonomy(List<Topic> topics) {
    Taxonomy {
        topics = topics.stream().sorted(Comparator.comparing(Topic::code)).toList();
    }

    /** The 17 top-level IPTC Media Topics. */
    static Taxonomy iptc() {
        List<Topic> topics = new ArrayList<>();
        for (String line : ResourceLines.of(Taxonomy.class, "iptc.tsv")) {
            String[] columns = line.split("\t", -1);
            topics.add(new Topic(columns[0], columns[1], columns[2]));
        }
        return new Taxonomy(topics);
    }

    /** The topic with {@code code}; a topic that is named by its code when there is none. */
    Topic named(String code) {
        return topics.stream()
                .filter(topic -> topic.code().equals(code))
                .findFirst()
                .orElseGet(() -> new Topic(code, code, code));
    }
}

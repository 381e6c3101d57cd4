package io.ghirbal.nlp.topic.training;

import io.ghirbal.nlp.text.ResourceLines;
import io.ghirbal.nlp.topic.Companion;
import io.ghirbal.nlp.topic.Topic;
import java.util.ArrayList;
import java.util.List;

/** Topics that are given with another one although they stay below their threshold: {@code companions.txt}. */
final class Companions {
    private Companions() {}

    /** Those among {@code topics}, by their places there. */
    static List<Companion> among(List<Topic> topics) {
        List<String> codes = topics.stream().map(Topic::code).toList();
        List<Companion> companions = new ArrayList<>();
        for (String line : ResourceLines.of(Companions.class, "companions.txt")) {
            String[] columns = line.split("\\s+", -1);
            int leader = codes.indexOf(columns[0]);
            int companion = codes.indexOf(columns[1]);
            if (leader >= 0 && companion >= 0) {
                companions.add(new Companion(leader, companion, Float.parseFloat(columns[2])));
            }
        }
        return companions;
    }
}

package io.ghirbal.nlp.topic;

import java.util.ArrayList;
import java.util.List;

/** Topics that are given with another one although they stay below their threshold: {@code companions.txt}. */
final class Companions {
    private Companions() {}

    /** Those among {@code topics}, by their places there. */
    static List<TopicModel.Companion> among(List<Topic> topics) {
        List<String> codes = topics.stream().map(Topic::code).toList();
        List<TopicModel.Companion> companions = new ArrayList<>();
        for (String line : ResourceLines.of("companions.txt")) {
            String[] columns = line.split("\\s+", -1);
            int leader = codes.indexOf(columns[0]);
            int companion = codes.indexOf(columns[1]);
            if (leader >= 0 && companion >= 0) {
                companions.add(new TopicModel.Companion(leader, companion, Float.parseFloat(columns[2])));
            }
        }
        return companions;
    }
}

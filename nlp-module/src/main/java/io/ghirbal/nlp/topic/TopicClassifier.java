package io.ghirbal.nlp.topic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Names the topics of an article. Immutable and thread-safe; does no I/O once made. */
public final class TopicClassifier {
    private static final int FEWEST_WORDS = 5;
    /** How often a word of the headline counts. */
    private static final int TITLE_WEIGHT = 2;
    /** The weight at which a topic scores one half. */
    private static final double HALF = 8;
    /** A topic is given when it has this share of the weight of the best one. */
    private static final double SHARE_OF_BEST = 0.5;
    /** Politics: the topic of news that no word places elsewhere. */
    private static final String DEFAULT_CODE = "medtop:11000000";

    private final Taxonomy taxonomy;
    private final TopicLexicon lexicon;
    private final Language language;

    private TopicClassifier(Taxonomy taxonomy, TopicLexicon lexicon, Language language) {
        this.taxonomy = taxonomy;
        this.lexicon = lexicon;
        this.language = language;
    }

    /** The classifier with the model that comes with it: the 17 top-level IPTC Media Topics. */
    public static TopicClassifier standard() {
        return new TopicClassifier(Taxonomy.iptc(), TopicLexicon.iptc(), Language.standard());
    }

    /** Every topic the classifier can give, in the order of their codes. */
    public List<Topic> topics() {
        return taxonomy.topics();
    }

    /**
     * Names the topics of an article.
     *
     * @param title its headline; null when it has none
     * @param body its cleaned text
     */
    public Classification classify(@Nullable String title, String body) {
        List<String> titleWords = Words.of(title == null ? "" : title);
        List<String> bodyWords = Words.of(body);
        List<String> words = new ArrayList<>(titleWords);
        words.addAll(bodyWords);
        String code = language.of(words);
        if (words.size() < FEWEST_WORDS) {
            return new Classification(List.of(), code, words.isEmpty() ? "no text" : "too little text");
        }
        if (!Language.ARABIC.equals(code)) {
            return new Classification(List.of(), code, "not Arabic");
        }
        return new Classification(
                evidence(titleWords, bodyWords, 0).stream()
                        .map(TopicEvidence::topic)
                        .toList(),
                code,
                null);
    }

    /** The topics that {@link #classify} gives, each with at most {@code limit} words that decided. */
    public List<TopicEvidence> explain(@Nullable String title, String body, int limit) {
        if (classify(title, body).topics().isEmpty()) {
            return List.of();
        }
        return evidence(Words.of(title == null ? "" : title), Words.of(body), limit);
    }

    private List<TopicEvidence> evidence(List<String> title, List<String> body, int limit) {
        List<Map<String, Double>> weights = new ArrayList<>();
        taxonomy.topics().forEach(topic -> weights.add(new TreeMap<>()));
        for (TopicLexicon.Match match : lexicon.find(title)) {
            weights.get(match.topic()).merge(match.phrase(), TITLE_WEIGHT * match.weight(), TopicClassifier::fading);
        }
        for (TopicLexicon.Match match : lexicon.find(body)) {
            weights.get(match.topic()).merge(match.phrase(), match.weight(), TopicClassifier::fading);
        }
        double best = weights.stream().mapToDouble(TopicClassifier::sum).max().orElse(0);
        List<TopicEvidence> evidence = new ArrayList<>();
        for (int i = 0; i < weights.size(); i++) {
            Topic topic = taxonomy.topics().get(i);
            double sum = sum(weights.get(i));
            if (best > 0 ? sum >= SHARE_OF_BEST * best : topic.code().equals(DEFAULT_CODE)) {
                evidence.add(
                        new TopicEvidence(new ScoredTopic(topic, sum / (sum + HALF)), heaviest(weights.get(i), limit)));
            }
        }
        evidence.sort(Comparator.comparingDouble(e -> -e.topic().score()));
        return evidence;
    }

    /** A word said again adds half of what it weighs. */
    private static double fading(double before, double again) {
        return before + again / 2;
    }

    private static double sum(Map<String, Double> weights) {
        return weights.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    private static List<TopicEvidence.Word> heaviest(Map<String, Double> weights, int limit) {
        return weights.entrySet().stream()
                .map(e -> new TopicEvidence.Word(e.getKey(), e.getValue()))
                .sorted(Comparator.comparingDouble(w -> -w.weight()))
                .limit(limit)
                .toList();
    }
}

package io.ghirbal.nlp.topic;

import io.ghirbal.nlp.text.KeyTable;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Names the topics of an article. Immutable and thread-safe; does no I/O once made. */
public final class TopicClassifier {
    private static final String STANDARD_MODEL = "iptc.model";
    private static final int FEWEST_WORDS = 5;
    private static final Comparator<ScoredTopic> BEST_FIRST =
            Comparator.comparingDouble(ScoredTopic::score).reversed();

    private final TopicModel model;
    private final String digest;

    private TopicClassifier(TopicModel model, String digest) {
        this.model = model;
        this.digest = digest;
    }

    /** The classifier with the model that comes with it: the 17 top-level IPTC Media Topics. */
    public static TopicClassifier standard() {
        try (InputStream in = TopicClassifier.class.getResourceAsStream(STANDARD_MODEL)) {
            if (in == null) {
                throw new FileNotFoundException(
                        "resource " + STANDARD_MODEL + " is not beside " + TopicClassifier.class);
            }
            return read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The classifier with a model of your own; {@code docs/topics.md} says how to train one.
     *
     * @throws IOException when the file cannot be read, or is no model of this version; the message says which
     */
    public static TopicClassifier load(Path model) throws IOException {
        try (InputStream in = Files.newInputStream(model)) {
            return read(in);
        }
    }

    private static TopicClassifier read(InputStream in) throws IOException {
        try {
            DigestInputStream file = new DigestInputStream(in, MessageDigest.getInstance("SHA-256"));
            TopicModel model = TopicModel.read(file);
            file.transferTo(OutputStream.nullOutputStream());
            return new TopicClassifier(
                    model, HexFormat.of().formatHex(file.getMessageDigest().digest()));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }

    /** Every topic the classifier can give, in the order of their codes. */
    public List<Topic> topics() {
        return model.topics();
    }

    /** What the model was trained on, in one line for people. */
    public String origin() {
        return model.origin();
    }

    /** Tells the model from any other: the SHA-256 of its file, 64 hexadecimal digits. */
    public String digest() {
        return digest;
    }

    /**
     * Names the topics of an article.
     *
     * @param title its headline; null when it has none
     * @param body its cleaned text
     */
    public Classification classify(@Nullable String title, String body) {
        Features article = read(title, body);
        String note = whyNot(article);
        if (note != null) {
            return new Classification(List.of(), null, article.language(), note);
        }
        Scores scores = scores(article);
        List<ScoredTopic> topics = scores.given(model.thresholds(), model.companions()).stream()
                .map(scored(scores.probabilities())::get)
                .toList();
        int section = scores.section();
        return new Classification(
                topics,
                section == Scores.NO_SECTION
                        ? null
                        : new ScoredTopic(model.topics().get(section), scores.filing()[section]),
                article.language(),
                null);
    }

    /**
     * Every topic with its score, best first, whether {@link #classify} would give it or not; empty when it would give none at all.
     * A score is the probability that the topic is one of the article's.
     */
    public List<ScoredTopic> scores(@Nullable String title, String body) {
        Features article = read(title, body);
        return whyNot(article) == null
                ? scored(scores(article).probabilities()).stream()
                        .sorted(BEST_FIRST)
                        .toList()
                : List.of();
    }

    /**
     * Every topic that outlets have a section for, the likeliest first; empty when {@link #classify} would give no topic, and when the model
     * knows of no sections. A score is the probability that an outlet with all these sections would file the article there; together they
     * are 1.
     */
    public List<ScoredTopic> sections(@Nullable String title, String body) {
        Features article = read(title, body);
        if (whyNot(article) != null) {
            return List.of();
        }
        List<ScoredTopic> scored = scored(scores(article).filing());
        return Arrays.stream(model.sections())
                .mapToObj(scored::get)
                .sorted(BEST_FIRST)
                .toList();
    }

    /** The topics that {@link #classify} gives, each with at most {@code limit} words that decided, in units of log-odds. */
    public List<TopicEvidence> explain(@Nullable String title, String body, int limit) {
        Features article = read(title, body);
        if (whyNot(article) != null) {
            return List.of();
        }
        List<Map<String, Double>> weights = new Evidence(model, article).of(title, body);
        Scores scores = scores(article);
        List<ScoredTopic> scored = scored(scores.probabilities());
        List<TopicEvidence> evidence = new ArrayList<>();
        for (int number : scores.given(model.thresholds(), model.companions())) {
            ScoredTopic topic = scored.get(number);
            List<TopicEvidence.Word> words = weights.get(number).entrySet().stream()
                    .filter(entry -> entry.getValue() > 0)
                    .map(entry -> new TopicEvidence.Word(entry.getKey(), entry.getValue()))
                    .sorted(Comparator.comparingDouble(TopicEvidence.Word::weight)
                            .reversed())
                    .limit(limit)
                    .toList();
            evidence.add(new TopicEvidence(topic, words));
        }
        return evidence;
    }

    private Features read(@Nullable String title, String body) {
        return Features.of(title, body, scanner -> model.vocabulary().find(scanner.key()));
    }

    private static @Nullable String whyNot(Features article) {
        if (article.wordCount() == 0) {
            return "no text";
        }
        if (article.wordCount() < FEWEST_WORDS) {
            return "too little text";
        }
        return Language.ARABIC.equals(article.language()) ? null : "not Arabic";
    }

    /** Every topic with its score, in the order of the model. */
    private List<ScoredTopic> scored(double[] probabilities) {
        List<ScoredTopic> scored = new ArrayList<>(probabilities.length);
        for (int t = 0; t < probabilities.length; t++) {
            scored.add(new ScoredTopic(model.topics().get(t), probabilities[t]));
        }
        return scored;
    }

    private Scores scores(Features article) {
        // the calibration is part of the weights
        return Scores.of(model.sums(article), model.sections());
    }

    /** What each word and phrase of an article adds to the sum of each column of the model. */
    private record Evidence(TopicModel model, Features article) {
        List<Map<String, Double>> of(@Nullable String title, String body) {
            List<Map<String, Double>> weights = new ArrayList<>();
            for (int column = 0; column < model.columns(); column++) {
                weights.add(new TreeMap<>());
            }
            Map<Integer, String> surfaces = new TreeMap<>();
            List<Found> phrases = new ArrayList<>();
            if (title != null) {
                read(title, Features.TITLE_LIMIT, true, surfaces, phrases);
            }
            read(body, Features.TEXT_LIMIT, false, surfaces, phrases);
            addWords(surfaces, weights);
            addPhrases(phrases, weights);
            return weights;
        }

        private record Found(int lexiconTopic, String phrase, float weight) {}

        private void read(String text, int limit, boolean title, Map<Integer, String> surfaces, List<Found> phrases) {
            WordScanner scanner = new WordScanner(text, limit);
            TopicLexicon.Reading lexicon = TopicLexicon.standard().reading();
            lexicon.begin(title);
            List<Integer> starts = new ArrayList<>();
            while (scanner.next()) {
                starts.add(scanner.start());
                int number = model.vocabulary().find(scanner.key());
                if (number != KeyTable.ABSENT) {
                    surfaces.putIfAbsent(number, text.substring(scanner.start(), scanner.end()));
                }
                lexicon.read(scanner.stem(), (topic, words, weight) -> {
                    int from = starts.get(starts.size() - words);
                    phrases.add(new Found(topic, text.substring(from, scanner.end()), weight));
                });
            }
        }

        private void addWords(Map<Integer, String> surfaces, List<Map<String, Double>> weights) {
            float[] values = model.values(article);
            for (int i = 0; i < article.words().length; i++) {
                int word = article.words()[i];
                String surface = surfaces.get(word);
                for (int column = 0; surface != null && column < model.columns(); column++) {
                    double weight = (double) values[i] * model.weight(word, column);
                    weights.get(column).merge(surface, weight, Double::sum);
                }
            }
        }

        /** What the features of a topic of the lexicon add is shared out to the phrases it was made of. */
        private void addPhrases(List<Found> phrases, List<Map<String, Double>> weights) {
            double[] sums = new double[TopicLexicon.TOPICS];
            phrases.forEach(phrase -> sums[phrase.lexiconTopic] += phrase.weight);
            for (Found phrase : phrases) {
                double share = phrase.weight / sums[phrase.lexiconTopic];
                for (int column = 0; column < model.columns(); column++) {
                    double added = feature(phrase.lexiconTopic, column)
                            + feature(TopicLexicon.TOPICS + phrase.lexiconTopic, column);
                    weights.get(column).merge(phrase.phrase, share * added, Double::sum);
                }
            }
        }

        private double feature(int feature, int column) {
            return (double) article.lexicon()[feature] * model.lexicon()[feature * model.columns() + column];
        }
    }
}

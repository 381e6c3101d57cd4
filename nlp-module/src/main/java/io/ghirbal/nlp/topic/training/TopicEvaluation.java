package io.ghirbal.nlp.topic.training;

import io.ghirbal.nlp.topic.ScoredTopic;
import io.ghirbal.nlp.topic.Scores;
import io.ghirbal.nlp.topic.Topic;
import io.ghirbal.nlp.topic.TopicClassifier;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * How well topics were given. {@link #toString()} is the whole of it as tables.
 *
 * <p>Articles whose topics were all named, and articles of which only the section is known, are measured apart: {@link #named()} and
 * {@link #sections()}.
 */
public final class TopicEvaluation {
    private static final int MOST_CONFUSIONS = 15;
    private static final int NONE = -1;
    private static final int MOST_NAMED = 5;

    private final List<Topic> topics;
    private final List<Judgement> judgements = new ArrayList<>();

    /** @param topics the topics, those of the model first */
    TopicEvaluation(List<Topic> topics) {
        this.topics = List.copyOf(topics);
    }

    /**
     * One article: what was true and what was given. Topics by number; {@code section} is -1 when unknown; {@code filing} says how likely
     * each topic is to be the section, where the model knows of no sections how likely it is to be a topic.
     */
    @SuppressWarnings("ArrayRecordComponent") // kept to this package, never compared
    private record Judgement(
            String file,
            String outlet,
            int[] truth,
            int section,
            double[] probabilities,
            double[] filing,
            List<Integer> given) {
        boolean isTrue(int topic) {
            for (int own : truth) {
                if (own == topic) {
                    return true;
                }
            }
            return false;
        }
    }

    /**
     * Figures of a kind of articles.
     *
     * @param articles how many there are
     * @param accuracy share of them whose best topic is the right one: the main topic; of sections, the best of those that the articles
     *     are filed under
     * @param macroF1 mean over the right topics of the F1 of that choice
     * @param microF1 F1 over all topics given; of sections, equal to the share of articles whose first topic given that is a section's is
     *     the right one
     * @param ownAccuracy of sections, the share of articles filed under the best of the topics that their outlet files under at all: an
     *     outlet without a section for health files health elsewhere; 0 for named topics
     * @param calibrationError expected calibration error, in ten bins: over all articles and topics; of sections, over the section chosen
     * @param givenCalibrationError the same over the topics given alone, which the many topics that nobody would give do not dilute; 0 for
     *     sections
     * @param byTopic a line for each topic
     * @param byOutlet a line for each outlet
     * @param byFile a line for each data file
     * @param confusions right topic and chosen topic, the most frequent first
     */
    public record Figures(
            int articles,
            double accuracy,
            double macroF1,
            double microF1,
            double ownAccuracy,
            double calibrationError,
            double givenCalibrationError,
            List<TopicFigures> byTopic,
            List<GroupFigures> byOutlet,
            List<GroupFigures> byFile,
            List<Confusion> confusions) {
        public Figures {
            byTopic = List.copyOf(byTopic);
            byOutlet = List.copyOf(byOutlet);
            byFile = List.copyOf(byFile);
            confusions = List.copyOf(confusions);
        }
    }

    /**
     * Figures of a topic: of the choice of one topic for sections, of all topics given otherwise.
     *
     * @param topic the topic
     * @param articles how many articles have it
     * @param precision from 0 to 1
     * @param recall from 0 to 1
     * @param f1 from 0 to 1
     */
    public record TopicFigures(Topic topic, int articles, double precision, double recall, double f1) {}

    /**
     * Figures of the articles of an outlet or of a data file.
     *
     * @param name its name; empty when the data names no outlet
     * @param articles how many articles there are
     * @param accuracy as in {@link Figures}
     * @param microF1 as in {@link Figures}
     * @param ownAccuracy as in {@link Figures}
     */
    public record GroupFigures(String name, int articles, double accuracy, double microF1, double ownAccuracy) {}

    /**
     * How often one topic was taken for another.
     *
     * @param truth the right one
     * @param chosen the chosen one
     * @param articles how often
     */
    public record Confusion(Topic truth, Topic chosen, int articles) {}

    /**
     * Scores a classifier on labelled articles, see {@link TopicTrainer} for the format.
     *
     * @throws IOException when a file cannot be read, or the model knows none of the labels
     */
    public static TopicEvaluation of(TopicClassifier classifier, List<Path> data) throws IOException {
        List<LabelledArticle> articles = LabelledArticles.read(data);
        Set<String> labels = codes(articles);
        checkLabels(labels, classifier);
        List<Topic> topics = new ArrayList<>(classifier.topics());
        Map<String, Integer> numbers = new TreeMap<>();
        topics.forEach(topic -> numbers.put(topic.code(), numbers.size()));
        for (String code : labels) {
            if (!numbers.containsKey(code)) {
                numbers.put(code, topics.size());
                topics.add(Taxonomy.iptc().named(code));
            }
        }
        TopicEvaluation evaluation = new TopicEvaluation(topics);
        for (LabelledArticle article : articles) {
            double[] probabilities =
                    byNumber(classifier.scores(article.title(), article.text()), numbers, topics.size());
            List<ScoredTopic> sections = classifier.sections(article.title(), article.text());
            List<Integer> given = classifier.classify(article.title(), article.text()).topics().stream()
                    .map(scored -> number(numbers, scored.topic().code()))
                    .toList();
            evaluation.add(
                    article.file(),
                    article.outlet(),
                    article.topics().stream()
                            .mapToInt(code -> number(numbers, code))
                            .toArray(),
                    article.section() == null ? NONE : number(numbers, article.section()),
                    probabilities,
                    sections.isEmpty() ? probabilities : byNumber(sections, numbers, topics.size()),
                    given);
        }
        return evaluation;
    }

    private static double[] byNumber(List<ScoredTopic> scored, Map<String, Integer> numbers, int topicCount) {
        double[] scores = new double[topicCount];
        for (ScoredTopic topic : scored) {
            scores[number(numbers, topic.topic().code())] = topic.score();
        }
        return scores;
    }

    private static void checkLabels(Set<String> labels, TopicClassifier classifier) throws IOException {
        List<String> known = classifier.topics().stream().map(Topic::code).toList();
        if (!labels.isEmpty() && labels.stream().noneMatch(known::contains)) {
            throw new IOException("the model knows none of the labels of the data: these are %s; the model knows %s"
                    .formatted(firstOf(List.copyOf(labels)), firstOf(known)));
        }
    }

    private static String firstOf(List<String> codes) {
        String first = String.join(", ", codes.subList(0, Math.min(MOST_NAMED, codes.size())));
        return codes.size() > MOST_NAMED ? first + ", …" : first;
    }

    private static int number(Map<String, Integer> numbers, String code) {
        return numbers.getOrDefault(code, NONE);
    }

    private static Set<String> codes(List<LabelledArticle> articles) {
        TreeSet<String> codes = new TreeSet<>();
        for (LabelledArticle article : articles) {
            codes.addAll(article.topics());
            if (article.section() != null) {
                codes.add(article.section());
            }
        }
        return codes;
    }

    void add(
            String file,
            String outlet,
            int[] truth,
            int section,
            double[] probabilities,
            double[] filing,
            List<Integer> given) {
        judgements.add(new Judgement(file, outlet, truth, section, probabilities, filing, given));
    }

    /** The figures of articles whose topics were all named; empty when there are none. */
    public Optional<Figures> named() {
        return figures(
                judgements.stream().filter(j -> j.truth.length > 0).toList(),
                j -> j.truth[0],
                j -> Scores.best(j.probabilities),
                this::namedMicroF1,
                some -> 0.0,
                true);
    }

    /** The figures of articles that were filed under a section; empty when there are none. */
    public Optional<Figures> sections() {
        List<Judgement> filed =
                judgements.stream().filter(j -> j.section != NONE).toList();
        TreeSet<Integer> sections =
                filed.stream().map(Judgement::section).collect(Collectors.toCollection(TreeSet::new));
        Function<Judgement, Integer> best = j -> best(j, sections);
        Map<String, Set<Integer>> ownSections = filed.stream()
                .collect(Collectors.groupingBy(
                        Judgement::outlet, Collectors.mapping(Judgement::section, Collectors.toSet())));
        Function<List<Judgement>, Double> own =
                some -> accuracy(some, Judgement::section, j -> best(j, ownSections.getOrDefault(j.outlet, Set.of())));
        Function<List<Judgement>, Double> asGiven = some -> some.stream()
                .mapToDouble(j -> j.given.stream()
                                .filter(sections::contains)
                                .findFirst()
                                .filter(topic -> topic == j.section)
                                .isPresent()
                        ? 1
                        : 0)
                .average()
                .orElse(0);
        return figures(filed, Judgement::section, best, asGiven, own, false);
    }

    private static int best(Judgement judgement, Set<Integer> topics) {
        return topics.stream()
                .max(Comparator.comparingDouble(topic -> judgement.filing[topic]))
                .orElse(NONE);
    }

    private Optional<Figures> figures(
            List<Judgement> some,
            Function<Judgement, Integer> truth,
            Function<Judgement, Integer> choice,
            Function<List<Judgement>, Double> microF1,
            Function<List<Judgement>, Double> ownAccuracy,
            boolean multi) {
        if (some.isEmpty()) {
            return Optional.empty();
        }
        List<TopicFigures> chosen = new ArrayList<>();
        List<TopicFigures> all = new ArrayList<>();
        for (int topic = 0; topic < topics.size(); topic++) {
            int t = topic;
            TopicFigures figures = topicFigures(t, some, j -> truth.apply(j) == t, j -> choice.apply(j) == t);
            if (figures.articles > 0) {
                chosen.add(figures);
            }
            TopicFigures multiple = topicFigures(t, some, j -> j.isTrue(t), j -> j.given.contains(t));
            if (multiple.articles > 0) {
                all.add(multiple);
            }
        }
        Function<Function<Judgement, String>, List<GroupFigures>> groups = key ->
                some.stream().collect(Collectors.groupingBy(key, TreeMap::new, Collectors.toList())).entrySet().stream()
                        .map(group -> new GroupFigures(
                                group.getKey(),
                                group.getValue().size(),
                                accuracy(group.getValue(), truth, choice),
                                microF1.apply(group.getValue()),
                                ownAccuracy.apply(group.getValue())))
                        .toList();
        return Optional.of(new Figures(
                some.size(),
                accuracy(some, truth, choice),
                chosen.stream().mapToDouble(TopicFigures::f1).average().orElse(0),
                microF1.apply(some),
                ownAccuracy.apply(some),
                multi ? calibrationError(some, false) : filingCalibrationError(some, choice),
                multi ? calibrationError(some, true) : 0,
                multi ? all : chosen,
                groups.apply(Judgement::outlet),
                groups.apply(Judgement::file),
                confusions(some, truth, choice)));
    }

    private TopicFigures topicFigures(
            int topic, List<Judgement> some, Predicate<Judgement> truth, Predicate<Judgement> choice) {
        long wanted = some.stream().filter(truth).count();
        long given = some.stream().filter(choice).count();
        long right = some.stream().filter(truth.and(choice)).count();
        return new TopicFigures(
                topics.get(topic),
                (int) wanted,
                ratio(right, given),
                ratio(right, wanted),
                ratio(2 * right, given + wanted));
    }

    private static double ratio(long part, long whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }

    private static double accuracy(
            List<Judgement> some, Function<Judgement, Integer> truth, Function<Judgement, Integer> choice) {
        return ratio(
                some.stream()
                        .filter(j -> truth.apply(j).equals(choice.apply(j)))
                        .count(),
                some.size());
    }

    private double namedMicroF1(List<Judgement> some) {
        long right = 0;
        long given = 0;
        long wanted = 0;
        for (Judgement judgement : some) {
            given += judgement.given.size();
            wanted += judgement.truth.length;
            right += judgement.given.stream().filter(judgement::isTrue).count();
        }
        return ratio(2 * right, given + wanted);
    }

    private double calibrationError(List<Judgement> some, boolean given) {
        CalibrationError error = new CalibrationError();
        for (Judgement judgement : some) {
            for (int t = 0; t < judgement.probabilities.length; t++) {
                if (!given || judgement.given.contains(t)) {
                    error.add(judgement.probabilities[t], judgement.isTrue(t));
                }
            }
        }
        return error.value();
    }

    private double filingCalibrationError(List<Judgement> some, Function<Judgement, Integer> choice) {
        CalibrationError error = new CalibrationError();
        for (Judgement judgement : some) {
            int chosen = choice.apply(judgement);
            error.add(judgement.filing[chosen], chosen == judgement.section);
        }
        return error.value();
    }

    private List<Confusion> confusions(
            List<Judgement> some, Function<Judgement, Integer> truth, Function<Judgement, Integer> choice) {
        Map<Integer, Integer> counts = new TreeMap<>();
        for (Judgement judgement : some) {
            int right = truth.apply(judgement);
            int chosen = choice.apply(judgement);
            if (right != chosen) {
                counts.merge(right * topics.size() + chosen, 1, Integer::sum);
            }
        }
        return counts.entrySet().stream()
                .map(entry -> new Confusion(
                        topics.get(entry.getKey() / topics.size()),
                        topics.get(entry.getKey() % topics.size()),
                        entry.getValue()))
                .sorted(Comparator.comparingInt(Confusion::articles).reversed())
                .limit(MOST_CONFUSIONS)
                .toList();
    }

    /** The figures as tables. */
    @Override
    public String toString() {
        StringBuilder out = new StringBuilder();
        named().ifPresent(figures ->
                print(out, "Articles whose topics were all named", "main topic", "all topics, as given", figures));
        sections()
                .ifPresent(figures -> print(
                        out,
                        "Articles filed under a section",
                        "best section",
                        "first section's topic among those given, accuracy",
                        figures));
        return out.isEmpty() ? "No labelled article.\n" : out.toString();
    }

    private static void print(StringBuilder out, String what, String choice, String micro, Figures figures) {
        line(out, "%s: %,d", what, figures.articles);
        line(out, "  accuracy (%s)  %.3f", choice, figures.accuracy);
        line(out, "  macro-F1 (%s)  %.3f", choice, figures.macroF1);
        line(out, "  micro-F1 (%s)  %.3f", micro, figures.microF1);
        if (figures.ownAccuracy > 0) {
            line(out, "  accuracy (best of the sections the outlet has)  %.3f", figures.ownAccuracy);
        }
        line(out, "  expected calibration error  %.3f", figures.calibrationError);
        if (figures.givenCalibrationError > 0) {
            line(out, "  expected calibration error (topics given)  %.3f", figures.givenCalibrationError);
        }
        line(out, "");
        line(out, "  %-45s %8s %9s %7s %6s", "topic", "articles", "precision", "recall", "F1");
        for (TopicFigures f : figures.byTopic) {
            line(out, "  %-45s %8d %9.3f %7.3f %6.3f", f.topic.name(), f.articles, f.precision, f.recall, f.f1);
        }
        line(out, "");
        print(out, "outlet", figures.byOutlet);
        print(out, "data file", figures.byFile);
        line(out, "  %-45s %-45s %s", "right topic", "taken for", "articles");
        for (Confusion c : figures.confusions) {
            line(out, "  %-45s %-45s %d", c.truth.name(), c.chosen.name(), c.articles);
        }
        line(out, "");
    }

    @SuppressWarnings("AnnotateFormatMethod") // the annotation would be a dependency
    private static void line(StringBuilder out, String format, Object... values) {
        out.append(format.formatted(values)).append('\n');
    }

    private static void print(StringBuilder out, String what, List<GroupFigures> groups) {
        boolean sections = groups.stream().anyMatch(f -> f.ownAccuracy > 0);
        line(out, "  %-45s %8s %9s %9s%s", what, "articles", "accuracy", "micro-F1", sections ? "  own sections" : "");
        for (GroupFigures f : groups) {
            line(
                    out,
                    "  %-45s %8d %9.3f %9.3f%s",
                    f.name.isEmpty() ? "(unknown)" : f.name,
                    f.articles,
                    f.accuracy,
                    f.microF1,
                    sections ? "%14.3f".formatted(f.ownAccuracy) : "");
        }
        line(out, "");
    }
}

package io.ghirbal.nlp.topic.training;

import de.bwaldvogel.liblinear.Feature;
import io.ghirbal.nlp.topic.Companion;
import io.ghirbal.nlp.topic.Features;
import io.ghirbal.nlp.topic.Scores;
import io.ghirbal.nlp.topic.training.LogisticRegression.Label;
import io.ghirbal.nlp.topic.training.TrainingSet.Item;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the weights of a model, one logistic regression a topic against the rest.
 *
 * <p>Two kinds of labels are learnt apart and then mixed. Articles whose topics were all named say what each topic is. Sections say how
 * outlets file: they are many, but a section hides the other topics of an article, and some topics have no section at all. The log-odds
 * of both are averaged twice: for what an article is about the sections have {@link #SECTION_SHARE} of the weight of the named topics,
 * for where an outlet would file it {@link #FILING_SHARE}. A section of a small outlet counts about as much as one of a large outlet:
 * what is common to the outlets is wanted, not the style of the largest.
 *
 * <p>Calibration and thresholds come from articles of outlets that were left out when the weights that score them were found.
 */
final class OneVsRestTraining {
    /** Weight of what sections teach beside 1 for what named topics teach: of the topics of an article, and of its section. */
    private static final double SECTION_SHARE = 0.35;

    private static final double FILING_SHARE = 8;
    /** liblinear's C for the few articles whose topics are named, and for the many that have a section. */
    private static final double C_NAMED = 10;

    private static final double C_SECTIONS = 2;
    /** How often an article of a small section of an outlet counts at most. */
    private static final int MOST_TIMES = 20;
    /** A topic is learnt from sections when so many articles were filed under it. */
    private static final int FEWEST_FILED = 50;
    /** A topic is learnt at all when so many articles have it. */
    private static final int FEWEST = 2;
    /** The log-odds of a topic that cannot be learnt. */
    private static final double UNLEARNT = -5;
    /**
     * Sections are not trusted when at least so many articles have both labels and less than a quarter of them agree. Not less than half:
     * the articles whose topics somebody named were picked among those that look filed wrongly.
     */
    private static final int ENOUGH_TO_MISTRUST = 10;

    private static final int NO_FOLD = -1;

    private final TrainingSet set;
    private final int topicCount;
    private final boolean hasNamed;
    private final boolean[] trusted;
    /** The topics that have weights for where an outlet would file an article, ascending. */
    private final int[] sections;
    /** By article: how often it counts when sections are learnt. */
    private final int[] times;

    OneVsRestTraining(TrainingSet set) {
        this.set = set;
        this.topicCount = set.topics().size();
        this.hasNamed = set.articles().stream().anyMatch(Item::isComplete);
        this.trusted = trusted();
        this.sections = sections();
        this.times = times();
    }

    /**
     * What came out.
     *
     * @param model the model, trained on everything
     * @param heldOut how models did on the outlets they were not trained on
     */
    record Outcome(TrainedModel model, TopicEvaluation heldOut) {}

    /** Weights before calibration: by column of the model, for each column of the matrix of articles, and the bias. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Weights(TfIdf tfIdf, double[][] columns) {
        double[] scores(Features article) {
            Feature[] row = tfIdf.row(article);
            return Arrays.stream(columns)
                    .mapToDouble(column -> LogisticRegression.score(column, row))
                    .toArray();
        }
    }

    Outcome run() {
        double[][] scores = new double[set.articles().size()][];
        for (int fold = 0; fold < set.folds().size(); fold++) {
            int heldOut = fold;
            Weights weights = fit(heldOut);
            IntStream.range(0, scores.length)
                    .filter(i -> set.articles().get(i).fold() == heldOut)
                    .parallel()
                    .forEach(i ->
                            scores[i] = weights.scores(set.articles().get(i).features()));
        }
        List<Companion> companions = Companions.among(set.topics());
        TopicEvaluation heldOut = new TopicEvaluation(set.topics());
        for (int fold = 0; fold < set.folds().size(); fold++) {
            evaluate(fold, scores, companions, heldOut);
        }
        CalibratedThresholds decisions = decisions(scores, NO_FOLD);
        return new Outcome(model(fit(NO_FOLD), decisions, companions), heldOut);
    }

    private void evaluate(int fold, double[][] scores, List<Companion> companions, TopicEvaluation evaluation) {
        CalibratedThresholds decisions = decisions(scores, fold);
        for (int i = 0; i < scores.length; i++) {
            Item item = set.articles().get(i);
            if (item.fold() == fold) {
                Scores found = Scores.of(decisions.scaling().logOdds(scores[i], topicCount), sections);
                evaluation.add(
                        item.file(),
                        item.outlet(),
                        item.topics(),
                        item.section() >= 0 && trusted[item.section()] ? item.section() : -1,
                        found.probabilities(),
                        sections.length == 0 ? found.probabilities() : found.filing(),
                        found.given(decisions.thresholds(), companions));
            }
        }
    }

    /** Calibration and thresholds from held-out scores of every fold but {@code exceptFold}. */
    private CalibratedThresholds decisions(double[][] scores, int exceptFold) {
        List<double[]> known = new ArrayList<>();
        List<int[]> truths = new ArrayList<>();
        for (int i = 0; i < scores.length; i++) {
            Item item = set.articles().get(i);
            if (item.fold() == exceptFold || (hasNamed && !item.isComplete())) {
                continue;
            }
            known.add(scores[i]);
            truths.add(item.isComplete() ? item.topics() : new int[] {item.section()});
        }
        return CalibratedThresholds.fit(known, truths, topicCount);
    }

    /** By topic: whether its sections hold what their name says, as far as articles with both labels tell. */
    private boolean[] trusted() {
        int[] agree = new int[topicCount];
        int[] total = new int[topicCount];
        for (Item item : set.articles()) {
            if (item.isComplete() && item.section() >= 0) {
                total[item.section()]++;
                agree[item.section()] += item.has(item.section()) ? 1 : 0;
            }
        }
        boolean[] trusted = new boolean[topicCount];
        for (int t = 0; t < topicCount; t++) {
            trusted[t] = total[t] < ENOUGH_TO_MISTRUST || 4 * agree[t] >= total[t];
        }
        return trusted;
    }

    private int[] sections() {
        int[] filed = new int[topicCount];
        for (Item item : set.articles()) {
            if (item.section() >= 0) {
                filed[item.section()]++;
            }
        }
        // with sections alone, the topics of an article are its sections already
        return IntStream.range(0, topicCount)
                .filter(t -> hasNamed && trusted[t] && filed[t] >= FEWEST_FILED)
                .toArray();
    }

    /** The fewer articles an outlet has under a section, beside the mean of all outlets and sections, the more often each counts. */
    private int[] times() {
        Map<String, Integer> sizes = new HashMap<>();
        int filed = 0;
        for (Item item : set.articles()) {
            if (item.section() >= 0) {
                sizes.merge(item.outlet() + '\t' + item.section(), 1, Integer::sum);
                filed++;
            }
        }
        int[] times = new int[set.articles().size()];
        Arrays.fill(times, 1);
        for (int i = 0; i < times.length; i++) {
            Item item = set.articles().get(i);
            if (item.section() >= 0) {
                double mean = (double) filed / sizes.size();
                long wanted = Math.round(mean / sizes.getOrDefault(item.outlet() + '\t' + item.section(), 1));
                times[i] = (int) Math.max(1, Math.min(MOST_TIMES, wanted));
            }
        }
        return times;
    }

    /** Finds weights from the articles of every fold but {@code heldOut}. */
    private Weights fit(int heldOut) {
        int[] chosen = IntStream.range(0, times.length)
                .filter(i -> set.articles().get(i).fold() != heldOut)
                .toArray();
        List<Item> items = Arrays.stream(chosen).mapToObj(set.articles()::get).toList();
        int[] itemTimes = Arrays.stream(chosen).map(i -> times[i]).toArray();
        TfIdf tfIdf = TfIdf.of(
                items.stream().map(Item::features).toList(), set.words().size());
        List<Feature[]> rows =
                items.stream().map(item -> tfIdf.row(item.features())).toList();
        double[][] columns = new double[topicCount + sections.length][];
        IntStream.range(0, topicCount).parallel().forEach(topic -> {
            double[] named = hasNamed ? fitNamed(topic, items, rows) : null;
            double[] filed = trusted[topic] ? fitFiled(topic, items, rows, itemTimes) : null;
            columns[topic] = mixed(named, filed, SECTION_SHARE);
            int section = Arrays.binarySearch(sections, topic);
            if (section >= 0) {
                columns[topicCount + section] = mixed(named, filed, FILING_SHARE);
            }
        });
        return new Weights(tfIdf, columns);
    }

    private double[] mixed(double @Nullable [] named, double @Nullable [] filed, double filedShare) {
        if (named != null && filed != null) {
            return IntStream.range(0, named.length)
                    .mapToDouble(i -> (named[i] + filedShare * filed[i]) / (1 + filedShare))
                    .toArray();
        }
        return named != null ? named : filed != null ? filed : unlearnt();
    }

    private double[] unlearnt() {
        double[] weights = new double[featureCount() + 1];
        weights[featureCount()] = UNLEARNT;
        return weights;
    }

    private int featureCount() {
        return set.words().size() + Features.LEXICON_FEATURES;
    }

    private double[] fitNamed(int topic, List<Item> items, List<Feature[]> rows) {
        Label[] labels = new Label[items.size()];
        for (int i = 0; i < labels.length; i++) {
            Item item = items.get(i);
            labels[i] = !item.isComplete() ? Label.UNKNOWN : item.has(topic) ? Label.YES : Label.NO;
        }
        int[] once = new int[labels.length];
        Arrays.fill(once, 1);
        return enough(labels, FEWEST)
                ? LogisticRegression.fit(rows, labels, once, featureCount(), C_NAMED)
                : unlearnt();
    }

    /** An outlet that has no section for a topic files its articles elsewhere: it teaches nothing of what the topic is not. */
    private double @Nullable [] fitFiled(int topic, List<Item> items, List<Feature[]> rows, int[] itemTimes) {
        Set<String> filing = items.stream()
                .filter(item -> item.section() == topic)
                .map(Item::outlet)
                .collect(Collectors.toSet());
        Label[] labels = filed(topic, items, filing::contains);
        if (!enough(labels, fewestFiled())) {
            labels = filed(topic, items, outlet -> true);
        }
        return enough(labels, fewestFiled())
                ? LogisticRegression.fit(rows, labels, itemTimes, featureCount(), C_SECTIONS)
                : null;
    }

    private int fewestFiled() {
        return hasNamed ? FEWEST_FILED : FEWEST;
    }

    /** @param tells whether what an outlet files elsewhere is not about the topic */
    private Label[] filed(int topic, List<Item> items, Predicate<String> tells) {
        Label[] labels = new Label[items.size()];
        for (int i = 0; i < labels.length; i++) {
            int section = items.get(i).section();
            if (section < 0 || !trusted[section]) {
                labels[i] = Label.UNKNOWN;
            } else if (section == topic) {
                labels[i] = Label.YES;
            } else {
                labels[i] = tells.test(items.get(i).outlet()) ? Label.NO : Label.UNKNOWN;
            }
        }
        return labels;
    }

    private static boolean enough(Label[] labels, int fewest) {
        long yes = Arrays.stream(labels).filter(label -> label == Label.YES).count();
        long no = Arrays.stream(labels).filter(label -> label == Label.NO).count();
        return yes >= fewest && no >= fewest;
    }

    private TrainedModel model(Weights weights, CalibratedThresholds decisions, List<Companion> companions) {
        return new TrainedModel(
                set.topics(),
                set.words(),
                weights.tfIdf.idf(),
                Arrays.stream(weights.columns)
                        .map(column -> TrainedModel.Column.of(column, decisions.scaling()))
                        .toList(),
                decisions.thresholds(),
                companions,
                sections,
                origin());
    }

    private String origin() {
        long named = set.articles().stream().filter(Item::isComplete).count();
        long filed = set.articles().stream().filter(item -> item.section() >= 0).count();
        String data = "%d articles of %d outlets: %d with named topics, %d with a section"
                .formatted(set.articles().size(), set.outletCount(), named, filed);
        Taxonomy iptc = Taxonomy.iptc();
        return iptc.topics().containsAll(set.topics()) ? "%s, %s".formatted(iptc.name(), data) : data;
    }
}

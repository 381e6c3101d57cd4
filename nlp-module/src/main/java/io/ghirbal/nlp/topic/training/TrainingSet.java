package io.ghirbal.nlp.topic.training;

import io.ghirbal.nlp.topic.FeatureReader;
import io.ghirbal.nlp.topic.Features;
import io.ghirbal.nlp.topic.Topic;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Labelled articles as numbers, and the folds to hold out: an outlet each, or, when the data names too few, a fifth of the articles
 * each.
 *
 * @param topics the topics that occur, in the order of their codes
 * @param words the words that occur in enough articles, in alphabetical order
 * @param articles the articles
 * @param folds the names of the folds
 */
record TrainingSet(List<Topic> topics, List<String> words, List<Item> articles, List<String> folds) {
    /** In how many articles a word must occur to be learnt: so many, and one of so many of a large set. Rarer words only cost time. */
    private static final int FEWEST_ARTICLES = 5;

    private static final int ONE_OF_ARTICLES = 2500;
    /** How many articles an outlet must have to be a fold of its own. */
    private static final int SMALLEST_FOLD = 20;

    private static final int FOLDS_WITHOUT_OUTLETS = 5;
    private static final String OTHER_OUTLETS = "other outlets";
    private static final int LEFT_OUT = -1;

    /**
     * An article.
     *
     * @param features what a model sees of it
     * @param topics the numbers of its topics, the main one first; empty when only the section is known
     * @param section the number of the topic it was filed under; -1 when unknown
     * @param fold the number of its fold
     * @param file the name of the file it was read from
     * @param outlet where it was published
     */
    @SuppressWarnings("ArrayRecordComponent") // kept to this package, never compared
    record Item(Features features, int[] topics, int section, int fold, String file, String outlet) {
        boolean isComplete() {
            return topics.length > 0;
        }

        boolean has(int topic) {
            for (int own : topics) {
                if (own == topic) {
                    return true;
                }
            }
            return false;
        }
    }

    /** @throws IOException when there are fewer than two topics */
    static TrainingSet of(List<LabelledArticle> labelled) throws IOException {
        List<Topic> topics = topics(labelled);
        if (topics.size() < 2) {
            throw new IOException("labels of at least two topics are needed to train, found "
                    + (topics.isEmpty() ? "none" : "only " + topics.get(0).code()));
        }
        Map<String, Integer> topicNumbers = new HashMap<>();
        topics.forEach(topic -> topicNumbers.put(topic.code(), topicNumbers.size()));
        List<String> folds = new ArrayList<>();
        int[] foldOf = folds(labelled, folds);

        FeatureReader reader = new FeatureReader();
        List<Features> features = new ArrayList<>();
        for (LabelledArticle article : labelled) {
            features.add(reader.read(article.title(), article.text()));
        }
        List<String> words = new ArrayList<>();
        int[] numbers = frequent(features, reader.words(), words);
        List<Item> items = new ArrayList<>();
        for (int i = 0; i < labelled.size(); i++) {
            LabelledArticle article = labelled.get(i);
            items.add(new Item(
                    renumbered(features.get(i), numbers),
                    article.topics().stream().mapToInt(topicNumbers::get).toArray(),
                    article.section() == null ? -1 : topicNumbers.getOrDefault(article.section(), -1),
                    foldOf[i],
                    article.file(),
                    article.outlet()));
        }
        return new TrainingSet(topics, List.copyOf(words), List.copyOf(items), List.copyOf(folds));
    }

    private static List<Topic> topics(List<LabelledArticle> labelled) {
        TreeSet<String> codes = new TreeSet<>();
        for (LabelledArticle article : labelled) {
            codes.addAll(article.topics());
            if (article.section() != null) {
                codes.add(article.section());
            }
        }
        Taxonomy iptc = Taxonomy.iptc();
        return codes.stream().map(iptc::named).toList();
    }

    private static int[] folds(List<LabelledArticle> labelled, List<String> names) {
        Map<String, Integer> sizes = new TreeMap<>();
        labelled.forEach(article -> sizes.merge(article.outlet(), 1, Integer::sum));
        Map<String, Integer> numbers = new HashMap<>();
        sizes.forEach((outlet, size) -> {
            if (size >= SMALLEST_FOLD && !outlet.isEmpty()) {
                numbers.put(outlet, names.size());
                names.add(outlet);
            }
        });
        int[] folds = new int[labelled.size()];
        if (names.size() < 2) {
            names.clear();
            for (int i = 0; i < FOLDS_WITHOUT_OUTLETS; i++) {
                names.add("part " + (i + 1));
            }
            for (int i = 0; i < folds.length; i++) {
                folds[i] = i % FOLDS_WITHOUT_OUTLETS;
            }
            return folds;
        }
        int others = names.size();
        for (int i = 0; i < folds.length; i++) {
            folds[i] = numbers.getOrDefault(labelled.get(i).outlet(), others);
        }
        if (sizes.size() > numbers.size()) {
            names.add(OTHER_OUTLETS);
        }
        return folds;
    }

    /** The new number of each word, or {@link #LEFT_OUT}; fills {@code words} in alphabetical order. */
    private static int[] frequent(List<Features> articles, List<String> allWords, List<String> words) {
        int[] frequency = new int[allWords.size()];
        for (Features article : articles) {
            for (int word : article.words()) {
                frequency[word]++;
            }
        }
        int fewest = Math.max(FEWEST_ARTICLES, articles.size() / ONE_OF_ARTICLES);
        TreeMap<String, Integer> kept = new TreeMap<>();
        for (int word = 0; word < frequency.length; word++) {
            if (frequency[word] >= fewest && !OutletWords.contains(allWords.get(word))) {
                kept.put(allWords.get(word), word);
            }
        }
        int[] renumbered = new int[allWords.size()];
        Arrays.fill(renumbered, LEFT_OUT);
        kept.forEach((word, number) -> {
            renumbered[number] = words.size();
            words.add(word);
        });
        return renumbered;
    }

    /** The same with other numbers for the words, ascending; those without one are left out. */
    private static Features renumbered(Features article, int[] numbers) {
        long[] pairs = new long[article.words().length];
        int size = 0;
        for (int i = 0; i < pairs.length; i++) {
            int number = numbers[article.words()[i]];
            if (number != LEFT_OUT) {
                pairs[size++] = (long) number << 32 | article.counts()[i];
            }
        }
        Arrays.sort(pairs, 0, size);
        int[] words = Arrays.stream(pairs, 0, size)
                .mapToInt(pair -> (int) (pair >>> 32))
                .toArray();
        int[] counts =
                Arrays.stream(pairs, 0, size).mapToInt(pair -> (int) pair).toArray();
        return new Features(words, counts, article.lexicon(), article.wordCount(), article.language());
    }

    /** How many outlets the articles are from. */
    long outletCount() {
        return articles.stream().map(Item::outlet).distinct().count();
    }
}

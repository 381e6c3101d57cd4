package io.ghirbal.nlp.story;

import io.ghirbal.nlp.text.ResourceLines;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * News without sense, day by day: words as frequent as {@code word-frequencies.txt} says, three names of its own for each happening, and
 * families of one to six texts whose sentences are shuffled, replaced or cut. The same seed gives the same articles.
 */
final class GeneratedNews {
    private static final int OUTLETS = 40;
    private static final int SENTENCES = 11;
    private static final String LETTERS = "ابتثجحخدرزسشصضطظعغفقكلمنهي";

    private final SplittableRandom random;
    private final String[] words;
    private final double[] upTo;
    /** Later texts of families: the first queue holds those of today. */
    private final List<Deque<Article>> waiting = new ArrayList<>();

    private long today;
    private int written;

    /** An article of the day it is given on. */
    record Article(
            String id, String outlet, long day, @Nullable String title, String body) {
        StoryText text() {
            return new StoryText(id, outlet, day, ComparableText.of(title, body));
        }
    }

    /** News whose first day is {@code firstDay}. */
    GeneratedNews(long seed, long firstDay) {
        this.random = new SplittableRandom(seed);
        this.today = firstDay;
        List<String> found = new ArrayList<>();
        List<Double> counts = new ArrayList<>();
        List<String> lines = ResourceLines.of(WordRarity.class, "word-frequencies.txt");
        for (String line : lines.subList(1, lines.size())) {
            String[] parts = line.split(" ", -1);
            for (String word : Arrays.asList(parts).subList(1, parts.length)) {
                found.add(word);
                counts.add(Double.parseDouble(parts[0]));
            }
        }
        this.words = found.toArray(String[]::new);
        this.upTo = new double[words.length];
        double sum = 0;
        for (int i = 0; i < words.length; i++) {
            sum += counts.get(i);
            upTo[i] = sum;
        }
        for (int i = 0; i < 3; i++) {
            waiting.add(new ArrayDeque<>());
        }
    }

    /** The next day with so many articles, in the order in which they are published. */
    List<Article> nextDay(int articles) {
        List<Article> day = new ArrayList<>();
        while (day.size() < articles) {
            Article late = random.nextInt(3) == 0 ? waiting.get(0).poll() : null;
            day.add(late != null ? late : newHappening());
        }
        today++;
        Deque<Article> left = waiting.remove(0);
        waiting.get(0).addAll(left);
        waiting.add(new ArrayDeque<>());
        return day.stream()
                .map(article -> new Article(article.id(), article.outlet(), today - 1, article.title(), article.body()))
                .toList();
    }

    private Article newHappening() {
        String[] names = {name(), name(), name()};
        List<String> sentences = new ArrayList<>();
        for (int i = 0; i < SENTENCES; i++) {
            sentences.add(sentence(i < 3 ? names : new String[] {names[random.nextInt(3)]}));
        }
        Article first = article(names, sentences);
        // two of three happenings are told once, the others up to five times more
        int others = random.nextInt(3) == 0 ? 1 + random.nextInt(5) : 0;
        for (int i = 0; i < others; i++) {
            waiting.get(random.nextInt(3)).add(article(names, mutated(sentences, names)));
        }
        return first;
    }

    /** A copy with few changes, or a retelling with many. */
    private List<String> mutated(List<String> sentences, String[] names) {
        List<String> changed = new ArrayList<>(sentences);
        boolean retold = random.nextInt(2) == 0;
        int from = random.nextInt(3);
        for (int i = from; i < changed.size(); i++) {
            int other = from + random.nextInt(changed.size() - from);
            if (retold ? random.nextInt(10) < 8 : random.nextInt(10) == 0) {
                changed.set(i, sentence(i < 3 ? names : new String[] {names[0]}));
            } else if (random.nextInt(4) == 0) {
                changed.set(i, changed.set(other, changed.get(i)));
            }
        }
        return random.nextInt(3) == 0 ? changed.subList(0, changed.size() - 3) : changed;
    }

    private Article article(String[] names, List<String> sentences) {
        String title = random.nextInt(10) == 0 ? null : names[0] + " " + names[1] + " " + words(5);
        String id = "text-%07d".formatted(written++);
        return new Article(id, "outlet-" + random.nextInt(OUTLETS), today, title, String.join("\n", sentences));
    }

    private String sentence(String[] names) {
        StringBuilder text = new StringBuilder();
        for (String name : names) {
            text.append(words(3 + random.nextInt(5))).append(' ').append(name).append(' ');
        }
        return text.append(words(6 + random.nextInt(8))).append('.').toString();
    }

    private String words(int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            int at = Arrays.binarySearch(upTo, random.nextDouble() * upTo[upTo.length - 1]);
            text.append(i == 0 ? "" : " ").append(words[at < 0 ? -at - 1 : at]);
        }
        return text.toString();
    }

    private String name() {
        StringBuilder text = new StringBuilder("م");
        for (int i = 0; i < 6; i++) {
            text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return text.toString();
    }
}

package io.ghirbal.nlp.story;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Joins the texts of a day with one another and with the stories of the days before: copies first, then by average link, the closest two
 * clusters at a time. Two stories of former days are never joined, so that what was told of them yesterday stays. Equal links are taken in
 * the order of their texts.
 */
final class StoryClustering {
    /** The least average likelihood, over the pairs of two clusters, by which they become one. */
    static final double LEAST_LINK = 0.65;

    /** What is demanded more for each day between the first text and the last: an affair goes on, and its happenings share all names. */
    private static final double MORE_A_DAY = 0.04;

    /** What is demanded more each time a cluster doubles. */
    private static final double MORE_A_DOUBLING = 0.03;

    private static final double MOST_DEMANDED = 0.95;

    /** A cluster is close when it is close to some of a large one: so many pairs, the likeliest, are looked at. */
    private static final int MOST_PAIRS = 12;

    private final List<StoryText> texts;
    private final List<String> stories;
    private final List<Likeness> alike;
    private final int open;
    /** By number of the text: a text of its cluster, its own number for the root. */
    private final int[] parents;

    private final List<Cluster> clusters = new ArrayList<>();

    /** Texts that are together so far. */
    private static final class Cluster {
        /** Id of its story when it has one of former days. */
        private @Nullable String story;

        private int size;
        private long firstDay = Long.MAX_VALUE;
        private long lastDay = Long.MIN_VALUE;
        private boolean gone;
        /** By the other cluster: how likely the pairs between both are one story. */
        private final Map<Integer, double[]> links = new TreeMap<>();
    }

    private record Link(double strength, int first, int second, int version) {}

    StoryClustering(List<StoryText> texts, List<String> stories, List<Likeness> alike) {
        this.texts = texts;
        this.stories = stories;
        this.alike = alike;
        this.open = stories.size();
        this.parents = new int[texts.size()];
    }

    List<Placement> placements() {
        makeClusters();
        joinClosest();
        return placed();
    }

    private void makeClusters() {
        Map<String, Integer> numbers = new HashMap<>();
        for (int text = 0; text < texts.size(); text++) {
            if (text < open) {
                Integer known = numbers.putIfAbsent(stories.get(text), text);
                parents[text] = known == null ? text : known;
            } else {
                parents[text] = text;
            }
        }
        List<Likeness> copies = alike.stream()
                .filter(pair -> pair.verdict().isCopy())
                .sorted(Comparator.comparingDouble(
                                (Likeness pair) -> -pair.verdict().copy())
                        .thenComparingInt(Likeness::later)
                        .thenComparingInt(Likeness::earlier))
                .toList();
        for (Likeness pair : copies) {
            unite(root(pair.earlier()), root(pair.later()));
        }
        for (int text = 0; text < texts.size(); text++) {
            clusters.add(new Cluster());
        }
        for (int text = 0; text < texts.size(); text++) {
            Cluster cluster = clusters.get(root(text));
            cluster.size++;
            cluster.firstDay = Math.min(cluster.firstDay, texts.get(text).day());
            cluster.lastDay = Math.max(cluster.lastDay, texts.get(text).day());
            if (text < open) {
                cluster.story = stories.get(text);
            }
        }
        for (Likeness pair : alike) {
            int first = root(pair.earlier());
            int second = root(pair.later());
            if (first != second) {
                addLink(first, second, pair.verdict().story());
                addLink(second, first, pair.verdict().story());
            }
        }
    }

    /** The root is the smaller number, and so a text of former days where there is one; two stories of former days stay apart. */
    private boolean unite(int a, int b) {
        int first = Math.min(a, b);
        int second = Math.max(a, b);
        if (first == second || second < open) {
            return false;
        }
        parents[second] = first;
        return true;
    }

    private int root(int text) {
        int root = text;
        while (parents[root] != root) {
            root = parents[root];
        }
        for (int at = text; parents[at] != root; ) {
            int next = parents[at];
            parents[at] = root;
            at = next;
        }
        return root;
    }

    private void addLink(int from, int to, double likelihood) {
        clusters.get(from).links.merge(to, new double[] {likelihood}, StoryClustering::joined);
    }

    private static double[] joined(double[] a, double[] b) {
        double[] all = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, all, a.length, b.length);
        Arrays.sort(all);
        return all.length <= MOST_PAIRS ? all : Arrays.copyOfRange(all, all.length - MOST_PAIRS, all.length);
    }

    private void joinClosest() {
        Map<Integer, Integer> versions = new HashMap<>();
        PriorityQueue<Link> queue = new PriorityQueue<>(Comparator.comparingDouble((Link link) -> -link.strength())
                .thenComparingInt(Link::first)
                .thenComparingInt(Link::second));
        for (int cluster = 0; cluster < clusters.size(); cluster++) {
            offerLinks(queue, cluster, versions, cluster);
        }
        while (!queue.isEmpty()) {
            Link link = queue.poll();
            Cluster first = clusters.get(link.first());
            Cluster second = clusters.get(link.second());
            boolean current =
                    !first.gone && !second.gone && version(versions, link.first(), link.second()) == link.version();
            if (current && unite(link.first(), link.second())) {
                absorb(link.first(), link.second());
                versions.merge(link.first(), 1, Integer::sum);
                offerLinks(queue, link.first(), versions, -1);
            }
        }
    }

    /** A link is made anew whenever one of its clusters grows. */
    private static int version(Map<Integer, Integer> versions, int first, int second) {
        return versions.getOrDefault(first, 0) + versions.getOrDefault(second, 0);
    }

    private void offerLinks(PriorityQueue<Link> queue, int number, Map<Integer, Integer> versions, int after) {
        Cluster cluster = clusters.get(number);
        cluster.links.forEach((other, likelihoods) -> {
            if (other > after) {
                int pairs = Math.min(MOST_PAIRS, cluster.size * clusters.get(other).size);
                double sum = 0;
                for (double likelihood : likelihoods) {
                    sum += likelihood;
                }
                double strength = sum / pairs;
                int first = Math.min(number, other);
                int second = Math.max(number, other);
                boolean bothOld = cluster.story != null && clusters.get(other).story != null;
                if (strength >= demanded(cluster, clusters.get(other)) && !bothOld) {
                    queue.add(new Link(strength, first, second, version(versions, first, second)));
                }
            }
        });
    }

    /** What a link needs: more for each day that both clusters together go on, and each time that they double. */
    private static double demanded(Cluster a, Cluster b) {
        long days = Math.max(a.lastDay, b.lastDay) - Math.min(a.firstDay, b.firstDay);
        double doublings = StrictMath.log((a.size + b.size) / 2.0) / StrictMath.log(2);
        return Math.min(MOST_DEMANDED, LEAST_LINK + MORE_A_DAY * days + MORE_A_DOUBLING * doublings);
    }

    private void absorb(int into, int from) {
        Cluster cluster = clusters.get(into);
        Cluster absorbed = clusters.get(from);
        absorbed.gone = true;
        cluster.size += absorbed.size;
        cluster.firstDay = Math.min(cluster.firstDay, absorbed.firstDay);
        cluster.lastDay = Math.max(cluster.lastDay, absorbed.lastDay);
        cluster.links.remove(from);
        absorbed.links.remove(into);
        absorbed.links.forEach((other, likelihoods) -> {
            cluster.links.merge(other, likelihoods, StoryClustering::joined);
            Map<Integer, double[]> back = clusters.get(other).links;
            back.remove(from);
            back.merge(into, likelihoods, StoryClustering::joined);
        });
        absorbed.links.clear();
    }

    private List<Placement> placed() {
        Map<Integer, List<Likeness>> ofText = new HashMap<>();
        for (Likeness pair : alike) {
            if (root(pair.later()) == root(pair.earlier())) {
                ofText.computeIfAbsent(pair.later(), unused -> new ArrayList<>())
                        .add(pair);
            }
        }
        Map<Integer, String> ids = new LinkedHashMap<>();
        List<Placement> placements = new ArrayList<>();
        for (int number = open; number < texts.size(); number++) {
            StoryText text = texts.get(number);
            int root = root(number);
            String former = clusters.get(root).story;
            String story = former != null ? former : ids.computeIfAbsent(root, unused -> text.id());
            placements.add(placed(number, text, story, ofText.getOrDefault(number, List.of())));
        }
        return placements;
    }

    private Placement placed(int number, StoryText text, String story, List<Likeness> pairs) {
        if (story.equals(text.id())) {
            return new Placement(text, story, StoryRole.FIRST, null, 0, 1);
        }
        Likeness copied = pairs.stream()
                .filter(pair -> pair.later() == number && pair.verdict().isCopy())
                .min(Comparator.comparingInt(Likeness::earlier))
                .orElse(null);
        Likeness closest = copied != null
                ? copied
                : pairs.stream()
                        .max(Comparator.comparingDouble(
                                        (Likeness pair) -> pair.verdict().story())
                                .thenComparingInt(pair -> -pair.earlier()))
                        .orElse(null);
        StoryRole role = copied != null ? StoryRole.COPY : StoryRole.RETOLD;
        return closest == null
                ? new Placement(text, story, role, story, 0, 0)
                : new Placement(
                        text,
                        story,
                        role,
                        texts.get(closest.earlier() == number ? closest.later() : closest.earlier())
                                .id(),
                        closest.verdict().containment(),
                        closest.verdict().story());
    }
}

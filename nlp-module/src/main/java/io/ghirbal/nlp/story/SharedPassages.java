package io.ghirbal.nlp.story;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Finds what two bodies share word for word, as greedy string tiling does (Wise, String Similarity via Greedy String Tiling, 1993): the
 * longest run first, then the longest of what no run has taken yet, in either body. Of equal ones the first.
 */
final class SharedPassages {
    private final BodyWords first;
    private final BodyWords second;
    private final boolean[] taken;
    private final boolean[] takenOfSecond;
    private final PriorityQueue<Run> runs = new PriorityQueue<>(Comparator.comparingInt((Run run) -> -run.length())
            .thenComparingInt(Run::from)
            .thenComparingInt(Run::other));

    /** Words in a row that are the same in both. */
    private record Run(int from, int other, int length) {}

    private SharedPassages(BodyWords first, BodyWords second) {
        this.first = first;
        this.second = second;
        this.taken = new boolean[first.count()];
        this.takenOfSecond = new boolean[second.count()];
    }

    /** What both share, in the order of {@code first}; no two overlap, in neither body. */
    static List<SharedPassage> of(BodyWords first, BodyWords second) {
        return new SharedPassages(first, second).find();
    }

    private List<SharedPassage> find() {
        // a run of the same words lies on one diagonal of the table of all pairs of words
        for (int diagonal = 1 - second.count(); diagonal < first.count(); diagonal++) {
            int from = Math.max(0, diagonal);
            addRuns(from, from - diagonal, Math.min(first.count() - from, second.count() - (from - diagonal)));
        }
        List<SharedPassage> found = new ArrayList<>();
        for (Run run = runs.poll(); run != null; run = runs.poll()) {
            if (isFree(run)) {
                Arrays.fill(taken, run.from(), run.from() + run.length(), true);
                Arrays.fill(takenOfSecond, run.other(), run.other() + run.length(), true);
                found.add(passage(run));
            } else {
                addRuns(run.from(), run.other(), run.length());
            }
        }
        found.sort(Comparator.comparingInt(SharedPassage::start));
        return List.copyOf(found);
    }

    /** Adds the longest runs among {@code length} pairs of words, of those that no passage has taken. */
    private void addRuns(int from, int other, int length) {
        int run = 0;
        for (int i = 0; i <= length; i++) {
            if (i < length && isSame(from + i, other + i)) {
                run++;
            } else {
                if (run >= SharedPassage.LEAST_WORDS) {
                    runs.add(new Run(from + i - run, other + i - run, run));
                }
                run = 0;
            }
        }
    }

    private boolean isSame(int word, int other) {
        return first.word(word) == second.word(other) && !taken[word] && !takenOfSecond[other];
    }

    private boolean isFree(Run run) {
        for (int i = 0; i < run.length(); i++) {
            if (taken[run.from() + i] || takenOfSecond[run.other() + i]) {
                return false;
            }
        }
        return true;
    }

    private SharedPassage passage(Run run) {
        return new SharedPassage(
                first.start(run.from()),
                first.end(run.from() + run.length() - 1),
                second.start(run.other()),
                second.end(run.other() + run.length() - 1),
                run.length());
    }
}

package io.ghirbal.nlp.story;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;

/**
 * Places texts in stories, day by day. What becomes of a day depends on its texts and on those of the {@value #DAYS} days before it with
 * their stories, and on nothing else: so a window that is opened again with them goes on as if it had never been closed, and only these
 * days are held in memory. The number of threads changes nothing. Not for several threads at a time.
 */
public final class StoryWindow {
    /** How many days back a story is looked for. */
    public static final int DAYS = 7;

    /** Most texts that one is compared with in full, those first that have the most in common. */
    private static final int MOST_COMPARED = 60;

    /** What two texts must have in common to be compared, in nats: two rare words, or four 3-grams, which stand for thirty. */
    private static final float LEAST_SHARED = 9;

    /** Texts that are compared by one task. */
    private static final int TASK = 64;

    /** A likeness of less is as good as none. */
    private static final double LEAST_LIKELIHOOD = 0.02;

    private final PairModel model;
    private final int threads;
    private final Deque<Day> days = new ArrayDeque<>();

    /** A day of the window, with the story of each of its texts. */
    private record Day(long day, List<StoryText> texts, List<String> stories, DayIndex index) {}

    /**
     * A window with nothing in it.
     *
     * @param threads how many compare texts at a time, from 1
     */
    public StoryWindow(PairModel model, int threads) {
        this.model = model;
        this.threads = threads;
    }

    /**
     * Enters a day that was placed before. Days are entered and placed in their order.
     *
     * @param texts its texts, in their order
     * @param stories for each the id of its story
     */
    public void reopen(long day, List<StoryText> texts, List<String> stories) {
        dropDaysBefore(day - DAYS);
        days.addLast(new Day(day, List.copyOf(texts), List.copyOf(stories), new DayIndex(texts)));
    }

    /**
     * Places the texts of a day.
     *
     * @param texts its texts, in the order in which they were published, as far as that is known
     * @return a placement for each, in this order
     */
    public List<Placement> place(long day, List<StoryText> texts) {
        dropDaysBefore(day - DAYS);
        List<StoryText> window = new ArrayList<>();
        List<String> stories = new ArrayList<>();
        for (Day open : days) {
            window.addAll(open.texts());
            stories.addAll(open.stories());
        }
        int open = window.size();
        window.addAll(texts);
        DayIndex index = new DayIndex(texts);
        List<Likeness> alike = compare(window, open, index);
        List<Placement> placements = new StoryClustering(window, stories, alike).placements();
        days.addLast(new Day(
                day,
                List.copyOf(texts),
                placements.stream().map(Placement::story).toList(),
                index));
        return placements;
    }

    private void dropDaysBefore(long first) {
        while (!days.isEmpty() && days.getFirst().day() < first) {
            days.removeFirst();
        }
    }

    private List<Likeness> compare(List<StoryText> window, int open, DayIndex today) {
        int tasks = (window.size() - open + TASK - 1) / TASK;
        IntStream numbers = IntStream.range(0, tasks);
        if (threads == 1 || tasks <= 1) {
            return numbers.mapToObj(task -> compare(window, open, today, task))
                    .flatMap(List::stream)
                    .toList();
        }
        ForkJoinPool pool = new ForkJoinPool(threads);
        try {
            return pool.submit(() -> numbers.parallel()
                            .mapToObj(task -> compare(window, open, today, task))
                            .flatMap(List::stream)
                            .toList())
                    .join();
        } finally {
            pool.shutdown();
        }
    }

    private List<Likeness> compare(List<StoryText> window, int open, DayIndex today, int task) {
        List<Likeness> alike = new ArrayList<>();
        FoundTexts found = new FoundTexts(window.size());
        int to = Math.min(window.size(), open + (task + 1) * TASK);
        for (int number = open + task * TASK; number < to; number++) {
            StoryText text = window.get(number);
            int offset = 0;
            for (Day day : days) {
                day.index().find(text.text(), Integer.MAX_VALUE, found, offset);
                offset += day.texts().size();
            }
            today.find(text.text(), number - open, found, open);
            for (int other : found.takeBest(LEAST_SHARED, MOST_COMPARED)) {
                StoryText earlier = window.get(other);
                PairModel.Verdict verdict = model.compare(
                        text.text(), earlier.text(), text.hasOutletOf(earlier), text.day() - earlier.day());
                if (verdict.story() >= LEAST_LIKELIHOOD || verdict.isCopy()) {
                    alike.add(new Likeness(number, other, verdict));
                }
            }
        }
        return alike;
    }
}

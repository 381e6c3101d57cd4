package io.ghirbal.nlp.story;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Places many generated articles in stories and prints how fast, and what a full window takes of the heap. Arguments: how many articles,
 * 500,000 unless told; how many of them in a window of eight days, 100,000; threads, 2.
 */
public final class StoryLoad {
    private static final long FIRST_DAY = 20_000;
    private static final double MILLION = 1e6;

    private StoryLoad() {}

    public static void main(String[] arguments) {
        int articles = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 500_000;
        int inWindow = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 100_000;
        int threads = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 2;
        GeneratedNews news = new GeneratedNews(1, FIRST_DAY);
        StoryWindow window = new StoryWindow(PairModel.standard(), threads);
        int aDay = inWindow / (StoryWindow.DAYS + 1);
        long before = usedHeap();
        long full = 0;
        long reading = 0;
        long placing = 0;
        int placed = 0;
        Map<StoryRole, Integer> roles = new EnumMap<>(StoryRole.class);
        for (int day = 0; placed < articles; day++) {
            List<GeneratedNews.Article> today = new ArrayList<>(news.nextDay(Math.min(aDay, articles - placed)));
            long start = System.nanoTime();
            List<StoryText> texts = IntStream.range(0, today.size())
                    .mapToObj(number -> today.get(number).text())
                    .toList();
            long read = System.nanoTime();
            List<Placement> placements = window.place(FIRST_DAY + day, texts);
            placing += System.nanoTime() - read;
            reading += read - start;
            placed += texts.size();
            for (Placement placement : placements) {
                roles.merge(placement.role(), 1, Integer::sum);
            }
            if (day == StoryWindow.DAYS) {
                today.clear();
                texts = List.of();
                placements = List.of();
                full = usedHeap() - before;
            }
        }
        System.out.printf(
                "%d articles, %d a day, %d threads: read by one thread in %.1f s (%.0f/s), placed in %.1f s (%.0f/s)%n",
                placed, aDay, threads, reading / 1e9, placed * 1e9 / reading, placing / 1e9, placed * 1e9 / placing);
        System.out.println(roles);
        System.out.printf(
                "a window of %d articles: %.0f MB of heap, %.1f KB an article%n",
                aDay * (StoryWindow.DAYS + 1), full / MILLION, full / 1e3 / (aDay * (StoryWindow.DAYS + 1.0)));
    }

    private static long usedHeap() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}

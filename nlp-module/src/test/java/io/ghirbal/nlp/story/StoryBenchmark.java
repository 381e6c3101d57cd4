package io.ghirbal.nlp.story;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How fast texts are placed in stories: the counter {@code articles} is texts a second. An operation of {@link #place} places generated
 * texts of 14 days, in families of one to six, in an empty window; one of {@link #read} reads an article for it, on one thread.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 5)
@Measurement(iterations = 5, time = 5)
public class StoryBenchmark {
    private static final int DAYS = 14;
    private static final long FIRST_DAY = 20_000;

    @Param({"20000"})
    public int texts;

    @Param({"1", "2"})
    public int threads;

    private final List<GeneratedNews.Article> articles = new ArrayList<>();
    private final List<List<StoryText>> days = new ArrayList<>();
    private int next;

    @Setup
    public void generate() {
        GeneratedNews news = new GeneratedNews(1, FIRST_DAY);
        for (int day = 0; day < DAYS; day++) {
            List<GeneratedNews.Article> today = news.nextDay(texts / DAYS);
            articles.addAll(today);
            days.add(today.stream().map(GeneratedNews.Article::text).toList());
        }
    }

    /** Texts placed or read, beside the operations. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.OPERATIONS)
    public static class Volume {
        public double articles;
    }

    @Benchmark
    public List<Placement> place(Volume volume) {
        StoryWindow window = new StoryWindow(PairModel.standard(), threads);
        List<Placement> last = List.of();
        for (int day = 0; day < DAYS; day++) {
            last = window.place(FIRST_DAY + day, days.get(day));
            volume.articles += last.size();
        }
        return last;
    }

    @Benchmark
    public ComparableText read(Volume volume) {
        next = next + 1 == articles.size() ? 0 : next + 1;
        volume.articles++;
        return ComparableText.of(articles.get(next).title(), articles.get(next).body());
    }
}

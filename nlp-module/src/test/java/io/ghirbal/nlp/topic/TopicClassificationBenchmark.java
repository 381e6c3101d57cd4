package io.ghirbal.nlp.topic;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How fast topics are given, on one thread: the counter {@code megabytes} is UTF-8 text a second. Texts are the files of the folder in
 * the system property {@code texts}, by default the five seeds; articles of ordinary length are a fairer measure than the seeds, which
 * are long, because only the beginning of a text is read.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class TopicClassificationBenchmark {
    private TopicClassifier classifier = TopicClassifier.standard();
    private List<String> texts = List.of();
    private double megabytes;
    private int next;

    @Setup
    public void readTexts() throws IOException {
        String folder = System.getProperty("texts", "seeds");
        try (Stream<Path> files = Files.list(Path.of(folder))) {
            texts = files.sorted().map(TopicClassificationBenchmark::read).toList();
        }
        for (String text : texts) {
            megabytes += text.getBytes(StandardCharsets.UTF_8).length / 1e6 / texts.size();
        }
    }

    /** UTF-8 text read, beside the articles. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.OPERATIONS)
    public static class Volume {
        public double megabytes;
    }

    @Benchmark
    public Classification classify(Volume volume) {
        next = next + 1 == texts.size() ? 0 : next + 1;
        volume.megabytes += megabytes;
        return classifier.classify(null, texts.get(next));
    }

    @Benchmark
    @BenchmarkMode(Mode.AverageTime)
    @OutputTimeUnit(TimeUnit.MILLISECONDS)
    public TopicClassifier load() {
        return TopicClassifier.standard();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}

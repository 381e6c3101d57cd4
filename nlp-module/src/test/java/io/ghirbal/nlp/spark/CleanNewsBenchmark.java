package io.ghirbal.nlp.spark;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import io.ghirbal.nlp.TextAnalyzer;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What an article costs on Spark, beside the core called in a loop, and Spark that copies the same columns. No test: its name keeps it out of
 * the build, {@code docs/spark.md} says how to call it.
 */
class CleanNewsBenchmark {
    /** Enough for every thread to have several, few enough for each to take a while. */
    private static final int FILES = 8;

    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    @TempDir
    private Path folder;

    private long articles;

    @Test
    void measuresSparkBesideTheCoreAlone() throws IOException {
        String documents = Objects.requireNonNull(System.getProperty("documents"), "-Ddocuments=FOLDER OF JSON LINES");
        String from = folder.resolve("articles").toString();
        List<String> texts;
        try (SparkSession spark = CleanNewsTest.local(2)) {
            spark.read()
                    .json(documents)
                    .where("trim(text) != ''")
                    .select(col("id").cast("string"), col("url"), col("date"), col("text"))
                    .repartition(FILES)
                    .write()
                    .parquet(from);
            texts = spark.read().parquet(from).select("text").collectAsList().stream()
                    .map(row -> row.getString(0))
                    .toList();
        }
        articles = texts.size();
        say(
                "Java %s on %d processors, load %.1f; %,d articles of %,.0f characters",
                Runtime.version(),
                Runtime.getRuntime().availableProcessors(),
                SYSTEM.getSystemLoadAverage(),
                articles,
                texts.stream().mapToInt(String::length).average().orElseThrow());
        measure("core alone, one thread", () -> callCore(texts));
        for (int threads = 1; threads <= 2; threads++) {
            try (SparkSession spark = CleanNewsTest.local(threads)) {
                String to = folder.resolve("local" + threads).toString();
                measure(
                        "Spark, local[%d], copying only".formatted(threads),
                        () -> spark.read()
                                .parquet(from)
                                .select("id", "date", "text")
                                .write()
                                .mode("overwrite")
                                .parquet(to));
                measure(
                        "Spark, local[%d]".formatted(threads),
                        () -> CleanNews.clean(spark.read().parquet(from))
                                .write()
                                .mode("overwrite")
                                .parquet(to));
                List<Row> written = spark.read().parquet(to).select("body").collectAsList();
                assertThat(written).hasSize(texts.size()).noneMatch(row -> row.isNullAt(0));
            }
        }
    }

    private static void callCore(List<String> texts) {
        TextAnalyzer analyzer = TextAnalyzer.standard();
        int topics = 0;
        for (String text : texts) {
            topics += analyzer.analyze(text, null).topics().size();
        }
        assertThat(topics).isPositive();
    }

    /** Takes the second of two turns, the first of which the compiler of the JVM takes part in. */
    private void measure(String what, Runnable work) {
        work.run();
        long start = System.nanoTime();
        long processor = SYSTEM.getProcessCpuTime();
        work.run();
        double used = (SYSTEM.getProcessCpuTime() - processor) / 1e6;
        double seconds = (System.nanoTime() - start) / 1e9;
        say(
                "%-32s %8.1f s %,9.0f articles/s %8.3f ms of a processor each",
                what, seconds, articles / seconds, used / articles);
    }

    private static void say(String format, Object... values) {
        System.out.printf(Locale.ROOT, format + "%n", values);
    }
}

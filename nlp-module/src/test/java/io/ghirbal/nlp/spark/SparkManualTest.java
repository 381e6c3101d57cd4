package io.ghirbal.nlp.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** docs/spark.md, without Spark. */
class SparkManualTest {
    @Test
    void showsTheExampleAsItIs() throws IOException {
        List<String> source = lines(Path.of("src/test/java/io/ghirbal/nlp/spark/CleanNews.java"));
        List<String> manual = lines(Path.of("../docs/spark.md"));
        int start = manual.indexOf("```java");
        List<String> told = manual.subList(
                start + 1, start + manual.subList(start, manual.size()).indexOf("```"));

        assertThat(told).hasSizeGreaterThan(20);
        assertThat(source)
                .containsSubsequence(
                        told.stream().filter(line -> !line.equals("// …")).toList());
    }

    private static List<String> lines(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }
}

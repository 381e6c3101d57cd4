package io.ghirbal.nlp.step;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.batch.infrastructure.item.ExecutionContext;

class AnalysisRangesTest {
    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2_500, 2_501, 50_000, 777_777, 1_000_000_000})
    void putsEveryIdIntoExactlyOneRange(long articles) {
        Map<String, ExecutionContext> ranges = AnalysisRanges.cut(articles);
        Random random = new Random(7);
        for (String id : Arrays.asList("0".repeat(64), "f".repeat(64), "8" + "0".repeat(63), "7" + "f".repeat(63))) {
            assertThat(holding(ranges, id)).as(id).isEqualTo(1);
        }
        for (int i = 0; i < 100; i++) {
            String id = "%016x".formatted(random.nextLong()).repeat(4);
            assertThat(holding(ranges, id)).as(id).isEqualTo(1);
        }
    }

    private static long holding(Map<String, ExecutionContext> ranges, String id) {
        return ranges.values().stream()
                .filter(range -> id.compareTo(range.getString(AnalysisRanges.FROM)) > 0
                        && id.compareTo(range.getString(AnalysisRanges.TO)) < 0)
                .count();
    }

    @Test
    void makesOneRangeOfFewArticlesAndNoMoreRangesThanTheJobRepositoryCanBear() {
        assertThat(AnalysisRanges.cut(0)).containsOnlyKeys("0-g");
        assertThat(AnalysisRanges.cut(2_500)).hasSize(1);
        assertThat(AnalysisRanges.cut(2_501)).containsOnlyKeys("0-8000", "8000-g");
        assertThat(AnalysisRanges.cut(1_000_000_000)).hasSize(4096);
    }

    @Test
    void makesRangesOfNearlyTheSameSize() {
        TreeMap<Integer, String> sizes = new TreeMap<>();
        AnalysisRanges.cut(777_777).forEach((name, range) -> {
            String from = range.getString(AnalysisRanges.FROM);
            String to = range.getString(AnalysisRanges.TO);
            int first = from.isEmpty() ? 0 : Integer.parseInt(from, 16);
            sizes.put((to.equals("g") ? 0x10000 : Integer.parseInt(to, 16)) - first, name);
        });
        assertThat(sizes.lastKey() - sizes.firstKey()).isLessThanOrEqualTo(1);
    }
}

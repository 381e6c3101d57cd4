package io.ghirbal.nlp.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class KeyTableTest {
    @Test
    void numbersKeysLikeAMapAlsoWhenItGrows() {
        KeyTable table = new KeyTable(4);
        Map<Long, Integer> expected = new LinkedHashMap<>();
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < 20_000; i++) {
            long key = random.nextInt(4) == 0 ? random.nextInt(100) : random.nextLong();
            int number = expected.computeIfAbsent(key, k -> expected.size());
            assertThat(table.add(key)).isEqualTo(number);
        }
        expected.forEach((key, number) -> assertThat(table.find(key)).isEqualTo(number));
        assertThat(table.size()).isEqualTo(expected.size());
    }

    @Test
    void doesNotFindWhatWasNotAdded() {
        KeyTable table = new KeyTable(4);
        assertThat(table.find(0)).isEqualTo(KeyTable.ABSENT);
        table.add(0);
        assertThat(table.find(0)).isZero();
        assertThat(table.find(1)).isEqualTo(KeyTable.ABSENT);
    }
}

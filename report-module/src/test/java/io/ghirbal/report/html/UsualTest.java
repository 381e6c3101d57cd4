package io.ghirbal.report.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class UsualTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 28);

    @Test
    void comparesWithTheSameWeekdays() {
        Map<LocalDate, Long> counts = new HashMap<>();
        for (int back = 1; back <= 28; back++) {
            counts.put(DAY.minusDays(back), back % 7 == 0 ? 20L : 200L);
        }

        Usual usual = Objects.requireNonNull(Usual.of(DAY, counts, counts));

        assertThat(usual.mean()).isEqualTo(20);
        assertThat(usual.isFarAbove(60)).isTrue();
        assertThat(usual.isFarAbove(25)).isFalse();
    }

    @Test
    void comparesWithTheDaysBeforeWhereThereAreNotThreeWeeks() {
        Map<LocalDate, Long> counts = Map.of(DAY.minusDays(1), 8L, DAY.minusDays(2), 10L, DAY.minusDays(3), 12L);

        Usual usual = Objects.requireNonNull(Usual.of(DAY, counts, counts));

        assertThat(usual.mean()).isCloseTo(10, within(1e-9));
        assertThat(usual.days()).isEqualTo(3);
    }

    @Test
    void knowsNothingUsualOfLessThanThreeDays() {
        Map<LocalDate, Long> counts = Map.of(DAY.minusDays(1), 8L, DAY.minusDays(2), 10L);

        assertThat(Usual.of(DAY, counts, counts)).isNull();
    }

    @Test
    void takesSmallNumbersForNoProof() {
        Map<LocalDate, Long> known = new HashMap<>();
        for (int back = 1; back <= 14; back++) {
            known.put(DAY.minusDays(back), 30L);
        }
        Usual rare = Objects.requireNonNull(Usual.of(DAY, Map.of(DAY.minusDays(3), 1L), known));

        assertThat(rare.isFarAbove(2)).isFalse();
        assertThat(rare.isFarBelow(0)).isFalse();
    }

    @Test
    void missesAnOutletThatIsSilent() {
        Map<LocalDate, Long> counts = new HashMap<>();
        for (int back = 1; back <= 28; back++) {
            counts.put(DAY.minusDays(back), 5L);
        }

        Usual usual = Objects.requireNonNull(Usual.of(DAY, counts, counts));

        assertThat(usual.isFarBelow(0)).isTrue();
        assertThat(usual.isFarBelow(4)).isFalse();
    }
}

package io.ghirbal.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import io.ghirbal.report.html.Timeline.Period;
import io.ghirbal.report.html.Timeline.Unit;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TimelineTest {
    private static final LocalDate DAY = LocalDate.of(2023, 12, 30);

    @Test
    void fillsTheDaysBetweenWithNoArticles() {
        assertThat(Timeline.of(Map.of(DAY, 2L, DAY.plusDays(2), 1L), 4))
                .isEqualTo(new Timeline(
                        Unit.DAY,
                        List.of(
                                new Period("2023-12-30", LocalDate.of(2023, 12, 30), 2),
                                new Period("2023-12-31", LocalDate.of(2023, 12, 31), 0),
                                new Period("2024-01-01", LocalDate.of(2024, 1, 1), 1)),
                        4));
    }

    @Test
    void addsUpMonthsAndYearsWhenThereAreManyDays() {
        assertThat(Timeline.of(Map.of(DAY, 2L, DAY.plusDays(1), 3L, DAY.plusDays(100), 1L), 0)
                        .periods())
                .containsExactly(
                        new Period("2023-12", LocalDate.of(2023, 12, 1), 5),
                        new Period("2024-01", LocalDate.of(2024, 1, 1), 0),
                        new Period("2024-02", LocalDate.of(2024, 2, 1), 0),
                        new Period("2024-03", LocalDate.of(2024, 3, 1), 0),
                        new Period("2024-04", LocalDate.of(2024, 4, 1), 1));
        assertThat(Timeline.of(Map.of(DAY, 2L, DAY.plusYears(10), 1L), 0).periods())
                .hasSize(11)
                .startsWith(new Period("2023", LocalDate.of(2023, 1, 1), 2))
                .endsWith(new Period("2033", LocalDate.of(2033, 1, 1), 1));
    }

    @Test
    void leavesEmptyYearsOutWhenADayIsFarOff() {
        assertThat(Timeline.of(Map.of(DAY, 2L, LocalDate.of(1, 1, 1), 1L), 0).periods())
                .containsExactly(
                        new Period("0001", LocalDate.of(1, 1, 1), 1), new Period("2023", LocalDate.of(2023, 1, 1), 2));
    }

    @Test
    void placesOtherFiguresUnderItsPeriods() {
        Timeline months = Timeline.of(Map.of(DAY, 2L, DAY.plusDays(100), 1L), 0);

        assertThat(months.placed(Map.of(DAY.minusDays(3), 5L, DAY, 1L, DAY.plusDays(40), 7L, DAY.plusYears(5), 9L)))
                .containsExactly(6L, 0L, 7L, 0L, 0L);
    }

    @Test
    void isEmptyWithoutDays() {
        assertThat(Timeline.of(Map.of(), 3)).isEqualTo(new Timeline(Unit.DAY, List.of(), 3));
    }
}

package io.ghirbal.report.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScheduleTest {
    private static final Instant NOON = Instant.parse("2026-03-10T12:00:00Z");

    @Test
    void readsFiveFieldsAsACrontabDoes() {
        assertThat(Schedule.of("15 5 * * *", "UTC").next(NOON)).contains(Instant.parse("2026-03-11T05:15:00Z"));
        assertThat(Schedule.of("*/20 * * * *", "UTC").next(NOON)).contains(Instant.parse("2026-03-10T12:20:00Z"));
        assertThat(Schedule.of("0 6 * * SUN", "UTC").next(NOON)).contains(Instant.parse("2026-03-15T06:00:00Z"));
    }

    @Test
    void readsSixFieldsWithTheSecondsFirstAndMacros() {
        assertThat(Schedule.of("*/10 * * * * *", "UTC").next(NOON)).contains(Instant.parse("2026-03-10T12:00:10Z"));
        assertThat(Schedule.of("@daily", "UTC").next(NOON)).contains(Instant.parse("2026-03-11T00:00:00Z"));
    }

    @Test
    void countsTheHoursOfItsZone() {
        assertThat(Schedule.of("15 5 * * *", "Asia/Dubai").next(NOON)).contains(Instant.parse("2026-03-11T01:15:00Z"));
    }

    /** In Berlin 2:00 to 3:00 does not exist on 29 March 2026. */
    @Test
    void leavesOutNoDayWhenSummerTimeBegins() {
        Schedule schedule = Schedule.of("30 2 * * *", "Europe/Berlin");
        Instant at = Instant.parse("2026-03-28T00:00:00Z");
        at = schedule.next(at).orElseThrow();
        assertThat(at).isEqualTo(Instant.parse("2026-03-28T01:30:00Z"));
        at = schedule.next(at).orElseThrow();
        assertThat(at).isEqualTo(Instant.parse("2026-03-29T01:30:00Z"));
        at = schedule.next(at).orElseThrow();
        assertThat(at).isEqualTo(Instant.parse("2026-03-30T00:30:00Z"));
    }

    @Test
    void runsEveryHourThroughChangesOfSummerTime() {
        Schedule schedule = Schedule.of("0 * * * *", "Europe/Berlin");
        for (String day : List.of("2026-03-28T22:00:00Z", "2026-10-24T22:00:00Z")) {
            Instant at = Instant.parse(day);
            for (int hour = 0; hour < 6; hour++) {
                Instant next = schedule.next(at).orElseThrow();
                assertThat(next).isEqualTo(at.plusSeconds(3600));
                at = next;
            }
        }
    }

    @Test
    void hasNoTimeLeftWhenTheDayNeverComes() {
        assertThat(Schedule.of("0 0 30 2 *", "UTC").next(NOON)).isEmpty();
    }

    @Test
    void saysWhatItCannotReadAndWhatItCan() {
        assertThatThrownBy(() -> Schedule.of("every morning", "UTC"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'every morning'")
                .hasMessageContaining("15 5 * * *");
        assertThatThrownBy(() -> Schedule.of("61 * * * *", "UTC")).hasMessageContaining("'61 * * * *'");
        assertThatThrownBy(() -> Schedule.of("@daily", "Mars/Olympus"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'Mars/Olympus'")
                .hasMessageContaining("Asia/Dubai");
    }
}

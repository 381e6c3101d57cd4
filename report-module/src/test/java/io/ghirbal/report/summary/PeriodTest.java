package io.ghirbal.report.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodTest {
    @ParameterizedTest
    @CsvSource({
        "2026-01-05..2026-02-01, 2026-01-05, 2026-02-01",
        "2026-01-15, 2026-01-15, 2026-01-15",
        "2024-02, 2024-02-01, 2024-02-29",
        "2026, 2026-01-01, 2026-12-31"
    })
    void readsDaysMonthsAndYears(String text, LocalDate from, LocalDate to) {
        assertThat(Period.parse(text)).isEqualTo(new Period(from, to));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "last week", "2026-1", "2026-01-01..", "2026-01-01 .. 2026-01-02", "٢٠٢٦"})
    void saysWhatItUnderstandsWhenItDoesNot(String text) {
        assertThatThrownBy(() -> Period.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is no period; write 2026-01-01..2026-01-31, 2026-01-15, 2026-01 or 2026");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-02-30", "2026-13", "2026-01-01..2026-06-31"})
    void refusesDaysOfNoCalendar(String text) {
        assertThatThrownBy(() -> Period.parse(text)).hasMessageContaining("in no calendar");
    }

    @Test
    void refusesToEndBeforeItBegins() {
        assertThatThrownBy(() -> Period.parse("2026-01-02..2026-01-01")).hasMessage("2026-01-02 is after 2026-01-01");
    }

    @Test
    void isPrecededByAsManyDays() {
        assertThat(Period.parse("2026-03-01..2026-03-07").previous()).isEqualTo(Period.parse("2026-02-22..2026-02-28"));
        assertThat(Period.parse("2026-03-01").previous()).isEqualTo(Period.parse("2026-02-28"));
    }
}

package io.ghirbal.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DirectionTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "خبر عاجل",
                "CNN بالعربية: خبر",
                "تابعونا على Facebook و Instagram و YouTube",
                "٢٠٢٤/٣/٥",
                "2024",
                "",
                "— *** —",
                "חדשות"
            })
    void runsFromRightToLeft(String line) {
        assertThat(Direction.of(line)).isEqualTo("rtl");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Breaking news", "The word سلام means peace", "Rabab", "1. English first"})
    void runsFromLeftToRight(String line) {
        assertThat(Direction.of(line)).isEqualTo("ltr");
    }
}

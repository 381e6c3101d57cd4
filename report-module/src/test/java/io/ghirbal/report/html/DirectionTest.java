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

    // The first line of each list holds what the language detector of the program answers.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "ar",
                "fa",
                "ur",
                "ckb",
                "ps",
                "he",
                "iw",
                "yi",
                "sd",
                "ug",
                "dv",
                "syr",
                "nqo",
                "ar-EG",
                "fa-AF",
                "arz",
                "ku-Arab",
                "uz-Arab",
                "pa-Arab-PK",
                "und-Hebr"
            })
    void languageIsWrittenFromRightToLeft(String language) {
        assertThat(Direction.isRightToLeft(language)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "en",
                "fr",
                "es",
                "de",
                "it",
                "tr",
                "ru",
                "und",
                "ku",
                "uz",
                "az",
                "zh",
                "el",
                "am",
                "en-SA",
                "ar-Latn",
                "ks-Deva",
                "he-Latn-IL",
                "",
                "no tag"
            })
    void languageIsWrittenFromLeftToRight(String language) {
        assertThat(Direction.isRightToLeft(language)).isFalse();
    }
}

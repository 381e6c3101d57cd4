package io.ghirbal.nlp.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberWordsTest {
    @ParameterizedTest
    @CsvSource({
        "3, ثلاثة",
        "3, ثلاث",
        "30, ثلاثون",
        "30, ثلاثين",
        "5, خمسة",
        "50, خمسين",
        "7, سبع",
        "7, وسبعة",
        "70, سبعون",
        "70, بسبعين",
        "8, ثمانية",
        "80, ثمانين",
        "10, عشرة",
        "20, عشرون",
        "100, مائة",
        "100, مئة",
        "200, مئتين"
    })
    void readsAWordAsItsDigits(String digits, String word) {
        assertThat(valueOf(word)).isEqualTo(StoryWords.key(digits));
    }

    @ParameterizedTest
    @ValueSource(strings = {"واحد", "سبت", "خميس", "معشر", "المدينة", "7"})
    void takesNoOtherWordForANumber(String word) {
        assertThat(valueOf(word)).isZero();
    }

    private static long valueOf(String word) {
        StoryWords scanner = new StoryWords(word, word.length());
        assertThat(scanner.next()).isTrue();
        return NumberWords.standard().digitsOf(scanner.bareWord());
    }
}

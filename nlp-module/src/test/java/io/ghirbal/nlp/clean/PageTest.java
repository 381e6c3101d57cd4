package io.ghirbal.nlp.clean;

import static org.assertj.core.api.Assertions.assertThat;

import io.ghirbal.nlp.text.TextLines;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageTest {
    private static final Vocabulary VOCABULARY = Vocabulary.standard();

    @ParameterizedTest
    @CsvSource({
        "البرتغال, البرتغاليون",
        "البرتغال, والبرتغالية",
        "زلزال, بالزلزال",
        "جزيرة, الجزيرة",
        "مهرجان, ومهرجانات",
        "إيران, الإيرانيين",
        "فلسطين, والفلسطينية",
        "روسيا, الروسية",
        "ﻻجئون, لاجئون"
    })
    void countsFormsOfAWordAsOne(String one, String other) {
        assertThat(key(one, other)).isEqualTo(key(one, one));
    }

    @ParameterizedTest
    @CsvSource({"تلميذ, تلاميذهم", "جزيرة, جزار", "مهرجان, مهندس"})
    void keepsOtherWordsApart(String one, String other) {
        assertThat(key(one, other)).isNotEqualTo(key(one, one));
    }

    @Test
    void countsNoWordsThatAllNewsHas() {
        assertThat(key("زلزال", "وقال")).isZero();
        assertThat(key("زلزال", "من")).isZero();
        assertThat(key("زلزال", "2024")).isZero();
    }

    /** The number of {@code word} on a page on which {@code first} is the first word and has the first number. */
    private static int key(String first, String word) {
        Page page = Page.of(TextLines.of(first + ' ' + word), VOCABULARY);
        return page.wordKey[1];
    }
}

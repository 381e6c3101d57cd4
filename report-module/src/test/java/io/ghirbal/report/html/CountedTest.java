package io.ghirbal.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CountedTest {
    private final Labels labels = Labels.load();

    @Test
    void putsNumbersBeforeArabicNounsAsTheGrammarHasThem() {
        assertThat(List.of(0L, 1L, 2L, 3L, 10L, 11L, 99L, 100L, 101L, 102L, 103L, 111L, 1_000L, 1_003L))
                .extracting(number -> arabic("noun.publication", number))
                .containsExactly(
                        "لا منشورات",
                        "منشور واحد",
                        "منشوران",
                        "3 منشورات",
                        "10 منشورات",
                        "11 منشورا",
                        "99 منشورا",
                        "100 منشور",
                        "101 منشور",
                        "102 منشور",
                        "103 منشورات",
                        "111 منشورا",
                        "1,000 منشور",
                        "1,003 منشورات");
    }

    @Test
    void hasEveryFormOfEveryNounInBothLanguages() {
        for (String noun : List.of("publication", "outlet", "outlet.in", "story", "copy")) {
            for (long number : new long[] {0, 1, 2, 3, 11, 100}) {
                Label counted = Counted.of(labels, "noun." + noun, number);
                assertThat(counted.ar()).isNotBlank();
                assertThat(counted.en()).startsWith(Long.toString(number));
            }
        }
    }

    @Test
    void hasOneFormForOneInEnglishAndAnotherForTheRest() {
        assertThat(List.of(0L, 1L, 2L, 1_000L))
                .extracting(number -> Counted.of(labels, "noun.story", number).en())
                .containsExactly("0 stories", "1 story", "2 stories", "1,000 stories");
    }

    /** Without the marks that keep a number apart from the letters around it. */
    private String arabic(String noun, long number) {
        return Counted.of(labels, noun, number).ar().replaceAll("[\u2068\u2069]", "");
    }
}

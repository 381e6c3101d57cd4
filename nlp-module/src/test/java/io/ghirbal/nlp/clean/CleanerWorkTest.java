package io.ghirbal.nlp.clean;

import static org.assertj.core.api.Assertions.assertThat;

import io.ghirbal.nlp.text.TextLines;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Twice the text takes no more than about twice the work, counted and not timed, for text that means harm too. */
class CleanerWorkTest {
    private static final BoilerplateCleaner CLEANER = BoilerplateCleaner.standard();
    private static final Vocabulary VOCABULARY = Vocabulary.standard();

    static Stream<Arguments> texts() {
        return Stream.of(
                text("one long line of words", n -> "كلمة عربية طويلة ".repeat(n)),
                text("one line without a space", n -> "ا".repeat(17 * n)),
                text("one line of marks that do not print", n -> "\u200f\u0640\u064b".repeat(6 * n)),
                text("one line of signs", n -> "..://@#-|".repeat(2 * n)),
                text("one line of numbers", n -> "2023-12-09 ".repeat(n)),
                text("markers in a row on one line", n -> "اقرأ أيضا ".repeat(n)),
                text("beginnings of long markers", n -> "لن يتم نشر عنوان ".repeat(n)),
                text("a marker and many numbers", n -> "المصدر " + "7 ".repeat(n)),
                text("a marker and many spaces", n -> "المصدر" + " ".repeat(n) + ": رويترز"),
                text("columns", n -> "عمود\t\t\tالجمعة 9 مايو 2014 10:10\t\t\t".repeat(n / 4)),
                text("markers in a row on lines", n -> "اقرأ أيضا\n".repeat(n)),
                text("one line many times", n -> "عنوان خبر آخر يتكرر بلا نهاية\n".repeat(n / 4)),
                text("empty lines", n -> "\n".repeat(n)),
                text(
                        "paragraphs",
                        n -> "قال الوزير إن المشروع سيبدأ العام المقبل وسيوفر آلاف الوظائف في المدينة.\n"
                                .repeat(n / 4)),
                text("e-mail addresses", n -> "نهاية الفقرة. a@b.c ".repeat(n / 2)));
    }

    private static Arguments text(String name, IntFunction<String> text) {
        return Arguments.of(name, text);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("texts")
    void growsAsTheTextGrows(String name, IntFunction<String> text) {
        long small = work(text.apply(4_000));
        long large = work(text.apply(8_000));

        assertThat(small)
                .as("%s: work that is not counted cannot be held down", name)
                .isGreaterThanOrEqualTo(4_000);
        assertThat(large).as("%s: %d, then %d", name, small, large).isLessThanOrEqualTo(small * 22 / 10);
    }

    @Test
    void readsALineOfTenMegabytes() {
        String text = "جملة من عشر كلمات تتكرر حتى يبلغ السطر حجمه المطلوب. ".repeat(200_000);

        assertThat(text.length()).isGreaterThan(10_000_000);
        assertThat(CLEANER.clean(text).removed().all()).isEmpty();
    }

    @Test
    void readsAMillionLines() {
        CleanedArticle cleaned = CLEANER.clean("سطر\n".repeat(1_000_000));

        assertThat(cleaned.removed().lines() + cleaned.body().lines().count()).isEqualTo(1_000_000);
    }

    @Test
    void readsAHundredThousandMarkersInARow() {
        assertThat(CLEANER.clean("اقرأ أيضا ".repeat(100_000)).body()).hasSizeLessThan(1_000_000);
        assertThat(CLEANER.clean("اقرأ أيضا\n".repeat(100_000)).removed().lines())
                .isEqualTo(100_000);
    }

    private static long work(String text) {
        return Evidence.of(TextLines.of(text), "عنوان قصير للنص كله", VOCABULARY)
                .page()
                .work;
    }
}

package io.ghirbal.nlp.clean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.ghirbal.nlp.clean.training.LabelledDocument;
import io.ghirbal.nlp.template.OutletTemplate;
import io.ghirbal.nlp.text.TextLines;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a source knows of the lines is evidence; where it knows nothing, nothing changes. */
class LineHintsTest {
    private static final BoilerplateCleaner CLEANER = BoilerplateCleaner.standard();
    private static final String FIRST =
            "أعلنت وزارة التربية أن العام الدراسي الجديد سيبدأ يوم الأحد المقبل في جميع المدارس الحكومية والخاصة.";
    private static final String SECOND =
            "وأوضح الوزير في مؤتمر صحفي أن الكتب وصلت إلى المدارس كلها وأن المعلمين تسلموا جداولهم.";
    private static final String PAGE = String.join(
            "\n",
            "الفيضانات تغمر قرى جديدة في الجنوب",
            "بدء العام الدراسي يوم الأحد",
            FIRST,
            "خلفية القرار",
            SECOND,
            "انتخابات مبكرة في الأفق");

    @Test
    void removesWhatTheSourceShowsOutsideTheArticleWithAReasonThatSaysSo() {
        CleanedArticle cleaned = clean(PAGE, "NHBHBA");

        assertThat(cleaned.body()).isEqualTo(String.join("\n", FIRST, "خلفية القرار", SECOND));
        assertThat(cleaned.removed().all())
                .extracting(RemovedBlock::first, RemovedBlock::kind, RemovedBlock::reason)
                .containsExactly(
                        tuple(1, BoilerplateKind.NAVIGATION, "stands in a menu or a bar of the page"),
                        tuple(6, BoilerplateKind.RELATED_LINKS, "stands beside the article, not in it"));
    }

    @Test
    void namesEachPlaceThatALineCanStandIn() {
        for (LineHint hint : LineHint.values()) {
            List<RemovedBlock> removed =
                    clean(PAGE, "-HBHB" + hint.letter()).removed().all();

            if (hint.removes()) {
                assertThat(removed).extracting(RemovedBlock::reason).contains(hint.reason());
            } else {
                assertThat(removed).extracting(RemovedBlock::last).doesNotContain(6);
            }
        }
    }

    @Test
    void keepsAParagraphOfTheArticleWhateverItsForm() {
        String text = FIRST + "\nسياسة\n" + SECOND + "\nمحمد علي حسن";

        assertThat(clean(text, "BBBB").body()).isEqualTo(text);
    }

    @Test
    void stillRemovesWhatAParagraphOfTheArticleSaysByAPhrase() {
        String link = "اقرأ أيضا: انتخابات مبكرة في الأفق";

        assertThat(clean(FIRST + "\n" + link + "\n" + SECOND, "BBB").body()).isEqualTo(FIRST + "\n" + SECOND);
    }

    @Test
    void overlooksHintsThatAreNotThoseOfTheTextOrLeaveNothing() {
        CleanedArticle without = CLEANER.clean(PAGE, null);

        for (String letters : new String[] {"", "N", "NNNNNNN", "NNNNNN", "------", "??????", "xyzxyz"}) {
            assertThat(clean(PAGE, letters).removed().all())
                    .as(letters)
                    .isEqualTo(without.removed().all());
        }
    }

    @Test
    void changesNothingOfAnyPageOfWhichNothingIsKnown() throws IOException {
        for (LabelledDocument page :
                LabelledDocument.read(Path.of("src/test/resources/io/ghirbal/nlp/clean/pages.jsonl"))) {
            LineHints unknown =
                    LineHints.of("-".repeat(TextLines.of(page.text()).count()));

            assertThat(CLEANER.clean(page.text(), page.title(), OutletTemplate.NONE, unknown)
                            .removed()
                            .all())
                    .isEqualTo(
                            CLEANER.clean(page.text(), page.title()).removed().all());
        }
    }

    private static CleanedArticle clean(String text, String letters) {
        return CLEANER.clean(text, null, OutletTemplate.NONE, LineHints.of(letters));
    }
}

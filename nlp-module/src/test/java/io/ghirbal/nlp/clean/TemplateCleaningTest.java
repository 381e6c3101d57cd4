package io.ghirbal.nlp.clean;

import static org.assertj.core.api.Assertions.assertThat;

import io.ghirbal.nlp.template.OutletTemplate;
import io.ghirbal.nlp.template.TemplateEntry;
import io.ghirbal.nlp.template.TemplateForm;
import java.util.List;
import org.junit.jupiter.api.Test;

class TemplateCleaningTest {
    private static final BoilerplateCleaner CLEANER = BoilerplateCleaner.standard();
    private static final String FIRST =
            "افتتحت بلدية المدينة صباح أمس حديقة جديدة على ضفة النهر بعد أعمال استمرت عامين كاملين.";
    private static final String SECOND =
            "وقال رئيس البلدية إن الحديقة تتسع لخمسة آلاف زائر وإن الدخول إليها مجاني طوال العام.";

    private static OutletTemplate template(TemplateForm form, String text) {
        TemplateEntry given = TemplateEntry.given(form, text);
        return OutletTemplate.of(List.of(new TemplateEntry(form, given.text(), given.example(), 30, 200)));
    }

    private static CleanedArticle clean(String text, OutletTemplate template) {
        return CLEANER.clean(text, "افتتاح حديقة جديدة على ضفة النهر", template);
    }

    @Test
    void removesALineThatTheOutletRepeatsAndSaysSo() {
        String text = FIRST + "\n" + SECOND + "\nنسيج المدينة والناس";

        assertThat(clean(text, OutletTemplate.NONE).removed().all()).isEmpty();
        assertThat(clean(text, template(TemplateForm.LINE, "نسيج المدينة والناس"))
                        .removed()
                        .all())
                .singleElement()
                .satisfies(block -> {
                    assertThat(block.first()).isEqualTo(3);
                    assertThat(block.kind()).isEqualTo(BoilerplateKind.OTHER);
                    assertThat(block.reason()).isEqualTo("a line of the page, in 30 of 200 articles of this outlet");
                });
    }

    @Test
    void removesAShortLineWithTheCreditOfTheOutlet() {
        String text = "نوال الصغير – نسيج المدينة\n" + FIRST + "\n" + SECOND;

        assertThat(clean(text, template(TemplateForm.CREDIT, "نسيج المدينة"))
                        .removed()
                        .all())
                .singleElement()
                .satisfies(block -> {
                    assertThat(block.first()).isEqualTo(1);
                    assertThat(block.kind()).isEqualTo(BoilerplateKind.BYLINE);
                    assertThat(block.reason())
                            .isEqualTo("ends with \"نسيج المدينة\", in 30 of 200 articles of this outlet");
                });
    }

    @Test
    void keepsASentenceThatEndsLikeTheCredit() {
        String text = FIRST + "\nوأشار إلى أن المشروع جزء من خطة أوسع لتحسين الضفة – نسيج المدينة\n" + SECOND;

        assertThat(clean(text, template(TemplateForm.CREDIT, "نسيج المدينة"))
                        .removed()
                        .all())
                .isEmpty();
    }

    @Test
    void keepsTheHeadline() {
        String text = "افتتاح حديقة جديدة على ضفة النهر\n" + FIRST + "\n" + SECOND;

        assertThat(clean(text, template(TemplateForm.LINE, "افتتاح حديقة جديدة على ضفة النهر"))
                        .removed()
                        .all())
                .isEmpty();
    }

    @Test
    void keepsWhatWouldBeTheLastOfTheText() {
        String text = "نسيج المدينة والناس";

        assertThat(CLEANER.clean(text, null, template(TemplateForm.LINE, text))
                        .removed()
                        .all())
                .isEmpty();
    }

    @Test
    void removesTheHeadlineOfAnotherArticleBehindTheText() {
        String text = FIRST + "\n" + SECOND + "\nمهرجان القراءة يعود إلى الساحة الكبرى";
        OutletTemplate template = template(TemplateForm.HEADLINE, "مهرجان القراءة يعود إلى الساحة الكبرى");

        assertThat(clean(text, template).removed().all()).singleElement().satisfies(block -> {
            assertThat(block.kind()).isEqualTo(BoilerplateKind.RELATED_LINKS);
            assertThat(block.reason()).isEqualTo("the headline of another article of this outlet");
        });
    }

    @Test
    void keepsItAboveItsReportInADigest() {
        String text = FIRST + "\nمهرجان القراءة يعود إلى الساحة الكبرى\n" + SECOND;
        OutletTemplate template = template(TemplateForm.HEADLINE, "مهرجان القراءة يعود إلى الساحة الكبرى");

        assertThat(clean(text, template).removed().all()).isEmpty();
    }

    @Test
    void removesTheHeadlinesUnderAHeadingThatOnlyTheOutletHas() {
        String text = FIRST + "\n" + SECOND
                + "\nمن خزانة النسيج\nمهرجان القراءة يعود إلى الساحة الكبرى\nسوق الصيادين يستعد لموسم الشتاء";

        assertThat(clean(text, template(TemplateForm.LINE, "من خزانة النسيج")).body())
                .isEqualTo(FIRST + "\n" + SECOND);
    }
}

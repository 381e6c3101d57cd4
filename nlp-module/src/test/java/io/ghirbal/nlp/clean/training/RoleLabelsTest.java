package io.ghirbal.nlp.clean.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.ghirbal.nlp.clean.BoilerplateKind;
import io.ghirbal.nlp.clean.ObservedPage;
import io.ghirbal.nlp.clean.Role;
import io.ghirbal.nlp.clean.States;
import io.ghirbal.nlp.clean.Vocabulary;
import io.ghirbal.nlp.clean.training.SmallCorpus.Sheet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RoleLabelsTest {
    private static final Vocabulary VOCABULARY = Vocabulary.standard();
    private static final String TITLE = "سباق القوارب يعود إلى ميناء النورس";
    private static final String FIRST =
            "يعود سباق القوارب إلى ميناء النورس بعد توقف دام ثلاث سنوات بسبب أعمال توسعة الرصيف.";
    private static final String SECOND =
            "وقال المنظمون إن ستين قاربا ستشارك هذا العام، وإن الجمهور يستطيع المشاهدة من الرصيف الغربي.";

    @Test
    void takesTheFirstLineThatStaysForTheTitleWhenItSaysTheHeadline() {
        assertThat(roles(new Sheet().keep(TITLE).keep(FIRST).keep(SECOND)))
                .containsExactly(Set.of(Role.TITLE), Set.of(Role.BODY, Role.RESUMED), Set.of(Role.BODY, Role.RESUMED));
        assertThat(roles(new Sheet().keep(FIRST).keep(TITLE).keep(SECOND))).doesNotContain(Set.of(Role.TITLE));
    }

    @Test
    void tellsTheHeadingOfABlockOfLinksFromTheLinksUnderIt() {
        assertThat(roles(new Sheet()
                        .keep(TITLE)
                        .keep(FIRST)
                        .add("اقرأ أيضا", BoilerplateKind.RELATED_LINKS)
                        .add("مهرجان السمك يبدأ في الأسبوع المقبل", BoilerplateKind.RELATED_LINKS)
                        .add("بلدية الساحل تزرع ألف شجرة", BoilerplateKind.RELATED_LINKS)
                        .keep(SECOND)))
                .startsWith(Set.of(Role.TITLE), Set.of(Role.BODY, Role.RESUMED))
                .containsSubsequence(List.of(Set.of(Role.LINKS_HEADING), Set.of(Role.LINK), Set.of(Role.LINK)));
    }

    @Test
    void takesALinkThatStandsAloneForAnInlineLink() {
        assertThat(roles(new Sheet()
                        .keep(TITLE)
                        .keep(FIRST)
                        .add("مهرجان السمك يبدأ في الأسبوع المقبل", BoilerplateKind.RELATED_LINKS)
                        .keep(SECOND)
                        .add("اقرأ أيضا: بلدية الساحل تزرع ألف شجرة", BoilerplateKind.RELATED_LINKS)))
                .containsExactly(
                        Set.of(Role.TITLE),
                        Set.of(Role.BODY, Role.RESUMED),
                        Set.of(Role.INLINE_LINK),
                        Set.of(Role.BODY, Role.RESUMED),
                        Set.of(Role.INLINE_LINK));
    }

    @Test
    void countsTheParagraphsOfASecondArticleAcrossWhatInterruptsIt() {
        assertThat(roles(new Sheet()
                        .keep(FIRST)
                        .add("بلدية الساحل تزرع ألف شجرة", BoilerplateKind.RELATED_ARTICLE)
                        .add("تابعونا على تويتر", BoilerplateKind.PROMO)
                        .add("زرعت بلدية الساحل ألف شجرة على جانبي الطريق الجديد.", BoilerplateKind.RELATED_ARTICLE)
                        .add("وسقى تلاميذ المدارس الأشجار في يومها الأول.", BoilerplateKind.RELATED_ARTICLE)
                        .add("وينتظر أن تكبر خلال عامين.", BoilerplateKind.RELATED_ARTICLE)))
                .containsExactly(
                        Set.of(Role.BODY, Role.RESUMED),
                        Set.of(Role.OTHER_TITLE),
                        Set.of(Role.PROMO),
                        Set.of(Role.OTHER_LEAD),
                        Set.of(Role.OTHER_BODY),
                        Set.of(Role.OTHER_BODY));
    }

    @Test
    void keepsTheFirstOfTwoCopiesWhicheverTheLabelsKeep() {
        assertThat(roles(new Sheet()
                        .add(FIRST, BoilerplateKind.DUPLICATE)
                        .keep(SECOND)
                        .keep(FIRST)))
                .containsExactly(
                        Set.of(Role.BODY, Role.RESUMED), Set.of(Role.BODY, Role.RESUMED), Set.of(Role.DUPLICATE));
    }

    @Test
    void leavesOpenWhetherAComposedArticleRepeatsItself() {
        LabelledDocument document =
                new Sheet().keep(FIRST).keep(SECOND).keep(FIRST).document("a", "", TITLE);

        assertThat(roles(document, true))
                .containsExactly(
                        Set.of(Role.BODY, Role.RESUMED),
                        Set.of(Role.BODY, Role.RESUMED),
                        Set.of(Role.BODY, Role.RESUMED, Role.DUPLICATE));
        assertThat(roles(document, false)).containsOnly(Set.of(Role.BODY, Role.RESUMED));
    }

    @Test
    void allowsTheStatesOfTheRolesAndNoOthers() {
        LabelledDocument document = new Sheet()
                .keep(TITLE)
                .keep(FIRST)
                .add("شارك", BoilerplateKind.SHARE)
                .document("a", "", TITLE);

        LabelledSequence sequence = LabelledSequence.of(new CleanerCorpus.Lesson(document, 2, false), VOCABULARY, 2);

        assertThat(sequence.weight()).isEqualTo(2);
        assertThat(sequence.kept()).containsExactly(true, true, false);
        for (int s = 0; s < States.COUNT; s++) {
            assertThat(sequence.allowed()[0][s]).isEqualTo(States.role(s) == Role.TITLE);
            assertThat(sequence.allowed()[2][s]).isEqualTo(States.role(s) == Role.SHARE);
        }
    }

    @Test
    void namesTheDocumentWhoseLabelsNoSequenceOfRolesFits() {
        LabelledDocument document = new Sheet()
                .keep(FIRST)
                .add("بلدية الساحل تزرع ألف شجرة", BoilerplateKind.RELATED_ARTICLE)
                .keep(SECOND)
                .document("kept after a second article", "", TITLE);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> LabelledSequence.of(new CleanerCorpus.Lesson(document, 1, false), VOCABULARY, 1))
                .withMessageContaining("kept after a second article")
                .withMessageContaining("line 3");
    }

    @Test
    void refusesARangeWithoutAKind() {
        LabelledDocument document = new LabelledDocument(
                "no kind", "", "", TITLE, FIRST, List.of(new LabelledDocument.RemovedLines(1, 1, null)));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> roles(document, false))
                .withMessageContaining("no kind");
    }

    private static List<Set<Role>> roles(Sheet sheet) {
        return roles(sheet.document("a", "", TITLE), false);
    }

    private static List<Set<Role>> roles(LabelledDocument document, boolean composed) {
        ObservedPage page = ObservedPage.of(document.text(), document.title(), VOCABULARY);
        RoleLabels labels = RoleLabels.of(document, page, composed);
        return IntStream.range(0, page.size()).mapToObj(labels::of).toList();
    }
}

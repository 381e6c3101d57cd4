package io.ghirbal.nlp.clean.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.ghirbal.nlp.clean.training.CleanerCorpus.Lesson;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CleanerCorpusTest {
    private static final int PAGES = 40;
    private static final LabelledDocument EXEMPLARY = new SmallCorpus.Sheet()
            .keep("مثال يحتذى في كل شيء")
            .keep("هذا نص قصير لا يشبه غيره من النصوص.")
            .document("exemplary", SmallCorpus.VALLEY, null);

    private static CleanerCorpus corpus() {
        return new CleanerCorpus(SmallCorpus.titled(), List.of(), List.of(EXEMPLARY), PAGES);
    }

    @Test
    void learnsFromEveryDocumentOnceAndFromComposedPages() {
        List<Lesson> lessons = corpus().lessons();

        assertThat(lessons).hasSize(12 + PAGES + 1);
        assertThat(lessons.subList(0, 12)).extracting(Lesson::document).containsExactlyElementsOf(SmallCorpus.titled());
        assertThat(lessons.subList(0, 12)).extracting(Lesson::weight).containsOnly(1.0);
        assertThat(lessons.subList(12, 12 + PAGES))
                .allMatch(lesson -> lesson.document().set().equals("pages"));
        assertThat(lessons.subList(12, 12 + PAGES)).extracting(Lesson::weight).containsOnly(0.4);
        assertThat(lessons).last().isEqualTo(new Lesson(EXEMPLARY, 3, false));
    }

    @Test
    void trustsTheLabelsOfComposedArticlesLess() {
        CleanerCorpus corpus =
                new CleanerCorpus(SmallCorpus.of(SmallCorpus.VALLEY), SmallCorpus.of(SmallCorpus.COAST), List.of(), 0);

        assertThat(corpus.lessons())
                .allSatisfy(lesson -> assertThat(lesson.composed())
                        .isEqualTo(lesson.document().outlet().equals(SmallCorpus.COAST)));
        assertThat(corpus.outlets()).containsExactly(SmallCorpus.COAST, SmallCorpus.VALLEY);
    }

    @Test
    void givesTheSameLessonsForTheSameDocuments() {
        assertThat(corpus().lessons()).isEqualTo(corpus().lessons());
    }

    /** Twice as many documents of the coast, so that pages can still be composed when the valley is left out. */
    @Test
    void leavesNothingOfAnOutletThatIsLeftOutNotEvenInComposedPages() {
        List<LabelledDocument> more = new ArrayList<>(SmallCorpus.titled());
        SmallCorpus.titled().stream()
                .filter(document -> document.outlet().equals(SmallCorpus.COAST))
                .map(document -> new LabelledDocument(
                        document.id() + "-again",
                        document.set(),
                        "another outlet",
                        document.title(),
                        document.text(),
                        document.removed()))
                .forEach(more::add);
        CleanerCorpus without =
                new CleanerCorpus(more, List.of(), List.of(), PAGES).without(java.util.Set.of(SmallCorpus.VALLEY));

        assertThat(without.outlets()).doesNotContain(SmallCorpus.VALLEY);
        assertThat(without.lessons())
                .extracting(lesson -> lesson.document().text())
                .hasSizeGreaterThan(PAGES)
                .noneMatch(text -> text.contains("أمينة المكتبة"));
        assertThat(new CleanerCorpus(more, List.of(), List.of(), PAGES).lessons())
                .extracting(lesson -> lesson.document().text())
                .anyMatch(text -> text.contains("أمينة المكتبة"));
    }
}

package io.ghirbal.nlp.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

class TemplateLearnerTest {
    private static final String PARAGRAPH =
            "أعلنت بلدية المدينة رقم %d أنها ستفتح الحديقة الجديدة أمام الزوار في مطلع الشهر المقبل بعد أعمال صيانة استمرت عاما كاملا.";

    private static List<TemplateEntry> learned(int articles, IntFunction<String> text) {
        TemplateLearner learner = new TemplateLearner();
        for (int i = 0; i < articles; i++) {
            learner.add("عنوان الخبر رقم " + i + " من المدينة", text.apply(i));
        }
        return learner.entries();
    }

    private static String paragraph(int i) {
        return PARAGRAPH.formatted(i);
    }

    @Test
    void learnsALineThatManyArticlesEndWith() {
        assertThat(learned(100, i -> paragraph(i) + "\n" + paragraph(i + 500) + (i < 8 ? "\n88591 - ستك" : "")))
                .contains(new TemplateEntry(TemplateForm.LINE, "88591 ستك", "88591 - ستك", 8, 100));
    }

    @Test
    void learnsNothingOfALineThatStandsBetweenParagraphs() {
        assertThat(learned(
                        100,
                        i -> paragraph(i) + "\n" + paragraph(i + 200) + "\n" + (i < 15 ? "أسباب التأخير\n" : "")
                                + paragraph(i + 400) + "\n" + paragraph(i + 600) + "\n" + paragraph(i + 800)))
                .isEmpty();
    }

    @Test
    void learnsNothingOfARefrain() {
        assertThat(learned(
                        100,
                        i -> paragraph(i) + (i < 10 ? "\nعنوان صحفي\nتعليق " + i + "\nعنوان صحفي\nعنوان صحفي" : "")))
                .noneMatch(entry -> entry.form() == TemplateForm.LINE);
    }

    @Test
    void learnsASentenceOnlyWhenManyEndWithIt() {
        IntFunction<String> rare = i -> paragraph(i) + (i < 2 ? "\nوعلى الخير نلتقي دائما." : "");
        IntFunction<String> common = i -> paragraph(i) + (i < 10 ? "\nوعلى الخير نلتقي دائما." : "");

        assertThat(learned(100, rare)).isEmpty();
        assertThat(learned(100, common)).extracting(TemplateEntry::text).containsExactly("وعلي الخير نلتقي دايما");
    }

    @Test
    void learnsNothingOfGreetings() {
        assertThat(learned(100, i -> "بسم الله الرّحمن الرّحيم\n" + paragraph(i)))
                .isEmpty();
    }

    @Test
    void learnsLabelsAndCreditsOfShortLines() {
        String[] names = {"سالم الراعي", "هند القاضي", "كريم الحداد", "منى السيد", "رامي نصر", "ليلى عيسى"};
        assertThat(learned(
                        100,
                        i -> names[i % 6] + " " + i + " – عين المدينة\n" + paragraph(i) + "\nمراسلنا: " + names[i % 6]
                                + " " + i))
                .extracting(TemplateEntry::form, TemplateEntry::text)
                .contains(tuple(TemplateForm.CREDIT, "عين المدينه"), tuple(TemplateForm.LABEL, "مراسلنا"));
    }

    @Test
    void learnsNothingOfTheDatelineOfAParagraph() {
        assertThat(learned(100, i -> "الرياض – " + paragraph(i))).isEmpty();
    }

    @Test
    void learnsWithWhatTheLinesBehindArticlesOpen() {
        assertThat(learned(100, i -> paragraph(i) + "\nسمات " + i + " حديقة زوار بلدية"))
                .filteredOn(entry -> entry.form() == TemplateForm.OPENING)
                .extracting(TemplateEntry::text)
                .containsExactly("سمات");
    }

    @Test
    void learnsNothingOfAnOpeningThatSentencesHaveToo() {
        assertThat(learned(100, i -> "وأضاف المصدر أن العمل يسير كما خطط له.\n" + paragraph(i) + "\nوأضاف رقم " + i))
                .noneMatch(entry -> entry.text().equals("واضاف"));
    }

    @Test
    void findsHeadlinesOfOtherArticles() {
        TemplateLearner learner = new TemplateLearner();
        for (int i = 0; i < 30; i++) {
            learner.add(
                    "افتتاح الحديقة الجديدة رقم " + i,
                    paragraph(i) + "\n" + paragraph(i + 100) + (i == 7 ? "\nافتتاح الحديقة الجديدة رقم 9" : ""));
        }

        assertThat(learner.entries())
                .extracting(TemplateEntry::form, TemplateEntry::example)
                .containsExactly(tuple(TemplateForm.HEADLINE, "افتتاح الحديقة الجديدة رقم 9"));
    }

    @Test
    void learnsNothingOfFewArticles() {
        assertThat(learned(19, i -> paragraph(i) + "\n88591 - ستك")).isEmpty();
        assertThat(learned(20, i -> paragraph(i) + "\n88591 - ستك")).isNotEmpty();
    }

    @Test
    void doesNotDependOnTheOrderOfTheArticles() {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            texts.add("سالم " + i + " – عين المدينة\n" + paragraph(i) + (i % 9 == 0 ? "\n88591 - ستك" : "")
                    + (i % 5 == 0 ? "\nسمات " + i + " حديقة" : ""));
        }
        List<TemplateEntry> one = entries(texts);
        Collections.shuffle(texts, new Random(4));

        assertThat(one).isNotEmpty();
        assertThat(entries(texts))
                .extracting(TemplateEntry::form, TemplateEntry::text)
                .isEqualTo(one.stream()
                        .map(entry -> tuple(entry.form(), entry.text()))
                        .toList());
    }

    private static List<TemplateEntry> entries(List<String> texts) {
        TemplateLearner learner = new TemplateLearner();
        texts.forEach(text -> learner.add(null, text));
        return learner.entries();
    }
}

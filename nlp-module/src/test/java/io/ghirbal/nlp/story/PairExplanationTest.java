package io.ghirbal.nlp.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.ghirbal.nlp.story.PairExplanation.Article;
import io.ghirbal.nlp.story.PairExplanation.Conclusion;
import io.ghirbal.nlp.story.PairExplanation.Reason;
import io.ghirbal.nlp.story.PairExplanation.SharedWord;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PairExplanationTest {
    private static final LocalDate DAY = LocalDate.of(2024, 3, 5);

    private static final String FIRE = """
            اندلع حريق كبير فجر الثلاثاء في مصنع للنسيج بمدينة المحلة الكبرى، وأسفر عن إصابة 14 عاملا بحالات اختناق.
            وقالت مديرية الصحة بمحافظة الغربية إن سيارات الإسعاف نقلت المصابين إلى مستشفى المحلة العام، وإن حالة ثلاثة منهم حرجة.
            ودفعت إدارة الحماية المدنية باثنتي عشرة سيارة إطفاء تمكنت من السيطرة على النيران بعد 5 ساعات، فيما كلفت النيابة خبراء المعمل الجنائي بمعاينة الموقع.
            """;

    private static final String FIRE_RETOLD = """
            أصيب 14 عاملا باختناق إثر حريق هائل شب الثلاثاء داخل مصنع نسيج في المحلة الكبرى شمالي القاهرة.
            وأكد شهود أن ألسنة اللهب تصاعدت من مخزن الأقطان قبل أن تصل فرق الإطفاء، وأن العمال خرجوا من الأبواب الخلفية للمصنع.
            وأمر محافظ الغربية بفحص إجراءات السلامة في مصانع النسيج المجاورة وصرف إعانات عاجلة لأسر المصابين في المحلة.
            """;

    private static final String MATCH = """
            تعادل المنتخب التونسي مع ضيفه الكاميروني بهدف لمثله في ملعب رادس ضمن تصفيات كأس العالم.
            وتقدم الضيوف في الدقيقة 20 من ركلة جزاء، وعادل أصحاب الأرض النتيجة قبل نهاية الشوط الثاني بعشر دقائق.
            وقال المدرب إن اللاعبين قدموا أداء جيدا رغم غياب عدد من الأساسيين بسبب الإصابة.
            """;

    @Test
    void callsTheSameTextSoEvenUnderAnotherHeadlineAndDateline() {
        PairExplanation explanation = PairExplanation.of(
                article("حريق في مصنع", FIRE, "أ"), article("إصابات في المحلة", "القاهرة (وكالة) - " + FIRE, "ب"));

        assertThat(explanation.conclusion()).isEqualTo(Conclusion.SAME_TEXT);
        assertThat(explanation.passages()).hasSize(1);
        assertThat(explanation.sharedWords()).isEqualTo(explanation.shorterWords());
        assertThat(explanation.otherWords()).isEqualTo(explanation.words() + 2);
    }

    @Test
    void showsWhatACopyTookAndWhatItAdded() {
        String copied = FIRE.replace("فجر الثلاثاء ", "").replace("وقالت مديرية الصحة", "وأوضحت مديرية الصحة");

        PairExplanation explanation =
                PairExplanation.of(article("حريق في مصنع بالمحلة", FIRE, "أ"), article("إصابة 14 عاملا", copied, "ب"));

        assertThat(explanation.conclusion()).isEqualTo(Conclusion.COPY);
        assertThat(explanation.passages())
                .extracting(passage -> FIRE.substring(passage.start(), passage.end()))
                .satisfiesExactly(
                        passage ->
                                assertThat(passage).startsWith("في مصنع للنسيج").endsWith("بحالات اختناق"),
                        passage ->
                                assertThat(passage).startsWith("مديرية الصحة").endsWith("بمعاينة الموقع"));
        assertThat(explanation.passages())
                .allSatisfy(passage -> assertThat(copied.substring(passage.otherStart(), passage.otherEnd()))
                        .isEqualTo(FIRE.substring(passage.start(), passage.end())));
        assertThat(explanation.mainReasons().get(0).feature()).isEqualTo(PairFeature.CONTAINMENT);
    }

    @Test
    void showsWhatOneStoryHasInCommonInOtherWords() {
        PairExplanation explanation = PairExplanation.of(
                article("حريق في مصنع للنسيج بالمحلة الكبرى وإصابة 14", FIRE, "أ"),
                article("إصابة 14 عاملا في حريق مصنع نسيج بالمحلة", FIRE_RETOLD, "ب"));

        assertThat(explanation.conclusion()).isEqualTo(Conclusion.ONE_STORY);
        assertThat(explanation.passages()).isEmpty();
        assertThat(explanation.rareWords()).extracting(SharedWord::written).contains("للنسيج", "اختناق");
        assertThat(explanation.rareWords())
                .extracting(SharedWord::rarity)
                .isSortedAccordingTo((a, b) -> Double.compare(b, a))
                .allMatch(rarity -> rarity >= DayIndex.RARE);
        assertThat(explanation.numbers()).containsExactly(new SharedWord("14", "14", 0));
        assertThat(explanation.ownNumbers()).containsExactly("ثلاثة", "عشرة", "5");
        assertThat(explanation.otherNumbers()).isEmpty();
    }

    @Test
    void writesAWordAndANumberAsEachOfThemDoes() {
        PairExplanation explanation = PairExplanation.of(
                article(null, "وصلت 100 قطعة من النسيج", null), article(null, "مئة قطعة لنسيج آخر", null));

        assertThat(explanation.numbers()).containsExactly(new SharedWord("100", "مئة", 0));
        assertThat(explanation.rareWords())
                .extracting(SharedWord::written, SharedWord::otherWritten)
                .contains(tuple("النسيج", "لنسيج"));
    }

    @Test
    void tellsDifferentHappeningsApart() {
        PairExplanation explanation =
                PairExplanation.of(article("حريق في مصنع", FIRE, "أ"), article("تونس تتعادل مع الكاميرون", MATCH, "أ"));

        assertThat(explanation.conclusion()).isEqualTo(Conclusion.APART);
        assertThat(explanation.passages()).isEmpty();
        assertThat(explanation.sameOutlet()).isTrue();
        assertThat(explanation.verdict().story()).isLessThan(0.2);
    }

    @Test
    void saysWhenAFormWasFilledInAgain() {
        String form = """
                استقر سعر صرف الدولار أمام الجنيه في تعاملات اليوم لدى البنوك العاملة في السوق المحلية، وسجل %d جنيها للشراء و%d جنيها للبيع.
                وجاء أعلى سعر لدى المصارف الخاصة، فيما حافظ اليورو والريال والدرهم على مستوياتها التي سجلتها في ختام التعاملات.
                ويتابع المتعاملون قرارات لجنة السياسة النقدية بشأن أسعار الفائدة في اجتماعها المقبل وفق ما ذكره محللون.
                """;
        PairExplanation explanation = PairExplanation.of(
                new Article("سعر الدولار اليوم", form.formatted(47, 48), "أ", DAY),
                new Article("سعر الدولار اليوم", form.formatted(49, 51), "أ", DAY.plusDays(1)));

        assertThat(explanation.formFilledInAgain()).isTrue();
        assertThat(explanation.isVetoed()).isTrue();
        assertThat(explanation.verdict().copy()).isZero();
        assertThat(explanation.copyByFeatures()).isGreaterThanOrEqualTo(0.5);
        assertThat(explanation.ownNumbers()).containsExactly("47", "48");
        assertThat(explanation.otherNumbers()).containsExactly("49", "51");
    }

    @Test
    void countsDaysAndSaysWhichTheJobDoesNotCompare() {
        Article article = article("حريق في مصنع", FIRE, "أ");
        assertThat(PairExplanation.of(article, new Article(null, FIRE_RETOLD, null, null))
                        .daysApart())
                .isEqualTo(OptionalLong.empty());
        PairExplanation week = PairExplanation.of(article, new Article(null, FIRE_RETOLD, null, DAY.minusDays(7)));
        assertThat(week.daysApart()).hasValue(7);
        assertThat(week.isOutOfReach()).isFalse();
        assertThat(PairExplanation.of(article, new Article(null, FIRE_RETOLD, null, DAY.plusDays(8)))
                        .isOutOfReach())
                .isTrue();
    }

    @Test
    void addsUpToTheLikelihoodsOfTheModel() {
        PairExplanation explanation =
                PairExplanation.of(article("حريق في مصنع", FIRE, "أ"), article("إصابة 14 عاملا", FIRE_RETOLD, "ب"));

        assertThat(explanation.verdict())
                .isEqualTo(PairModel.standard()
                        .compare(
                                ComparableText.of("حريق في مصنع", FIRE),
                                ComparableText.of("إصابة 14 عاملا", FIRE_RETOLD),
                                false,
                                0));
        assertThat(PairModel.probability(explanation.sum().story()))
                .isCloseTo(explanation.verdict().story(), within(1e-9));
        assertThat(explanation.copyByFeatures()).isCloseTo(explanation.verdict().copy(), within(1e-9));
        List<Reason> main = explanation.mainReasons();
        assertThat(main).extracting(reason -> -Math.abs(reason.story())).isSorted();
        assertThat(main.stream().mapToDouble(Reason::story).sum()
                        + explanation.beginning().story()
                        + explanation.minorReasons().story())
                .isCloseTo(explanation.sum().story(), within(1e-9));
    }

    @Test
    void readsTheNumbersThatTheModelReads() {
        for (String body : List.of(FIRE, FIRE_RETOLD, MATCH, "", "القاهرة - " + FIRE)) {
            assertThat(OpeningWords.of("إصابة 14 وخمسة", body).numbers().keySet().stream()
                            .mapToInt(StoryWords::cut)
                            .sorted())
                    .containsExactlyElementsOf(Arrays.stream(
                                    ComparableText.of("إصابة 14 وخمسة", body).numbers())
                            .boxed()
                            .toList());
        }
    }

    @Test
    void explainsArticlesWithoutAWord() {
        PairExplanation explanation = PairExplanation.of(article(null, "", null), article(null, "", null));

        assertThat(explanation.conclusion()).isEqualTo(Conclusion.APART);
        assertThat(explanation.shorterWords()).isZero();
    }

    @Test
    void hasAPhraseOfItsOwnForEachFeature() {
        assertThat(Arrays.stream(PairFeature.values()).map(PairFeature::phrase))
                .doesNotHaveDuplicates()
                .allMatch(phrase -> !Objects.requireNonNull(phrase).isBlank());
    }

    private static Article article(@Nullable String title, String body, @Nullable String outlet) {
        return new Article(title, body, outlet, DAY);
    }
}

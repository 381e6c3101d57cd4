package io.ghirbal.nlp.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PairFeaturesTest {
    @Test
    void countsNumbersThatBothOpeningsGiveInDigitsOrWords() {
        ComparableText digits = ComparableText.of("إصابة 7 عمال في مصنع الزجاج", "أصيب 7 عمال يوم الاثنين في المصنع.");
        ComparableText words = ComparableText.of("إصابة سبعة عمال", "أصيب سبعة عمال في مصنع الزجاج.");
        ComparableText others = ComparableText.of("إصابة تسعة عمال", "أصيب تسعة عمال في مصنع الزجاج.");
        assertThat(value(digits, words, PairFeature.SHARED_NUMBERS)).isEqualTo(Math.log1p(1));
        assertThat(value(digits, words, PairFeature.SHARED_COUNTS)).isEqualTo(Math.log1p(1));
        assertThat(value(digits, words, PairFeature.OTHER_NUMBERS)).isZero();
        assertThat(value(digits, others, PairFeature.SHARED_NUMBERS)).isZero();
        assertThat(value(digits, others, PairFeature.OTHER_NUMBERS)).isOne();
    }

    @Test
    void comparesTheDaysOfTheWeekThatLeadsName() {
        ComparableText monday = ComparableText.of(null, "افتتح الوزير السد يوم الاثنين أمام حشد من السكان.");
        ComparableText alsoMonday = ComparableText.of(null, "دشن السد يوم الإثنين.");
        ComparableText friday = ComparableText.of(null, "دشن السد يوم الجمعة.");
        ComparableText none = ComparableText.of(null, "دشن السد صباحا.");
        assertThat(value(monday, alsoMonday, PairFeature.SAME_WEEKDAY)).isOne();
        assertThat(value(monday, friday, PairFeature.SAME_WEEKDAY)).isZero();
        assertThat(value(monday, friday, PairFeature.OTHER_WEEKDAY)).isOne();
        assertThat(value(monday, none, PairFeature.OTHER_WEEKDAY)).isZero();
    }

    @Test
    void tellsAReactionInTheHeadlineOfOneFromOneInBoth() {
        ComparableText report = ComparableText.of("انهيار جسر في الوادي", "انهار الجسر فجرا.");
        ComparableText reaction = ComparableText.of("البلدية تطالب بتحقيق في انهيار الجسر", "طالبت البلدية بتحقيق.");
        assertThat(value(report, reaction, PairFeature.ONE_REACTS)).isOne();
        assertThat(value(reaction, reaction, PairFeature.BOTH_REACT)).isOne();
        assertThat(value(report, report, PairFeature.ONE_REACTS)).isZero();
    }

    @Test
    void takesTheFirstWordsForAHeadlineThatIsMissing() {
        String body = "انهار جسر حجري قديم في وادي الريحان بعد أمطار غزيرة استمرت ثلاثة أيام متتالية دون إصابات.";
        ComparableText untitled = ComparableText.of(null, body);
        ComparableText blank = ComparableText.of("  ", body);
        assertThat(untitled.headline().keys()).isNotEmpty();
        assertThat(value(untitled, blank, PairFeature.HEADLINE_COSINE))
                .isCloseTo(1, org.assertj.core.data.Offset.offset(1e-6));
    }

    @Test
    void readsABodyNoFurtherThanItsLimit() {
        String filler = "كلام كثير لا ينتهي عن سوق المدينة ".repeat(ComparableText.BODY_LIMIT / 30);
        assertThat(ComparableText.of("سوق", filler + "زيادة").trigrams())
                .isEqualTo(ComparableText.of("سوق", filler + "نقصان").trigrams());
    }

    private static double value(ComparableText a, ComparableText b, PairFeature feature) {
        return PairModel.values(a, b, false, 0)[feature.index()];
    }
}

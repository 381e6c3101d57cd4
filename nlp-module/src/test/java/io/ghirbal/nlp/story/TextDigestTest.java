package io.ghirbal.nlp.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextDigestTest {
    private static final String TEXT = "أعلنت إدارة المتحف إعادة فتح القاعة الكبرى للزوار.\n"
            + "وقالت المديرة آمنة الشريف إن الترميم استغرق 18 شهرا، وإن تكلفته بلغت مليوني درهم.";

    @Test
    void isTheSameForOtherLineEndsAndSpaces() {
        assertSame(TEXT.replace("\n", "\r\n"));
        assertSame(TEXT.replace("\n", " "));
        assertSame("  " + TEXT.replace(" ", "\u00A0 ") + "\n\n");
    }

    @Test
    void isTheSameForOtherSpellingsOfALetter() {
        assertSame(TEXT.replace('أ', 'ا').replace('إ', 'ا').replace('آ', 'ا'));
        assertSame(TEXT.replace("الكبرى", "الكبري"));
        assertSame(TEXT.replace("إدارة", "اداره"));
    }

    @Test
    void isTheSameWithTatweelAndDiacritics() {
        assertSame(TEXT.replace("المتحف", "المتـــحف"));
        assertSame(TEXT.replace("الترميم", "التَّرميمُ"));
        assertSame(TEXT.replace("للزوار", "\u200Fللزوار\u200F"));
    }

    @Test
    void isTheSameForArabicDigitsAndPresentationForms() {
        assertSame(TEXT.replace("18", "١٨"));
        assertSame(TEXT.replace("للزوار", "ﻟﻠﺰﻭﺍﺭ"));
    }

    @Test
    void isTheSameForOtherPunctuation() {
        assertSame(TEXT.replace("،", " ,").replace(".", " …"));
        assertSame(TEXT.replace("القاعة الكبرى", "«القاعة الكبرى»"));
    }

    @Test
    void isTheSameBehindADateline() {
        assertSame("الدار البيضاء (وكالات) - " + TEXT);
        assertSame("الدار البيضاء، المغرب (شبكة الأنباء)-- " + TEXT);
    }

    @Test
    void isAnotherWithAnotherWordNumberOrOrder() {
        assertOther(TEXT.replace("الكبرى", "الصغرى"));
        assertOther(TEXT.replace("18", "19"));
        assertOther(TEXT + " انتهى");
        assertOther(TEXT.replace("إعادة فتح", "فتح إعادة"));
        assertOther(TEXT.replace("إعادة فتح", "إعادةفتح"));
    }

    @Test
    void isNullWithoutAWord() {
        assertThat(TextDigest.of("")).isNull();
        assertThat(TextDigest.of(" \n\t")).isNull();
        assertThat(TextDigest.of("… * * * -- !")).isNull();
        assertThat(TextDigest.of("* " + "- ".repeat(60))).isNull();
    }

    @Test
    void readsATextToItsEnd() {
        String longText = "ثم عاد الوفد إلى المدينة. ".repeat(2_000);
        assertThat(TextDigest.of(longText + "أولا")).isNotEqualTo(TextDigest.of(longText + "أخيرا"));
    }

    private static void assertSame(String other) {
        assertThat(TextDigest.of(other)).isEqualTo(TextDigest.of(TEXT));
    }

    private static void assertOther(String other) {
        assertThat(TextDigest.of(other)).isNotNull().isNotEqualTo(TextDigest.of(TEXT));
    }
}

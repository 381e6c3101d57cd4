package io.ghirbal.nlp.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnreadableTextTest {
    private static final String SENTENCE = "أقر مجلس البلدة مشروع حديقة جديدة على أرض تبرع بها الأهالي. ";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "قال المدرب «لا أعرف» ثم غادر الملعب",
                "هل يعود اللاعب ???",
                "Déjà vu à Paris, où l’été dure",
                "سعر الذهب 25° و½ الوزن © المصدر"
            })
    void leavesWhatCanBeRead(String text) {
        assertThat(UnreadableText.note(text)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "قال \uFFFD\uFFFD\uFFFD ثم غادر",
                "Ø§Ù„Ù…Ø¯Ø±Ø¨ ÙŠÙ‚ÙˆÙ„",
                "???? ?????? ??? ?? ???",
                "نص \uE123\uE124 من خط خاص"
            })
    void tellsWhatCannot(String text) {
        assertThat(UnreadableText.note(text)).contains("cannot be read");
    }

    @Test
    void passesASlipOverInALongText() {
        assertThat(UnreadableText.note(SENTENCE.repeat(10) + "\uFFFD")).isNull();
        assertThat(UnreadableText.note(SENTENCE.repeat(100) + "\uFFFD".repeat(20)))
                .startsWith("20 of ");
    }
}

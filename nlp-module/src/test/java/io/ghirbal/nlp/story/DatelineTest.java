package io.ghirbal.nlp.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatelineTest {
    private static final String TEXT =
            "أعلن مجلس المدينة عن إغلاق الجسر القديم أمام الشاحنات حتى نهاية أعمال الترميم التي تستغرق شهرين كاملين.";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "القاهرة - ",
                "بيروت (وكالات) - ",
                "بيروت (وكالات)- ",
                "الخرطوم، السودان (شبكة الأنباء)-- ",
                "الخرطوم (شبكة الأنباء) – ",
                "الرباط — ",
                "الرباط-- ",
                "صنعاء - سمير الأهدل - ",
                "عمان ــ "
            })
    void endsBehindTheDashAmongTheFirstWords(String dateline) {
        String body = dateline + TEXT;
        assertThat(body.substring(Dateline.end(body))).endsWith(TEXT).hasSizeLessThan(body.length());
    }

    @Test
    void leavesASentenceWithADashDeepInside() {
        String body =
                "قال رئيس البلدية إن الجسر الذي بني قبل قرن كامل من الزمان - وهو أقدم جسور المدينة - سيفتح في الربيع المقبل.";
        assertThat(Dateline.end(body)).isZero();
    }

    @Test
    void leavesADashInsideAWord() {
        assertThat(Dateline.end("بيونغ-يانغ تستقبل وفدا من المدينة. " + TEXT)).isZero();
        assertThat(Dateline.end("الاتحاد الأوروبي-الإفريقي يجتمع. " + TEXT)).isZero();
    }

    @Test
    void leavesAStretchedWord() {
        assertThat(Dateline.end("إدارة المتـــحف تعلن برنامجها. " + TEXT)).isZero();
    }

    @Test
    void leavesADashOnALaterLine() {
        assertThat(Dateline.end("خبر عاجل\n- " + TEXT)).isZero();
    }

    @Test
    void leavesATextThatWouldBeNearlyAllDateline() {
        assertThat(Dateline.end("القاهرة - فاز الفريق")).isZero();
        assertThat(Dateline.end("")).isZero();
        assertThat(Dateline.end("-")).isZero();
    }

    @Test
    void endsWithTheTextWhenOnlyDashesFollow() {
        String body = "القاهرة " + "- ".repeat(60);
        assertThat(Dateline.end(body)).isEqualTo(body.length());
    }
}

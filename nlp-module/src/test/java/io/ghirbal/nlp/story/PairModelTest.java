package io.ghirbal.nlp.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ghirbal.nlp.story.WrittenArticles.Written;
import java.util.List;
import org.junit.jupiter.api.Test;

class PairModelTest {
    private final PairModel model = PairModel.standard();

    @Test
    void callsATextWithANewHeadlineAndACutTailACopy() {
        PairModel.Verdict verdict = compare(WrittenArticles.FERRY, WrittenArticles.FERRY_COPIED, false, 0);
        assertThat(verdict.isCopy()).isTrue();
        assertThat(verdict.isOneStory()).isTrue();
        assertThat(verdict.containment()).isGreaterThan(0.9);
    }

    @Test
    void callsATextThatIsTheSameACopyWhoeverPublishedIt() {
        assertThat(compare(WrittenArticles.FERRY, WrittenArticles.FERRY, false, 0)
                        .isCopy())
                .isTrue();
        assertThat(compare(WrittenArticles.FERRY, WrittenArticles.FERRY, true, 0)
                        .isCopy())
                .isTrue();
        assertThat(compare(WrittenArticles.FERRY, WrittenArticles.FERRY, false, 1)
                        .isCopy())
                .isTrue();
    }

    @Test
    void callsARetellingOneStoryAndNoCopy() {
        PairModel.Verdict verdict = compare(WrittenArticles.FERRY, WrittenArticles.FERRY_RETOLD, false, 0);
        assertThat(verdict.isOneStory()).isTrue();
        assertThat(verdict.isCopy()).isFalse();
        assertThat(verdict.containment()).isLessThan(0.3);
    }

    @Test
    void callsAReactionAnotherStory() {
        assertThat(compare(WrittenArticles.FERRY, WrittenArticles.FERRY_REACTION, false, 2)
                        .isOneStory())
                .isFalse();
        assertThat(compare(WrittenArticles.FERRY, WrittenArticles.FERRY_REACTION, true, 0)
                        .isOneStory())
                .isFalse();
    }

    @Test
    void neverCallsABulletinACopyOfThatOfAnotherDay() {
        for (boolean sameOutlet : new boolean[] {true, false}) {
            PairModel.Verdict verdict =
                    compare(WrittenArticles.RATES, WrittenArticles.RATES_A_WEEK_LATER, sameOutlet, 7);
            assertThat(verdict.containment()).isGreaterThan(0.4);
            assertThat(verdict.isCopy()).isFalse();
        }
        assertThat(compare(WrittenArticles.RATES, WrittenArticles.RATES_A_WEEK_LATER, true, 7)
                        .isOneStory())
                .isFalse();
    }

    @Test
    void seesTheSameInBothOrders() {
        List<Written> all = List.of(
                WrittenArticles.FERRY,
                WrittenArticles.FERRY_COPIED,
                WrittenArticles.FERRY_RETOLD,
                WrittenArticles.FERRY_REACTION,
                WrittenArticles.RATES,
                WrittenArticles.RATES_A_WEEK_LATER,
                new Written("", "عاجل"),
                new Written("عاجل", ""));
        for (Written a : all) {
            for (Written b : all) {
                for (boolean sameOutlet : new boolean[] {true, false}) {
                    assertThat(PairModel.values(a.text(), b.text(), sameOutlet, 1))
                            .isEqualTo(PairModel.values(b.text(), a.text(), sameOutlet, 1));
                    assertThat(compare(a, b, sameOutlet, 3)).isEqualTo(compare(b, a, sameOutlet, 3));
                }
            }
        }
    }

    @Test
    void findsNothingInCommonWithAnEmptyText() {
        PairModel.Verdict verdict = compare(WrittenArticles.FERRY, new Written("", ""), false, 0);
        assertThat(verdict.isOneStory()).isFalse();
        assertThat(PairModel.values(new Written("", "").text(), new Written("", "").text(), false, 0))
                .doesNotContain(Double.NaN)
                .hasSameSizeAs(PairFeature.values());
    }

    @Test
    void refusesWeightsThatAreNotOneForEachFeature() {
        double[] right = new double[PairFeature.values().length];
        assertThat(new PairModel(right, right).lines()).hasSameSizeAs(PairFeature.values());
        assertThatThrownBy(() -> new PairModel(right, new double[3])).isInstanceOf(IllegalArgumentException.class);
    }

    private PairModel.Verdict compare(Written a, Written b, boolean sameOutlet, long daysApart) {
        return model.compare(a.text(), b.text(), sameOutlet, daysApart);
    }
}

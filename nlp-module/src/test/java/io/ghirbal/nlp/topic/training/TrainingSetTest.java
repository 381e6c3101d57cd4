package io.ghirbal.nlp.topic.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.ghirbal.nlp.topic.Topic;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TrainingSetTest {
    private static final String KITCHEN = "medtop:10000000";
    private static final String SPORT = "medtop:15000000";

    private static LabelledArticle article(String outlet, String text, List<String> topics, @Nullable String section) {
        return new LabelledArticle(null, "file", outlet, null, text, topics, section);
    }

    private static List<LabelledArticle> articles(String outlet, int count) {
        List<LabelledArticle> articles = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            articles.add(article(outlet, "عجين في فرن", List.of(), i % 2 == 0 ? KITCHEN : SPORT));
        }
        return articles;
    }

    @Test
    void numbersTopicsByTheirCodesAndNamesThoseOfIptc() throws IOException {
        TrainingSet set = TrainingSet.of(
                List.of(article("", "نص", List.of(SPORT, "حي"), null), article("", "نص", List.of(), KITCHEN)));

        assertThat(set.topics()).extracting(Topic::name).containsExactly("lifestyle and leisure", "sport", "حي");
        assertThat(set.articles().get(0).topics()).containsExactly(1, 2);
        assertThat(set.articles().get(0).section()).isEqualTo(-1);
        assertThat(set.articles().get(1).isComplete()).isFalse();
        assertThat(set.articles().get(1).section()).isZero();
    }

    @Test
    void holdsOutEachLargeOutletAndTheSmallOnesTogether() throws IOException {
        List<LabelledArticle> articles = new ArrayList<>(articles("كبير", 20));
        articles.addAll(articles("أكبر", 21));
        articles.addAll(articles("صغير", 19));
        articles.addAll(articles("", 30));

        TrainingSet set = TrainingSet.of(articles);

        assertThat(set.folds()).containsExactly("أكبر", "كبير", "other outlets");
        assertThat(set.articles())
                .allSatisfy(item -> assertThat(set.folds().get(item.fold()))
                        .isEqualTo(
                                item.outlet().endsWith("بير") || item.outlet().equals("أكبر")
                                        ? item.outlet()
                                        : "other outlets"));
    }

    @Test
    void holdsOutAFifthAtATimeWhereTooFewOutletsAreNamed() throws IOException {
        TrainingSet set = TrainingSet.of(articles("وحيد", 52));

        assertThat(set.folds()).hasSize(5);
        for (int fold = 0; fold < 5; fold++) {
            int number = fold;
            assertThat(set.articles()).filteredOn(item -> item.fold() == number).hasSizeBetween(10, 11);
        }
    }

    @Test
    void knowsWordsOfFiveArticlesWithoutTheirArticleInAlphabeticalOrder() throws IOException {
        List<LabelledArticle> articles = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            articles.add(
                    article("", "الفرن ثم عجين" + (i < 4 ? " ثم السكر" : ""), List.of(), i == 0 ? KITCHEN : SPORT));
        }

        TrainingSet set = TrainingSet.of(articles);

        assertThat(set.words()).containsExactly("ثم", "عجين", "فرن");
        assertThat(set.articles().get(0).features().words()).containsExactly(0, 1, 2);
        assertThat(set.articles().get(0).features().counts()).containsExactly(2, 1, 1);
        assertThat(set.articles().get(4).features().counts()).containsExactly(1, 1, 1);
    }

    @Test
    void doesNotLearnTheNamesOfOutlets() throws IOException {
        List<LabelledArticle> articles = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            articles.add(article("", "عجين في فرن سكاي نيوز", List.of(), i == 0 ? KITCHEN : SPORT));
        }

        assertThat(TrainingSet.of(articles).words()).contains("عجين", "فرن").doesNotContain("سكاي");
        assertThat(OutletWords.contains("سكاي")).isTrue();
    }
}

package io.ghirbal.nlp.topic.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.ghirbal.nlp.topic.Topic;
import io.ghirbal.nlp.topic.TopicClassifier;
import io.ghirbal.nlp.topic.training.TopicEvaluation.Confusion;
import io.ghirbal.nlp.topic.training.TopicEvaluation.Figures;
import io.ghirbal.nlp.topic.training.TopicEvaluation.GroupFigures;
import io.ghirbal.nlp.topic.training.TopicEvaluation.TopicFigures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every figure of a handful of answers, worked out by hand. */
class TopicEvaluationTest {
    private static final Topic A = new Topic("a", "art", "فن");
    private static final Topic B = new Topic("b", "books", "كتب");
    private static final Topic C = new Topic("c", "cars", "سيارات");
    private static final Offset<Double> EXACTLY = within(1e-12);
    private static final int UNKNOWN = -1;

    private static double[] scores(double... scores) {
        return scores;
    }

    private static int[] topics(int... topics) {
        return topics;
    }

    /** Four articles: right; right but for a topic too many; the wrong main topic; one of two topics found. */
    private static TopicEvaluation named() {
        TopicEvaluation evaluation = new TopicEvaluation(List.of(A, B, C));
        evaluation.add("one", "x", topics(0), UNKNOWN, scores(0.95, 0.05, 0.05), scores(0.95, 0.05, 0.05), List.of(0));
        evaluation.add(
                "one", "x", topics(1), UNKNOWN, scores(0.65, 0.75, 0.05), scores(0.65, 0.75, 0.05), List.of(1, 0));
        evaluation.add("one", "y", topics(2), UNKNOWN, scores(0.85, 0.05, 0.15), scores(0.85, 0.05, 0.15), List.of(0));
        evaluation.add(
                "two", "y", topics(1, 2), UNKNOWN, scores(0.05, 0.95, 0.45), scores(0.05, 0.95, 0.45), List.of(1));
        return evaluation;
    }

    @Test
    void figuresOfArticlesWhoseTopicsWereAllNamed() {
        Figures figures = named().named().orElseThrow();

        assertThat(figures.articles()).isEqualTo(4);
        assertThat(figures.accuracy()).isEqualTo(3 / 4.0, EXACTLY);
        // five given, five wanted, three right
        assertThat(figures.microF1()).isEqualTo(2 * 3 / 10.0, EXACTLY);
        // of the main topic: art 2·1/3, books 1, cars 0
        assertThat(figures.macroF1()).isEqualTo((2 / 3.0 + 1 + 0) / 3, EXACTLY);
        assertThat(figures.ownAccuracy()).isZero();
        assertThat(figures.byTopic())
                .containsExactly(
                        new TopicFigures(A, 1, 1 / 3.0, 1, 2 / 4.0),
                        new TopicFigures(B, 2, 1, 1, 1),
                        new TopicFigures(C, 2, 0, 0, 0));
        assertThat(figures.byOutlet())
                .containsExactly(
                        new GroupFigures("x", 2, 1, 4 / 5.0, 0), new GroupFigures("y", 2, 1 / 2.0, 2 / 5.0, 0));
        assertThat(figures.byFile())
                .containsExactly(
                        new GroupFigures("one", 3, 2 / 3.0, 4 / 7.0, 0), new GroupFigures("two", 1, 1, 2 / 3.0, 0));
        assertThat(figures.confusions()).containsExactly(new Confusion(C, A, 1));
        assertThat(named().sections()).isEmpty();
    }

    /**
     * Bins of the twelve scores, each with what it sums to and how many are right: six at 0.05, none right; 0.15, right; 0.45, right; 0.65,
     * wrong; 0.75, right; 0.85, wrong; two at 0.95, both right... of which one article each.
     */
    @Test
    void calibrationErrorIsTheDistanceOfScoresFromWhatIsRightInTenBins() {
        double distance = 5 * 0.05 + (1 - 0.15) + (1 - 0.45) + 0.65 + (1 - 0.75) + 0.85 + (2 - 2 * 0.95);

        assertThat(named().named().orElseThrow().calibrationError()).isEqualTo(distance / 12, within(1e-9));
    }

    /** Outlet x files under art and books, y under cars alone: what the model calls art is cars for y, among its own sections. */
    @Test
    void figuresOfArticlesFiledUnderASection() {
        TopicEvaluation evaluation = new TopicEvaluation(List.of(A, B, C));
        evaluation.add("one", "x", topics(), 0, scores(0.9, 0.1, 0.2), scores(0.9, 0.1, 0.2), List.of(0));
        evaluation.add("one", "x", topics(), 1, scores(0.6, 0.5, 0.1), scores(0.6, 0.5, 0.1), List.of(0, 1));
        evaluation.add("one", "y", topics(), 2, scores(0.8, 0.1, 0.3), scores(0.8, 0.1, 0.3), List.of(0));
        evaluation.add("one", "y", topics(), 2, scores(0.1, 0.2, 0.7), scores(0.1, 0.2, 0.7), List.of(2));

        Figures figures = evaluation.sections().orElseThrow();

        assertThat(figures.articles()).isEqualTo(4);
        assertThat(figures.accuracy()).isEqualTo(2 / 4.0, EXACTLY);
        assertThat(figures.microF1()).isEqualTo(2 / 4.0, EXACTLY);
        assertThat(figures.ownAccuracy()).isEqualTo(3 / 4.0, EXACTLY);
        // the scores of what is chosen: 0.9, right; 0.6, wrong; 0.8, wrong; 0.7, right
        assertThat(figures.calibrationError()).isEqualTo((0.1 + 0.6 + 0.8 + 0.3) / 4, within(1e-9));
        // art is chosen three times and right once; books never; cars once, rightly, of two
        assertThat(figures.byTopic())
                .containsExactly(
                        new TopicFigures(A, 1, 1 / 3.0, 1, 2 / 4.0),
                        new TopicFigures(B, 1, 0, 0, 0),
                        new TopicFigures(C, 2, 1, 1 / 2.0, 2 / 3.0));
        assertThat(figures.macroF1()).isEqualTo((2 / 4.0 + 0 + 2 / 3.0) / 3, EXACTLY);
        assertThat(figures.byOutlet())
                .containsExactly(
                        new GroupFigures("x", 2, 1 / 2.0, 1 / 2.0, 1 / 2.0),
                        new GroupFigures("y", 2, 1 / 2.0, 1 / 2.0, 1));
        assertThat(figures.confusions()).containsExactly(new Confusion(B, A, 1), new Confusion(C, A, 1));
        assertThat(evaluation.named()).isEmpty();
    }

    @Test
    void saysThatTheModelKnowsNoneOfTheLabels(@TempDir Path folder) throws IOException {
        Path data = Files.writeString(
                folder.resolve("own.jsonl"), "{\"text\":\"نص من كلمات قليلة\",\"topic\":\"محليات\"}\n");

        assertThatThrownBy(() -> TopicEvaluation.of(TopicClassifier.standard(), List.of(data)))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith(
                        "the model knows none of the labels of the data: these are محليات; the model knows medtop:");
    }

    /** A file of sections and one of named topics may hold the same article: it is learnt from once, with both. */
    @Test
    void takesAnArticleOfTwoFilesForOne(@TempDir Path folder) throws IOException {
        Path filed = Files.writeString(
                folder.resolve("filed.jsonl"), "{\"id\":\"1\",\"outlet\":\"o\",\"text\":\"نص\",\"topic\":\"a\"}\n");
        Path named = Files.writeString(
                folder.resolve("named.jsonl"),
                "{\"id\":\"1\",\"outlet\":\"o\",\"text\":\"نص\",\"primary\":\"b\",\"also\":[\"a\"]}\n");

        assertThat(LabelledArticles.read(List.of(filed, named)))
                .containsExactly(new LabelledArticle("1", "named.jsonl", "o", null, "نص", List.of("b", "a"), "a"));
    }

    @Test
    void printsTheFiguresAsTables() {
        assertThat(named()).hasToString("""
                Articles whose topics were all named: 4
                  accuracy (main topic)  0.750
                  macro-F1 (main topic)  0.556
                  micro-F1 (all topics, as given)  0.600
                  expected calibration error  0.292
                  expected calibration error (topics given)  0.370

                  topic                                         articles precision  recall     F1
                  art                                                  1     0.333   1.000  0.500
                  books                                                2     1.000   1.000  1.000
                  cars                                                 2     0.000   0.000  0.000

                  outlet                                        articles  accuracy  micro-F1
                  x                                                    2     1.000     0.800
                  y                                                    2     0.500     0.400

                  data file                                     articles  accuracy  micro-F1
                  one                                                  3     0.667     0.571
                  two                                                  1     1.000     0.667

                  right topic                                   taken for                                     articles
                  cars                                          art                                           1

                """);
        assertThat(new TopicEvaluation(List.of(A))).hasToString("No labelled article.\n");
    }
}

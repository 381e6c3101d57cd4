package io.ghirbal.nlp.topic.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ghirbal.nlp.topic.Classification;
import io.ghirbal.nlp.topic.Companion;
import io.ghirbal.nlp.topic.Features;
import io.ghirbal.nlp.topic.ScoredTopic;
import io.ghirbal.nlp.topic.Scores;
import io.ghirbal.nlp.topic.Topic;
import io.ghirbal.nlp.topic.TopicClassifier;
import io.ghirbal.nlp.topic.training.TrainedModel.Column;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainedModelTest {
    private static final Topic FIRST = new Topic("1", "first", "أول");
    private static final Topic SECOND = new Topic("2", "second", "ثان");
    /** An Arabic text of two words that the model knows, both as rare, and of words that the lexicon does not know. */
    private static final String TEXT = "كان هذا بعد ذلك قفطان ثم مزلاج";

    @TempDir
    private Path folder;

    private static double[] weights(double first, double second, double bias) {
        double[] weights = new double[2 + Features.LEXICON_FEATURES + 1];
        weights[0] = first;
        weights[1] = second;
        weights[weights.length - 1] = bias;
        return weights;
    }

    private static TrainedModel model(int[] sections, List<Column> columns, List<Companion> companions) {
        return new TrainedModel(
                List.of(FIRST, SECOND),
                List.of("قفطان", "مزلاج"),
                new float[] {1, 1},
                columns,
                new float[] {0.5f, 0.5f},
                companions,
                sections,
                "two articles of nobody");
    }

    private Path write(TrainedModel model) throws IOException {
        Path file = folder.resolve("model");
        try (OutputStream out = Files.newOutputStream(file)) {
            model.write(out);
        }
        return file;
    }

    @Test
    void storesAWeightAsAPartOf127OfTheLargest() {
        Column column = Column.of(weights(2, -1, 0.5), new PlattScaling(3, 0.25));

        assertThat(column.words()).containsExactly(127, -63);
        assertThat(column.largest()).isEqualTo(6);
        assertThat(column.bias()).isEqualTo(3 * 0.5f + 0.25f);
        assertThat(column.lexicon()).containsOnly(0).hasSize(Features.LEXICON_FEATURES);
    }

    @Test
    void storesAColumnThatLearntNothing() {
        assertThat(Column.of(weights(0, 0, -5), PlattScaling.NONE).words()).containsExactly(0, 0);
    }

    /** Two words as rare as each other: each counts the square root of a half. */
    @Test
    void givesTheScoresThatItsWeightsSay() throws Exception {
        PlattScaling scaling = new PlattScaling(0.5, 0.1);
        Path file = write(model(
                new int[0],
                List.of(Column.of(weights(4, 4, -1), scaling), Column.of(weights(0, -8, 1), scaling)),
                List.of()));
        TopicClassifier classifier = TopicClassifier.load(file);
        Map<Topic, Double> scores = classifier.scores(null, TEXT).stream()
                .collect(Collectors.toMap(ScoredTopic::topic, ScoredTopic::score));

        double root = Math.sqrt(0.5);
        assertThat(scores.get(FIRST)).isEqualTo(Scores.probability(0.5 * (8 * root - 1) + 0.1), within(1e-5));
        assertThat(scores.get(SECOND)).isEqualTo(Scores.probability(0.5 * (-8 * root + 1) + 0.1), within(1e-5));
        assertThat(classifier.origin()).isEqualTo("two articles of nobody");
        assertThat(classifier.topics()).containsExactly(FIRST, SECOND);
        assertThat(classifier.digest())
                .isEqualTo(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file))));
    }

    @Test
    void keepsSectionsAndCompanions() throws IOException {
        Column likely = Column.of(weights(4, 4, 0), PlattScaling.NONE);
        Column unlikely = Column.of(weights(-1, -1, 0), PlattScaling.NONE);
        int[] both = {0, 1};

        List<Topic> alone = given(model(new int[0], List.of(likely, unlikely), List.of()));
        List<Topic> accompanied =
                given(model(new int[0], List.of(likely, unlikely), List.of(new Companion(0, 1, 0.1f))));
        Classification filed = classify(model(both, List.of(likely, unlikely, unlikely, likely), List.of()));

        assertThat(alone).containsExactly(FIRST);
        assertThat(accompanied).containsExactly(FIRST, SECOND);
        assertThat(filed.topics()).extracting(ScoredTopic::topic).containsExactly(FIRST);
        ScoredTopic section = Objects.requireNonNull(filed.section());
        assertThat(section.topic()).isEqualTo(SECOND);
        assertThat(section.score()).isBetween(0.5, 1.0);
    }

    private List<Topic> given(TrainedModel model) throws IOException {
        return classify(model).topics().stream().map(ScoredTopic::topic).toList();
    }

    private Classification classify(TrainedModel model) throws IOException {
        return TopicClassifier.load(write(model)).classify(null, TEXT);
    }
}

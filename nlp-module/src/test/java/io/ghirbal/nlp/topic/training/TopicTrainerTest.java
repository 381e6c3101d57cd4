package io.ghirbal.nlp.topic.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ghirbal.nlp.topic.ScoredTopic;
import io.ghirbal.nlp.topic.Topic;
import io.ghirbal.nlp.topic.TopicClassifier;
import io.ghirbal.nlp.topic.TopicEvidence;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TopicTrainerTest {
    private static final String[] KITCHEN = {"طبق", "ملح", "عجين", "فرن", "سكر", "زيت", "خبز", "قدر"};
    private static final String[] GARDEN = {"شجرة", "زهرة", "تربة", "بذور", "سقي", "حديقة", "ورد", "سماد"};
    private static final String[] COMMON = {"في", "من", "على", "يوم", "قال", "كان", "هذا", "بعد"};

    @TempDir
    private Path folder;

    @Test
    void trainsAModelOfATaxonomyOfYourOwn() throws IOException {
        Path model = folder.resolve("own.model");
        TopicTrainer.train(List.of(articles("data.jsonl", 120)), model);
        TopicClassifier classifier = TopicClassifier.load(model);
        assertThat(classifier.topics()).extracting(Topic::code).containsExactly("حديقة", "مطبخ");
        assertThat(classifier.topics()).extracting(Topic::nameAr).containsExactly("حديقة", "مطبخ");
        assertThat(best(classifier, "قال بعد يوم هذا عجين في فرن على خبز من سكر"))
                .isEqualTo("مطبخ");
        assertThat(best(classifier, "قال بعد يوم هذا زهرة في تربة على سقي من بذور"))
                .isEqualTo("حديقة");
        assertThat(classifier
                        .explain(null, "قال بعد يوم هذا عجين في فرن", 2)
                        .get(0)
                        .words())
                .extracting(TopicEvidence.Word::word)
                .contains("عجين");
    }

    @Test
    void givesTheSameBytesForTheSameData() throws IOException {
        Path data = articles("data.jsonl", 120);
        TopicTrainer.train(List.of(data), folder.resolve("one"));
        TopicTrainer.train(List.of(data), folder.resolve("two"));
        assertThat(folder.resolve("two")).hasSameBinaryContentAs(folder.resolve("one"));
    }

    @Test
    void measuresOnOutletsThatWereLeftOut() throws IOException {
        TopicEvaluation heldOut = TopicTrainer.train(List.of(articles("data.jsonl", 120)), folder.resolve("model"));
        TopicEvaluation.Figures figures = heldOut.sections().orElseThrow();
        assertThat(figures.articles()).isEqualTo(120);
        assertThat(figures.accuracy()).isGreaterThan(0.95);
        assertThat(figures.byOutlet())
                .extracting(TopicEvaluation.GroupFigures::name)
                .containsExactly("outlet 0", "outlet 1", "outlet 2");
        assertThat(figures.byFile())
                .extracting(TopicEvaluation.GroupFigures::name)
                .containsExactly("data.jsonl");
        assertThat(heldOut.named()).isEmpty();
    }

    @Test
    void takesLabelsFromAnotherFileByIdAndReadsGzip() throws IOException {
        Path unlabelled = folder.resolve("texts.jsonl.gz");
        StringBuilder labels = new StringBuilder();
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(unlabelled))) {
            for (int i = 0; i < 60; i++) {
                String text = text(i % 2 == 0 ? KITCHEN : GARDEN, i);
                out.write("{\"id\":\"%d\",\"outlet\":\"o%d\",\"text\":\"%s\"}\n"
                        .formatted(i, i % 2, text)
                        .getBytes(StandardCharsets.UTF_8));
                labels.append("{\"id\":\"%d\",\"primary\":\"%s\",\"also\":[]}\n"
                        .formatted(i, i % 2 == 0 ? "medtop:10000000" : "medtop:06000000"));
            }
        }
        Path model = folder.resolve("model");
        TopicTrainer.train(List.of(unlabelled, write("labels.jsonl", labels.toString())), model);
        assertThat(TopicClassifier.load(model).topics())
                .extracting(Topic::name)
                .containsExactly("environment", "lifestyle and leisure");
    }

    /** The large outlet has no section for gardens and files them under travel; the small one has a section for gardens. */
    @Test
    void learnsNothingOfATopicFromOutletsWithoutASectionForIt() throws IOException {
        StringBuilder data = new StringBuilder();
        for (int i = 0; i < 90; i++) {
            data.append(filed("small", i % 2 == 0 ? "garden" : "kitchen", text(i % 2 == 0 ? GARDEN : KITCHEN, i)));
        }
        for (int i = 0; i < 300; i++) {
            data.append(filed("large", i % 2 == 0 ? "travel" : "kitchen", text(i % 2 == 0 ? GARDEN : KITCHEN, i)));
        }
        Path model = folder.resolve("model");
        TopicTrainer.train(List.of(write("data.jsonl", data.toString())), model);
        Map<String, Double> scores =
                TopicClassifier.load(model).scores(null, "قال بعد يوم هذا زهرة في تربة على سقي من بذور").stream()
                        .collect(Collectors.toMap(scored -> scored.topic().code(), ScoredTopic::score));
        // 0.16 above; 0.06 when the large outlet's travel counts as not about gardens
        assertThat(scores.getOrDefault("garden", 0.0) - scores.getOrDefault("kitchen", 0.0))
                .isGreaterThan(0.12);
    }

    /** An outlet files what is about gardens under kitchens, and somebody who named the topics of a dozen articles says so. */
    @Test
    void mistrustsASectionThatNamedTopicsContradict() throws IOException {
        StringBuilder data = new StringBuilder();
        for (int i = 0; i < 120; i++) {
            data.append(filed("outlet", "kitchen", text(GARDEN, i)));
        }
        for (int i = 0; i < 12; i++) {
            data.append("{\"outlet\":\"outlet\",\"topic\":\"kitchen\",\"topics\":[\"garden\"],\"text\":\"%s\"}\n"
                    .formatted(text(GARDEN, 1000 + i)));
            data.append("{\"outlet\":\"other\",\"topics\":[\"kitchen\"],\"text\":\"%s\"}\n"
                    .formatted(text(KITCHEN, 2000 + i)));
        }
        Path model = folder.resolve("model");

        TopicEvaluation heldOut = TopicTrainer.train(List.of(write("data.jsonl", data.toString())), model);

        assertThat(best(TopicClassifier.load(model), "قال بعد يوم هذا زهرة في تربة على سقي من بذور"))
                .isEqualTo("garden");
        assertThat(heldOut.sections()).isEmpty();
        assertThat(heldOut.named().orElseThrow().articles()).isEqualTo(24);
    }

    /** With named topics and enough filed articles the model also knows where an outlet would file an article. */
    @Test
    void learnsNamedTopicsAndSectionsTogether() throws IOException {
        StringBuilder data = new StringBuilder();
        for (int i = 0; i < 160; i++) {
            data.append(filed(
                    "outlet " + i % 4 / 2, i % 2 == 0 ? "garden" : "kitchen", text(i % 2 == 0 ? GARDEN : KITCHEN, i)));
        }
        for (int i = 0; i < 40; i++) {
            data.append("{\"outlet\":\"outlet %d\",\"topics\":[\"%s\"],\"text\":\"%s\"}\n"
                    .formatted(
                            i % 4 / 2,
                            i % 2 == 0 ? "garden" : "kitchen",
                            text(i % 2 == 0 ? GARDEN : KITCHEN, 1000 + i)));
        }
        Path model = folder.resolve("model");

        TopicEvaluation heldOut = TopicTrainer.train(List.of(write("data.jsonl", data.toString())), model);

        assertThat(heldOut.named().orElseThrow().accuracy()).isGreaterThan(0.95);
        assertThat(heldOut.sections().orElseThrow().accuracy()).isGreaterThan(0.95);
        assertThat(TopicClassifier.load(model).origin())
                .isEqualTo("200 articles of 2 outlets: 40 with named topics, 160 with a section");
    }

    @Test
    void learnsFromOutletsThatHaveOneSectionEach() throws IOException {
        StringBuilder data = new StringBuilder();
        for (int i = 0; i < 120; i++) {
            data.append(filed(
                    "outlet " + i % 2, i % 2 == 0 ? "garden" : "kitchen", text(i % 2 == 0 ? GARDEN : KITCHEN, i)));
        }
        Path model = folder.resolve("model");
        TopicTrainer.train(List.of(write("data.jsonl", data.toString())), model);
        assertThat(best(TopicClassifier.load(model), "قال بعد يوم هذا زهرة في تربة على سقي من بذور"))
                .isEqualTo("garden");
    }

    private static String filed(String outlet, String section, String text) {
        return "{\"outlet\":\"%s\",\"topic\":\"%s\",\"text\":\"%s\"}\n".formatted(outlet, section, text);
    }

    @Test
    void evaluatesAModelOnOtherData() throws IOException {
        Path model = folder.resolve("model");
        TopicTrainer.train(List.of(articles("data.jsonl", 120)), model);
        Path other = write("other.jsonl", """
                {"text":"قال بعد يوم هذا عجين في فرن على خبز من سكر","topic":"مطبخ","outlet":"أ"}
                {"text":"قال بعد يوم هذا زهرة في تربة على سقي","topic":"مطبخ","outlet":"ب"}
                {"text":"قال بعد يوم هذا زهرة في تربة على سقي","topic":"سباق"}
                """);
        TopicEvaluation evaluation = TopicEvaluation.of(TopicClassifier.load(model), List.of(other));
        TopicEvaluation.Figures figures = evaluation.sections().orElseThrow();
        assertThat(figures.articles()).isEqualTo(3);
        assertThat(figures.accuracy()).isBetween(0.3, 0.7);
        assertThat(figures.confusions()).isNotEmpty();
        assertThat(evaluation.toString()).contains("accuracy", "مطبخ", "سباق", "(unknown)");
    }

    @Test
    void saysWhatIsWrongWithTheData() throws IOException {
        Path model = folder.resolve("model");
        assertThatThrownBy(() -> TopicTrainer.train(List.of(folder.resolve("missing")), model))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> TopicTrainer.train(List.of(write("bad", "{\"text\":\"نص\"}\n{oops\n")), model))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("line 2");
        assertThatThrownBy(() -> TopicTrainer.train(List.of(write("array", "[1]\n")), model))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("not a JSON object");
        assertThatThrownBy(() -> TopicTrainer.train(List.of(write("none", "{\"text\":\"نص\"}\n")), model))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("at least two topics");
        assertThatThrownBy(
                        () -> TopicTrainer.train(List.of(write("one", "{\"text\":\"نص\",\"topic\":\"أ\"}\n")), model))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("only أ");
        assertThat(model).doesNotExist();
    }

    @Test
    void refusesWhatIsNoModel() throws IOException {
        assertThatThrownBy(() -> TopicClassifier.load(write("text", "not a model at all")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("not a topic model");
        assertThatThrownBy(() -> TopicClassifier.load(write("empty", "")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("ends too early");
        Path model = folder.resolve("model");
        TopicTrainer.train(List.of(articles("data.jsonl", 60)), model);
        byte[] bytes = Files.readAllBytes(model);
        Path cut = Files.write(folder.resolve("cut"), java.util.Arrays.copyOf(bytes, bytes.length / 2));
        assertThatThrownBy(() -> TopicClassifier.load(cut))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("ends too early");
        bytes[5] = 99;
        Path newer = Files.write(folder.resolve("newer"), bytes);
        assertThatThrownBy(() -> TopicClassifier.load(newer))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("format 99");
    }

    private Path articles(String name, int count) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < count; i++) {
            boolean kitchen = i % 2 == 0;
            lines.append("{\"text\":\"%s\",\"topic\":\"%s\",\"outlet\":\"outlet %d\"}\n"
                    .formatted(text(kitchen ? KITCHEN : GARDEN, i), kitchen ? "مطبخ" : "حديقة", i / 2 % 3));
        }
        return write(name, lines.toString());
    }

    private static String text(String[] words, int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 20; i++) {
            String[] from = i % 2 == 0 ? COMMON : words;
            text.append(from[random.nextInt(from.length)]).append(' ');
        }
        return text.toString();
    }

    private Path write(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    private static String best(TopicClassifier classifier, String text) {
        return classifier.classify(null, text).topics().get(0).topic().code();
    }
}

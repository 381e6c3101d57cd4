package io.ghirbal.nlp.clean.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.within;

import io.ghirbal.nlp.GoldSets;
import io.ghirbal.nlp.clean.BoilerplateKind;
import io.ghirbal.nlp.clean.training.LabelledDocument.RemovedLines;
import io.ghirbal.nlp.clean.training.LabelledDocument.RemovedPart;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CleanerEvaluationTest {
    @TempDir
    Path folder;

    @Test
    void countsLinesAndCharacters() {
        LabelledDocument gold = document("a", "title\n\nkeep me\nread also\nlink one\nlink two", range(4, 6));

        CleanerEvaluation scored =
                CleanerEvaluation.of(List.of(gold), d -> List.of(range(3, 5, BoilerplateKind.RELATED_LINKS)));

        assertThat(scored.precision()).isEqualTo(2 / 3.0, within(1e-9));
        assertThat(scored.recall()).isEqualTo(2 / 3.0, within(1e-9));
        assertThat(scored.f1()).isEqualTo(2 / 3.0, within(1e-9));
        assertThat(scored.documentF1()).isEqualTo(2 / 3.0, within(1e-9));
        assertThat(scored.bodyLoss()).isEqualTo(7 / 12.0, within(1e-9));
        assertThat(scored.boilerplateLeft()).isEqualTo(8 / 25.0, within(1e-9));
        assertThat(scored.damaged()).isEqualTo(1);
        assertThat(scored.rows()).containsExactly(new CleanerEvaluation.Row("a", List.of(3), List.of(6)));
    }

    @Test
    void doesNotMindWhichCopyOfALineGoes() {
        LabelledDocument gold = document("a", "same\nbody\nsame", range(1, 1, BoilerplateKind.DUPLICATE));

        CleanerEvaluation scored =
                CleanerEvaluation.of(List.of(gold), d -> List.of(range(3, 3, BoilerplateKind.DUPLICATE)));

        assertThat(scored.perfect()).isEqualTo(1);
        assertThat(scored.kindAccuracy()).isEqualTo(1);
    }

    @Test
    void mindsWhenBothCopiesGo() {
        LabelledDocument gold = document("a", "same\nbody\nsame", range(1, 1, BoilerplateKind.DUPLICATE));

        CleanerEvaluation scored = CleanerEvaluation.of(
                List.of(gold), d -> List.of(range(1, 1, null), range(3, 3, BoilerplateKind.DUPLICATE)));

        assertThat(scored.damaged()).isEqualTo(1);
    }

    @Test
    void takesADocumentWithNothingToRemoveAsPerfectWhenNothingIsRemoved() {
        CleanerEvaluation scored = CleanerEvaluation.of(List.of(document("a", "one\ntwo")), d -> List.of());

        assertThat(scored.documentF1()).isEqualTo(1);
        assertThat(scored.perfect()).isEqualTo(1);
        assertThat(scored.f1()).isEqualTo(0);
    }

    @Test
    void ignoresLinesBeyondTheText() {
        LabelledDocument gold = document("a", "one\ntwo", range(2, 9));

        CleanerEvaluation scored =
                CleanerEvaluation.of(List.of(gold), d -> List.of(range(-3, 0, null), range(2, 99, null)));

        assertThat(scored.perfect()).isEqualTo(1);
    }

    @Test
    void saysWhichLineOfAFileIsNoLabelledDocument() throws IOException {
        Path file = folder.resolve("broken.jsonl");
        Files.writeString(file, "{\"id\":\"a\",\"text\":\"x\",\"removed\":[]}\n\n{\"id\":\"b\"}\n");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> LabelledDocument.read(file))
                .withMessageContaining("line 3");
    }

    @Test
    void printsTheWorstDocumentsFirst() {
        List<LabelledDocument> gold =
                List.of(document("good", "a\nb", range(1, 1)), document("bad", "a\nb\nc", range(1, 3)));

        CleanerEvaluation scored = CleanerEvaluation.of(gold, d -> List.of(range(1, 1, null)));

        assertThat(scored.report(5))
                .contains("bad: removed wrongly [], missed [2, 3]")
                .doesNotContain("good:");
    }

    /** Of four lines one is to stay and one has no kind; of the three removed the first has the wrong kind and the last was to stay. */
    @Test
    void printsTheFiguresOfHandMadeAnswers() {
        LabelledDocument gold = document(
                "a",
                "one\ntwo\nthree\nfour",
                range(1, 1, BoilerplateKind.RELATED_LINKS),
                range(2, 2, BoilerplateKind.DATE),
                range(4, 4, null));

        CleanerEvaluation scored = CleanerEvaluation.of(
                List.of(gold), d -> List.of(range(1, 2, BoilerplateKind.DATE), range(3, 3, BoilerplateKind.SHARE)));

        assertThat(scored.kinds())
                .containsOnly(
                        entry(BoilerplateKind.RELATED_LINKS, new CleanerEvaluation.KindRecall(1, 1)),
                        entry(BoilerplateKind.DATE, new CleanerEvaluation.KindRecall(1, 1)),
                        entry(BoilerplateKind.OTHER, new CleanerEvaluation.KindRecall(0, 1)));
        assertThat(scored.report(5)).isEqualToNormalizingNewlines("""
                RELATED_LINKS    recall 1.000 of 1 lines
                DATE             recall 1.000 of 1 lines
                OTHER            recall 0.000 of 1 lines
                a: removed wrongly [3], missed [4]
                {"documents": 1, "precision": 0.6667, "recall": 0.6667, "f1": 0.6667, "document_f1": 0.6667, "body_loss": 1, \
                "boilerplate_left": 0.4, "kind_accuracy": 0.5, "perfect": 0, "damaged": 1, \
                "lost_articles": 0, "inline_loss": 0, "inline_recall": 0}""");
    }

    /** Removes lines at random, with a fixed seed, and has score.py and this class score the result. */
    @Test
    void agreesWithTheScoringScript() throws Exception {
        Path script = GoldSets.file("cleaning/score.py");
        GoldSets.need(hasPython(), "python3");
        for (String name : List.of("labelled.jsonl", "composed.jsonl")) {
            Path gold = GoldSets.file("cleaning/" + name);
            SplittableRandom random = new SplittableRandom(42);
            List<LabelledDocument> documents = LabelledDocument.read(gold);
            List<String> lines = new ArrayList<>();
            java.util.Map<String, CleanerEvaluation.Removal> predicted = new java.util.HashMap<>();
            for (LabelledDocument document : documents) {
                List<RemovedLines> ranges = new ArrayList<>();
                for (RemovedLines range : document.removed()) {
                    if (random.nextInt(10) < 8) {
                        ranges.add(new RemovedLines(
                                range.first(), range.last() + random.nextInt(2), BoilerplateKind.SHARE));
                    }
                }
                if (random.nextInt(10) == 0) {
                    ranges.add(range(1, 1 + random.nextInt(3), BoilerplateKind.DUPLICATE));
                }
                CleanerEvaluation.Removal removal = new CleanerEvaluation.Removal(ranges, parts(document, random));
                predicted.put(document.id(), removal);
                lines.add(json(document.id(), removal));
            }
            Path prediction = folder.resolve(name);
            Files.write(prediction, lines, StandardCharsets.UTF_8);

            JsonNode theirs = new JsonMapper()
                    .readTree(lastLine(run("python3", script.toString(), gold.toString(), prediction.toString())));
            JsonNode ours = new JsonMapper()
                    .readTree(CleanerEvaluation.score(
                                    documents, document -> Objects.requireNonNull(predicted.get(document.id())))
                            .json());

            assertThat(theirs.propertyNames()).containsSubsequence(ours.propertyNames());
            for (String figure : ours.propertyNames()) {
                assertThat(ours.get(figure).asDouble())
                        .as(figure)
                        .isEqualTo(theirs.get(figure).asDouble(), within(1e-9));
            }
        }
    }

    /** Most of the labelled parts, a little cut off, and here and there the beginning of a line that has none. */
    private static List<RemovedPart> parts(LabelledDocument document, SplittableRandom random) {
        List<RemovedPart> parts = new ArrayList<>();
        for (RemovedPart part : document.inline()) {
            if (random.nextInt(10) < 8) {
                parts.add(new RemovedPart(
                        part.line(),
                        part.text().substring(0, part.text().length() - random.nextInt(2)),
                        BoilerplateKind.AD));
            }
        }
        String[] lines = document.text().split("\r\n|\n|\r", -1);
        int line = random.nextInt(lines.length);
        if (lines[line].length() > 20) {
            parts.add(new RemovedPart(line + 1, lines[line].substring(5, 20), BoilerplateKind.AD));
        }
        return parts;
    }

    private static String json(String id, CleanerEvaluation.Removal removal) {
        JsonMapper json = new JsonMapper();
        List<String> ranges = removal.lines().stream()
                .map(r -> "{\"first\":" + r.first() + ",\"last\":" + r.last() + ",\"kind\":\"" + r.kind() + "\"}")
                .toList();
        List<String> parts = removal.parts().stream()
                .map(p -> "{\"line\":" + p.line() + ",\"text\":" + json.writeValueAsString(p.text()) + "}")
                .toList();
        return "{\"id\":" + json.writeValueAsString(id) + ",\"removed\":[" + String.join(",", ranges) + "],\"inline\":["
                + String.join(",", parts) + "]}";
    }

    private static boolean hasPython() {
        try {
            return new ProcessBuilder("python3", "--version").start().waitFor(10, TimeUnit.SECONDS);
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static String run(String... command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static String lastLine(String text) {
        List<String> lines = text.lines().toList();
        return lines.get(lines.size() - 1);
    }

    private static LabelledDocument document(String id, String text, RemovedLines... removed) {
        return new LabelledDocument(id, "", "", null, text, List.of(removed));
    }

    private static RemovedLines range(int first, int last) {
        return range(first, last, BoilerplateKind.RELATED_LINKS);
    }

    private static RemovedLines range(int first, int last, @Nullable BoilerplateKind kind) {
        return new RemovedLines(first, last, kind);
    }
}

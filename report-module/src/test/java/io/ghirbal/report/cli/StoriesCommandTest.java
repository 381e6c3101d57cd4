package io.ghirbal.report.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.ghirbal.report.cli.GhirbalJar.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoriesCommandTest {
    @TempDir
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    StoriesCommandTest() {}

    @Test
    void trainsAndScoresAModelAndCountsWords() throws Exception {
        Path data = labelled();

        Answer scored = InProcess.call("stories", "evaluate", data);
        assertThat(scored.exitCode()).as(scored.err()).isZero();
        assertThat(scored.out()).startsWith("24 pairs, 1 more without their articles: ");

        Answer trained = InProcess.call("stories", "train", data, "--out", folder);
        assertThat(trained.exitCode()).as(trained.err()).isZero();
        assertThat(trained.out())
                .startsWith("24 pairs, 1 more without their articles")
                .contains("النهار", "المساء", "trained on");
        assertThat(folder.resolve("pair-weights.txt"))
                .content()
                .startsWith("# ")
                .hasLineCount(lines("pair-weights.txt"));

        Answer counted = InProcess.call("stories", "count", data, "--out", folder);
        assertThat(counted.exitCode()).as(counted.err()).isZero();
        assertThat(folder.resolve("word-frequencies.txt")).content().contains("written by `stories count`");
    }

    @Test
    void saysWhichFileIsNotThere() {
        Answer none = InProcess.call("stories", "evaluate", folder.resolve("no.jsonl"));

        assertThat(none.exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(none.err()).hasLineCount(1).contains("no.jsonl");
    }

    /** How many lines the file of the standard model has: a line for each feature, whatever it was trained on. */
    private static int lines(String resource) throws IOException {
        Path standard = Path.of("..", "nlp-module", "src", "main", "resources", "io", "ghirbal", "nlp", "story");
        return Files.readAllLines(standard.resolve(resource)).size();
    }

    /** Happenings of one paper, each copied by the other, or told by it in other words, or followed by something else. */
    private Path labelled() throws IOException {
        String[] what = {"حريقا", "زلزالا", "فيضانا", "معرضا", "مؤتمرا", "سباقا", "اعتصاما", "انهيارا"};
        String[] where = {"المرفأ", "الجبل", "الوادي", "المتحف", "الجامعة", "الملعب", "المصنع", "السوق"};
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < what.length; i++) {
            String told = "شهدت مدينة %s %s اليوم حضره %d شخصا بحسب ما قال المسؤولون في بيان صدر بعد الظهر"
                    .formatted(where[i], what[i], 100 + i);
            lines.append(article("a" + i, "النهار", told))
                    .append(article("b" + i, "المساء", told))
                    .append(article(
                            "c" + i,
                            "المساء",
                            "%d شخصا كانوا في %s حين رأوا %s كما روى شهود عيان لمراسلنا مساء"
                                    .formatted(100 + i, where[i], what[i])))
                    .append(pair("a" + i, "b" + i, "duplicate"))
                    .append(pair("a" + i, "c" + i, "same-event"))
                    .append(pair("b" + i, "c" + (i + 1) % what.length, i % 2 == 0 ? "same-topic" : "unrelated"));
        }
        lines.append(pair("a0", "nowhere", "unrelated"));
        return Files.writeString(folder.resolve("labelled.jsonl"), lines);
    }

    private static String article(String id, String outlet, String text) {
        return "{\"id\":\"%s\",\"outlet\":\"%s\",\"title\":\"%s\",\"text\":\"%s\",\"date\":\"2026-11-20\"}\n"
                .formatted(id, outlet, text.substring(0, 30), text);
    }

    private static String pair(String a, String b, String label) {
        return "{\"a\":\"%s\",\"b\":\"%s\",\"label\":\"%s\"}\n".formatted(a, b, label);
    }
}

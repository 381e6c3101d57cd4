package io.ghirbal.nlp.clean.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class CleanerCrossValidationTest {
    private static final CleanerTrainer.Settings SETTINGS = new CleanerTrainer.Settings(25, 1, 0, 0, 1);

    /** The formulas of each outlet are its own: what was learnt from the other one does not tell them. */
    @Test
    void scoresEachOutletWithWhatWasLearntFromTheOthers() {
        List<String> printed = validate();

        assertThat(printed)
                .filteredOn(line -> line.startsWith(SmallCorpus.COAST) || line.startsWith(SmallCorpus.VALLEY))
                .hasSize(2)
                .allMatch(line -> line.contains("   6 documents  f1 "))
                // what only one outlet writes is known by its form, but not of what kind it is
                .noneMatch(line -> line.contains("kind 1.000"));
        assertThat(printed.subList(0, 1)).containsExactly("labelled");
        assertThat(printed).anyMatch(line -> line.startsWith("all ") && line.contains("  12 documents"));
    }

    @Test
    void printsTheSameEachTime() {
        assertThat(validate()).isEqualTo(validate());
    }

    private static List<String> validate() {
        CleanerCorpus corpus = new CleanerCorpus(SmallCorpus.documents(), List.of(), List.of(), 0);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        CleanerCrossValidation.of(corpus, SETTINGS, 0).print(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        return bytes.toString(StandardCharsets.UTF_8).lines().toList();
    }
}

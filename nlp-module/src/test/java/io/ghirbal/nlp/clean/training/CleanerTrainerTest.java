package io.ghirbal.nlp.clean.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.ghirbal.nlp.clean.BoilerplateCleaner;
import io.ghirbal.nlp.clean.Vocabulary;
import io.ghirbal.nlp.clean.training.CleanerTrainer.Settings;
import java.util.List;
import org.junit.jupiter.api.Test;

class CleanerTrainerTest {
    private static final Settings SETTINGS = Settings.standard();
    private static final List<CleanerCorpus.Lesson> LESSONS =
            new CleanerCorpus(SmallCorpus.titled(), List.of(), List.of(), 12).lessons();

    @Test
    void fitsASmallCorpusThatWhatItKnowsBeforeDoesNot() {
        CleanerEvaluation before = score(CleanerTrainer.train(LESSONS, iterations(0)));
        CleanerEvaluation after = score(CleanerTrainer.train(LESSONS, iterations(120)));

        assertThat(before.f1()).isLessThan(0.8);
        assertThat(after.perfect()).as(after.report(12)).isEqualTo(1);
        assertThat(after.kindAccuracy()).isEqualTo(1);
    }

    @Test
    void givesTheSameWeightsForTheSameLessons() {
        assertThat(CleanerTrainer.train(LESSONS, iterations(15)))
                .isEqualTo(CleanerTrainer.train(List.copyOf(LESSONS), iterations(15)));
    }

    @Test
    void learnsFromOneDocumentMoreTheMoreItWeighs() {
        LabelledDocument document = SmallCorpus.documents().get(0);

        assertThat(weight("always", document, 10)).isGreaterThan(weight("always", document, 0.1));
    }

    /** The largest weight on the line of a feature. */
    private static double weight(String feature, LabelledDocument document, double weight) {
        return CleanerTrainer.train(List.of(new CleanerCorpus.Lesson(document, weight, false)), iterations(30)).stream()
                .filter(line -> line.startsWith(feature + ' '))
                .flatMap(line -> List.of(line.split(" ", -1)).stream())
                .filter(word -> word.matches("-?\\d+\\.\\d\\d"))
                .mapToDouble(Double::parseDouble)
                .map(Math::abs)
                .max()
                .orElse(0);
    }

    private static Settings iterations(int iterations) {
        return new Settings(
                iterations, SETTINGS.keepMargin(), SETTINGS.hiddenCopies(), SETTINGS.hiddenShare(), SETTINGS.seed());
    }

    private static CleanerEvaluation score(List<String> weights) {
        return CleanerEvaluation.of(SmallCorpus.titled(), BoilerplateCleaner.of(Vocabulary.standard(), weights));
    }
}

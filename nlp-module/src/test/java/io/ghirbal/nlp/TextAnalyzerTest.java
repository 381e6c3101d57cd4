package io.ghirbal.nlp;

import static org.assertj.core.api.Assertions.assertThat;

import io.ghirbal.nlp.clean.BoilerplateCleaner;
import io.ghirbal.nlp.clean.RemovedBlock;
import io.ghirbal.nlp.topic.TopicClassifier;
import io.ghirbal.nlp.topic.TopicEvidence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class TextAnalyzerTest {
    private static final BoilerplateCleaner CLEANER = BoilerplateCleaner.standard();
    private static final TopicClassifier CLASSIFIER = TopicClassifier.standard();
    private static final TextAnalyzer ANALYZER = new TextAnalyzer(CLEANER, CLASSIFIER);

    @Test
    void cleansASeedAndNamesItsTopics() throws IOException {
        TextAnalysis analysis = ANALYZER.analyze(seed("004_2abccfc8316cc9a4.txt"), null);

        assertThat(analysis.metadata().publishedOn()).isEqualTo(LocalDate.of(2023, 12, 9));
        assertThat(analysis.metadata().attribution()).isEqualTo("شبكة الأمة برس");
        assertThat(analysis.body()).startsWith("القاهرة: توافق الرئيس المصري").doesNotContain("2023-12-09");
        assertThat(analysis.language()).isEqualTo("ar");
        assertThat(analysis.topics())
                .extracting(scored -> scored.topic().name())
                .containsExactly("politics and government", "conflict, war and peace");
    }

    @Test
    void saysWhatCleanerAndClassifierSay() throws IOException {
        String text = seed("001_9fd277db5f56dc45.txt");
        TextAnalysis analysis = ANALYZER.analyze(text, "عنوان من المصدر");

        assertThat(analysis.removed().all())
                .isEqualTo(CLEANER.clean(text, "عنوان من المصدر").removed().all());
        assertThat(analysis.metadata().title()).isEqualTo("عنوان من المصدر");
        assertThat(analysis.classification()).isEqualTo(CLASSIFIER.classify("عنوان من المصدر", analysis.body()));
        assertThat(ANALYZER.explain(analysis, 3))
                .hasSameSizeAs(analysis.topics())
                .isEqualTo(CLASSIFIER.explain("عنوان من المصدر", analysis.body(), 3));
    }

    @Test
    void countsEveryLineAndCharacterAsKeptOrRemoved() throws IOException {
        TextAnalysis analysis = ANALYZER.analyze(seed("003_25fe7f9002335ffe.txt"), null);

        assertThat(analysis.lines()).isEqualTo(23);
        assertThat(analysis.removedLines()).isEqualTo(13);
        assertThat(analysis.keptLines()).isEqualTo(10);
        int removed = analysis.removed().all().stream()
                .mapToInt(block -> analysis.removed().charactersOf(block))
                .sum();
        int kept = Objects.requireNonNull(analysis.metadata().title()).length()
                + analysis.body().lines().mapToInt(String::length).sum();
        assertThat(analysis.removedCharacters()).isEqualTo(removed);
        assertThat(analysis.keptCharacters()).isEqualTo(kept);
        assertThat(analysis.characters()).isEqualTo(kept + removed);
    }

    @Test
    void explainsNoTopicWhereThereIsNone() {
        TextAnalysis analysis = ANALYZER.analyze("", null);
        List<TopicEvidence> evidence = ANALYZER.explain(analysis, 8);

        assertThat(analysis.body()).isEmpty();
        assertThat(analysis.topics()).isEmpty();
        assertThat(analysis.classification().note()).isEqualTo("no text");
        assertThat(analysis.removed().all()).extracting(RemovedBlock::kind).isEmpty();
        assertThat(analysis.characters()).isZero();
        assertThat(evidence).isEmpty();
    }

    private static String seed(String name) throws IOException {
        return Files.readString(Path.of("../seeds", name));
    }
}

package io.ghirbal.report.corpus;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ghirbal.ingest.source.Rejection;
import io.ghirbal.ingest.source.RejectionCause;
import io.ghirbal.ingest.source.SourceDocument;
import io.ghirbal.ingest.source.SourceRecord;
import io.ghirbal.nlp.TextAnalyzer;
import io.ghirbal.report.export.ArticleFields;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CorpusCleanerTest {
    private static final TextAnalyzer ANALYZER = TextAnalyzer.standard();

    @Test
    void writesTheSameBytesInTheOrderOfTheDocumentsForAnyNumberOfThreads() throws IOException {
        List<SourceRecord> documents = new ArrayList<>();
        for (int i = 1; i <= 500; i++) {
            documents.add(
                    i % 50 == 0
                            ? new Rejection("a.jsonl", i, RejectionCause.MALFORMED, "broken " + i)
                            : document(
                                    i,
                                    "خبر رقم %d من أخبار اليوم في المدينة\n"
                                            .formatted(i)
                                            .repeat(i % 7 + 1)));
        }
        String expected = clean(documents, CorpusSelection.ALL, 1).lines;

        assertThat(expected.lines()).hasSize(490).first().asString().contains("\"source\":\"a.jsonl\",\"record\":1,");
        for (int threads : new int[] {2, 3, 8}) {
            assertThat(clean(documents, CorpusSelection.ALL, threads).lines).isEqualTo(expected);
        }
    }

    @Test
    void countsWhatIsLeftOutAndKeepsTheFirstOfEachCause() throws IOException {
        List<SourceRecord> documents = List.of(
                document(1, "نص من أربع كلمات"),
                document(2, "The mayor said on Monday that the new bridge of the city was open to all"),
                document(3, "قالت البلدية في المدينة إن الجسر الجديد الذي بدأ العمل فيه من قبل مفتوح أمام الناس"),
                new Rejection("a.jsonl", 4, RejectionCause.NO_TEXT, "first"),
                new Rejection("a.jsonl", 5, RejectionCause.EMPTY, "second"),
                new Rejection("a.jsonl", 6, RejectionCause.NO_TEXT, "third"));

        CorpusCounts counts = clean(documents, new CorpusSelection(5, Set.of("ar")), 1).counts;

        assertThat(counts.read()).isEqualTo(6);
        assertThat(counts.written()).isEqualTo(1);
        assertThat(counts.tooShort()).isEqualTo(1);
        assertThat(counts.inOtherLanguage()).isEqualTo(1);
        assertThat(counts.turnedAway()).isEqualTo(3);
        assertThat(counts.causes().byName().keySet()).containsExactly("EMPTY", "NO_TEXT");
        assertThat(counts.causes().byName().get("NO_TEXT"))
                .isEqualTo(new Causes.Cause(2, new TurnedAway("NO_TEXT", "a.jsonl", 4, "first")));
    }

    @Test
    void goesOnBehindAnArticleThatCannotBeAnalysed() throws IOException {
        CorpusCleaner.Analysis failing = (text, title, hints) -> {
            if (text.startsWith("bad")) {
                throw new IllegalStateException("no such word");
            }
            if (text.startsWith("deep")) {
                throw new StackOverflowError();
            }
            return ANALYZER.analyze(text, title);
        };
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        CorpusCounts counts = new CorpusCleaner(failing, CorpusSelection.ALL, false, 2)
                .clean(
                        each(List.of(document(1, "bad"), document(2, "نص"), document(3, "deep"))),
                        CorpusOutput.lines(ArticleFields.CLEANED, out));

        assertThat(counts.written()).isEqualTo(1);
        Causes.Cause failed = Objects.requireNonNull(counts.causes().byName().get(TurnedAway.FAILED));
        assertThat(failed.documents()).isEqualTo(2);
        assertThat(failed.first().record()).isEqualTo(1);
        assertThat(failed.first().message()).contains("no such word");
    }

    @Test
    void readsOnlyAFewDocumentsAheadOfAnOutputThatDoesNotTakeThem() {
        AtomicInteger read = new AtomicInteger();
        OutputStream closed = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("Broken pipe");
            }
        };

        assertThatThrownBy(() -> new CorpusCleaner(ANALYZER, CorpusSelection.ALL, false, 2)
                        .clean(
                                () -> document(read.incrementAndGet(), "خبر من أخبار اليوم"),
                                CorpusOutput.lines(ArticleFields.CLEANED, closed)))
                .isInstanceOf(IOException.class)
                .hasMessage("Broken pipe");
        assertThat(read).hasValueLessThan(1_000);
    }

    private record Cleaned(CorpusCounts counts, String lines) {}

    private static Cleaned clean(List<SourceRecord> documents, CorpusSelection selection, int threads)
            throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CorpusCounts counts = new CorpusCleaner(ANALYZER, selection, true, threads)
                .clean(each(documents), CorpusOutput.lines(ArticleFields.WITH_REMOVED_TEXT, out));
        return new Cleaned(counts, out.toString(UTF_8));
    }

    private static Supplier<@Nullable SourceRecord> each(List<? extends SourceRecord> documents) {
        Iterator<? extends SourceRecord> left = documents.iterator();
        return () -> left.hasNext() ? left.next() : null;
    }

    private static SourceDocument document(int record, String text) {
        return new SourceDocument("a.jsonl", record, null, null, null, null, null, "UTF-8", text);
    }
}

package io.ghirbal.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ghirbal.ingest.source.ArticleSources;
import io.ghirbal.ingest.source.Position;
import io.ghirbal.ingest.source.SourceDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class DocumentsAheadTests {
    private static final int DOCUMENTS = 500;

    @TempDir
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    DocumentsAheadTests() {}

    @Test
    void givesEveryDocumentInItsOrderAndTellsThePlaceOfTheOneGivenLast() throws Exception {
        try (DocumentsAhead documents = open()) {
            assertThat(documents.position()).isNull();
            List<String> texts = new ArrayList<>();
            for (MetDocument next = documents.next(); next != null; next = documents.next()) {
                texts.add(((SourceDocument) next.record()).text());
                assertThat(documents.position()).isEqualTo(new Position(0, "news.jsonl", texts.size()));
            }
            assertThat(texts)
                    .isEqualTo(IntStream.rangeClosed(1, DOCUMENTS)
                            .mapToObj("خبر رقم %d"::formatted)
                            .toList());
            assertThat(documents.next()).as("after the last").isNull();
            assertThat(documents.position()).isEqualTo(new Position(0, "news.jsonl", DOCUMENTS));
        }
    }

    @Test
    void endsItsThreadWhenItIsClosedInTheMiddleAndSaysSoWhenAskedForMore() throws Exception {
        DocumentsAhead documents = open();
        assertThat(documents.next()).isNotNull();
        documents.close();
        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .doesNotContain("documents-ahead");
        assertThatThrownBy(documents::next).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void passesOnWhatTheReadingThreadFailedWithEachTimeItIsAsked() throws Exception {
        MetDocuments broken = new MetDocuments(ArticleSources.standard().read(List.of(news())), List.of(news()));
        broken.close();
        try (DocumentsAhead documents = new DocumentsAhead(broken)) {
            for (int i = 0; i < 2; i++) {
                assertThatThrownBy(documents::next)
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessage("The documents are closed.");
            }
        }
    }

    private DocumentsAhead open() throws IOException {
        Path news = news();
        return new DocumentsAhead(new MetDocuments(ArticleSources.standard().read(List.of(news)), List.of(news)));
    }

    private Path news() throws IOException {
        return Files.writeString(
                folder.resolve("news.jsonl"),
                IntStream.rangeClosed(1, DOCUMENTS)
                        .mapToObj("{\"text\":\"خبر رقم %d\"}"::formatted)
                        .collect(Collectors.joining("\n")));
    }
}

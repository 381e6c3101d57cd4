package io.ghirbal.report.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.ghirbal.ingest.source.ArticleSources;
import io.ghirbal.ingest.source.Documents;
import io.ghirbal.ingest.source.Rejection;
import io.ghirbal.ingest.source.SourceDocument;
import io.ghirbal.ingest.source.SourceRecord;
import io.ghirbal.nlp.clean.BoilerplateCleaner;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GeneratedArticlesTest {
    private static final int DOCUMENTS = 5_000;

    @TempDir
    private Path folder;

    @Test
    void writesTheSameForTheSameSeedAndElseForAnother() {
        GeneratedArticles articles = new GeneratedArticles(7);

        assertThat(new GeneratedArticles(7).line(4711)).isEqualTo(articles.line(4711));
        assertThat(new GeneratedArticles(8).line(4711)).isNotEqualTo(articles.line(4711));
    }

    @Test
    void keepsItsShares() throws IOException {
        long bytes = new GeneratedArticles(1).write(folder, DOCUMENTS, false);
        List<SourceDocument> read = new ArrayList<>();
        int rejected = 0;
        try (Documents documents = ArticleSources.standard().read(List.of(folder))) {
            for (SourceRecord record = documents.next(); record != null; record = documents.next()) {
                if (record instanceof Rejection) {
                    rejected++;
                } else {
                    read.add((SourceDocument) record);
                }
            }
        }

        BoilerplateCleaner cleaner = BoilerplateCleaner.standard();
        Set<String> texts = new HashSet<>();
        Map<String, Integer> outlets = new HashMap<>();
        long characters = 0;
        int withBoilerplate = 0;
        for (SourceDocument document : read) {
            outlets.merge(Objects.requireNonNull(document.outlet()), 1, Integer::sum);
            if (texts.add(document.text())) {
                characters += document.text().length();
                withBoilerplate += cleaner.clean(document.text(), document.title())
                                .removed()
                                .all()
                                .isEmpty()
                        ? 0
                        : 1;
            }
        }
        List<Integer> byRank = new ArrayList<>(outlets.values());
        byRank.sort(Collections.reverseOrder());

        assertThat(read.size() + rejected).isEqualTo(DOCUMENTS);
        assertThat(rejected).as("1 %% are broken").isBetween(25, 75);
        assertThat(read.size() - texts.size()).as("5 %% are duplicates").isBetween(200, 300);
        assertThat(withBoilerplate * 100 / texts.size())
                .as("%% with boilerplate")
                .isBetween(25, 36);
        assertThat(characters / texts.size()).as("characters a text").isBetween(1_300L, 2_100L);
        assertThat(bytes / DOCUMENTS).as("bytes a document").isBetween(2_700L, 3_900L);
        assertThat(outlets).hasSize(50);
        assertThat(byRank.get(0)).as("twice the second").isBetween(byRank.get(1) * 3 / 2, byRank.get(1) * 3);
    }

    @Test
    void compressesTheSameLines() throws IOException {
        new GeneratedArticles(1).write(folder.resolve("plain"), 100, false);
        long bytes = new GeneratedArticles(1).write(folder.resolve("gzip"), 100, true);

        byte[] plain = Files.readAllBytes(folder.resolve("plain/news-000000.jsonl"));
        assertThat(bytes).isEqualTo(plain.length);
        try (InputStream file = Files.newInputStream(folder.resolve("gzip/news-000000.jsonl.gz"))) {
            assertThat(new GZIPInputStream(file).readAllBytes()).isEqualTo(plain);
        }
    }
}

package io.ghirbal.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * Any bytes come out as documents that every database can keep, or as rejections in one line; nothing else is thrown than what says that
 * the stream broke. An ordinary test runs the seeds in src/test/resources; CONTRIBUTING.md says how to fuzz.
 */
class ReadersFuzzTest {
    private static final int MAX_BYTES = 1 << 16;
    private static final ExpansionLimit LIMIT = new ExpansionLimit(1 << 20, 250);

    @FuzzTest(maxDuration = "2m")
    void readsAnyTextFile(byte[] bytes) throws IOException {
        check(new TextFormat(MAX_BYTES, Interpretation.USUAL), new ByteArrayInputStream(bytes));
    }

    @FuzzTest(maxDuration = "2m")
    void readsAnyJsonLines(byte[] bytes) throws IOException {
        check(new JsonFormat(MAX_BYTES, Interpretation.USUAL), new ByteArrayInputStream(bytes));
    }

    @FuzzTest(maxDuration = "2m")
    void readsAnyJsonDocument(byte[] bytes) throws IOException {
        check("a.json", new JsonFormat(MAX_BYTES, Interpretation.USUAL), new ByteArrayInputStream(bytes));
    }

    @FuzzTest(maxDuration = "2m")
    void readsAnyWebArchive(byte[] bytes) throws IOException {
        check(new WarcFormat(MAX_BYTES, Interpretation.USUAL), new ByteArrayInputStream(bytes));
    }

    @FuzzTest(maxDuration = "2m")
    void readsAnyTable(byte[] bytes) throws IOException {
        check(new CsvFormat(MAX_BYTES, Interpretation.USUAL), new ByteArrayInputStream(bytes));
    }

    @FuzzTest(maxDuration = "2m")
    void readsAnyPage(byte[] bytes) throws IOException {
        check(new HtmlFormat(MAX_BYTES, Interpretation.USUAL), new ByteArrayInputStream(bytes));
    }

    @FuzzTest(maxDuration = "2m")
    void readsAnyArchiveOfFiles(byte[] bytes) {
        ArchiveFormat archives = new ArchiveFormat(ArticleSources.formats(MAX_BYTES, Interpretation.USUAL), LIMIT);
        try (SourceRecords records = archives.open("a.zip", new ByteArrayInputStream(bytes))) {
            long last = 0;
            for (SourceRecord next = records.next(); next != null; next = records.next()) {
                assertThat(records.record()).isGreaterThan(last);
                last = records.record();
                assertStorable(next.source());
                checkOne(next);
            }
        } catch (IOException e) {
            assertThat(SourceFiles.reason(e)).hasLineCount(1);
        }
    }

    @FuzzTest(maxDuration = "2m")
    void readsAnyArchive(byte[] bytes) {
        for (Compression compression : new Compression[] {Compression.GZIP, Compression.ZSTD}) {
            try (InputStream plain = compression.decompress(new ByteArrayInputStream(bytes), LIMIT)) {
                check(new JsonFormat(MAX_BYTES, Interpretation.USUAL), plain);
            } catch (IOException e) {
                assertThat(SourceFiles.reason(e)).hasLineCount(1);
            }
        }
    }

    private static void check(StreamFormat format, InputStream bytes) throws IOException {
        check("a", format, bytes);
    }

    private static void check(String name, StreamFormat format, InputStream bytes) throws IOException {
        long last = 0;
        try (SourceRecords records = format.open(name, bytes)) {
            for (SourceRecord next = records.next(); next != null; next = records.next()) {
                assertThat(next.record()).isGreaterThan(last);
                last = next.record();
                checkOne(next);
            }
        }
    }

    private static void checkOne(SourceRecord next) {
        if (next instanceof Rejection rejection) {
            assertStorable(rejection.message());
            assertThat(rejection.message().lines().count()).isEqualTo(1);
            return;
        }
        SourceDocument document = (SourceDocument) next;
        for (String part : new String[] {
            document.text(),
            document.title(),
            document.author(),
            document.outlet(),
            document.url(),
            document.externalId(),
            document.published(),
            document.tagsAsJson(),
            document.extra(),
            document.lineHints()
        }) {
            if (part != null) {
                assertStorable(part);
                assertThat(TextDecoder.isBlank(part)).isFalse();
            }
        }
        String hints = document.lineHints();
        if (hints != null) {
            assertThat(hints).hasSize((int) document.text().lines().count());
        }
    }

    /** Neither U+0000 nor half a character: PostgreSQL refuses both. */
    private static void assertStorable(String text) {
        assertThat(text.indexOf('\0')).isNegative();
        assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(text)).isTrue();
    }
}

package io.ghirbal.ingest.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Formats of others, and streams whose format is told. */
class OtherFormatTests {
    private static final String LETTERS = "عنوان = نص\nbroken\nthrow\nآخر =  \nثالث = نص آخر";

    @TempDir
    Path folder;

    @Test
    void readsAFormatThatIsFoundInTheClassPath() {
        Reading reading = new Reading(folder).write("a.letters", LETTERS);

        assertThat(reading.outcomes()).containsExactly("1 نص", "2 MALFORMED", "3 UNREADABLE", "4 EMPTY", "5 نص آخر");
        assertThat((SourceDocument) reading.all().get(0))
                .returns("عنوان", SourceDocument::title)
                .returns("B", SourceDocument::lineHints);
        assertThat(((Rejection) reading.all().get(1)).message())
                .isEqualTo("The line has no = after its title; add one.");
    }

    @Test
    void decompressesItAndTakesItOutOfArchives() {
        Reading reading = new Reading(folder)
                .write("a.letters.gz", Reading.gzip("ا = ب".getBytes(UTF_8)))
                .write("b.zip", ArchiveFormatTests.archive("b.zip", Map.of("c.LETTERS", "ا = ج".getBytes(UTF_8))))
                .write("c.letters", "");

        assertThat(reading.outcomes()).containsExactly("1 ب", "1 ج", "1 EMPTY");
    }

    @Test
    void changesNoFormatThatWasThere() {
        assertThat(new Reading(folder).write("a.txt", "عنوان = نص").document().text())
                .isEqualTo("عنوان = نص");
    }

    @Test
    void isDocumentedAsItStandsInTheTests() throws Exception {
        assertThat(Files.readString(Path.of("../docs/add-a-format.md")))
                .contains(Files.readString(Path.of("src/test/java/io/ghirbal/ingest/source/LetterFormat.java"))
                        .lines()
                        .dropWhile(line -> !line.startsWith("public final class"))
                        .reduce("", (a, b) -> a + b + "\n"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "jsonl ~ {\"text\":\"نص\"} ~ 1 نص",
                "JSON ~ [{\"text\":\"نص\"}] ~ 1 نص",
                "csv ~ text|نص ~ 2 نص",
                "html ~ <p>نص ~ 1 نص",
                "txt ~ نص ~ 1 نص",
                "warc ~ نص ~ 1 MALFORMED",
                "letters ~ ا = ب ~ 1 ب",
                "zip ~ نص ~ 1 MALFORMED",
                "jsonl.gz ~ نص ~ 1 UNREADABLE"
            })
    void readsAStreamWhoseFormatIsTold(String format, String content, String outcome) {
        assertThat(stream(format, content.replace('|', '\n').getBytes(UTF_8))).containsExactly(outcome);
    }

    @ParameterizedTest
    @ValueSource(strings = {"zip", "tar", "tgz", "tar.gz"})
    void readsAnArchiveFromAStream(String format) {
        byte[] archive = ArchiveFormatTests.archive("a." + format, Map.of("a.html", "<p>نص".getBytes(UTF_8)));

        assertThat(stream(format, archive)).containsExactly("1 نص");
    }

    @ParameterizedTest
    @ValueSource(strings = {"parquet", "docx", "", "csv."})
    void readsNoStreamOfAFormatThatIsReadHereAndThereOrUnknown(String format) {
        assertThat(ArticleSources.standard().canStream(format)).isFalse();
        assertThatThrownBy(() -> stream(format, new byte[1])).isInstanceOf(IllegalArgumentException.class);
    }

    private static List<String> stream(String format, byte[] content) {
        List<String> outcomes = new ArrayList<>();
        try (StreamedDocuments documents =
                ArticleSources.standard().stream("-", format, new ByteArrayInputStream(content))) {
            for (SourceRecord record = documents.next(); record != null; record = documents.next()) {
                outcomes.add(record.record()
                        + " "
                        + (record instanceof SourceDocument document
                                ? document.text()
                                : ((Rejection) record).cause().name()));
            }
        }
        return outcomes;
    }
}

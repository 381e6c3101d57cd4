package io.ghirbal.ingest.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArticleSourcesTests {
    private static final String ARTICLE =
            "أعلن الوزير اليوم، في مؤتمر صحفي، أن المحادثات ستستأنف غدا.\nوقال إن الاتفاق قريب.";

    @TempDir
    Path folder;

    // --- text files

    @Test
    void tellsFilesOfAnEndingThatNoFormatReadsOnceAFolder() throws IOException {
        Files.createDirectory(folder.resolve("b"));
        for (String name : List.of("1.jpg", "2.JPG", "3.png", "4.jpg", "b/1.jpg", "b/a.txt")) {
            Files.writeString(folder.resolve(name), "نص " + name);
        }

        assertThat(read(ArticleSources.standard(), folder))
                .extracting(SourceRecord::source)
                .containsExactly("1.jpg", "3.png", "b/1.jpg", "b/a.txt");
        Rejection first = (Rejection) read(ArticleSources.standard(), folder).get(0);
        assertThat(first.cause()).isEqualTo(RejectionCause.UNSUPPORTED);
        assertThat(first.message()).startsWith("There are 2 more such files in the folder. No format reads");
    }

    @Test
    void readsATextFileUnchanged() throws IOException {
        write("a.txt", ARTICLE.replace("\n", "\r\n").getBytes(UTF_8));

        SourceDocument document = onlyDocument();
        assertThat(document.text()).isEqualTo(ARTICLE.replace("\n", "\r\n"));
        assertThat(document.source()).isEqualTo("a.txt");
        assertThat(document.record()).isEqualTo(1);
        assertThat(document.charset()).isEqualTo("UTF-8");
        assertThat(document.title()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void leavesTheByteOrderMarkOut(String charset) throws IOException {
        write("a.txt", ("\uFEFF" + ARTICLE).getBytes(Charset.forName(charset)));

        assertThat(onlyDocument().text()).isEqualTo(ARTICLE);
        assertThat(onlyDocument().charset()).isEqualTo(charset);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "windows-1256"})
    void recognisesCharsetsWithoutAByteOrderMark(String charset) throws IOException {
        write("a.txt", ARTICLE.getBytes(Charset.forName(charset)));

        assertThat(onlyDocument().text()).isEqualTo(ARTICLE);
        assertThat(onlyDocument().charset()).isEqualTo(charset);
    }

    @ParameterizedTest
    @ValueSource(strings = {"خبر", "خبر عاجل", "محمد", "2023 خبر", "نعم، لا", "خبر عاجل: BBC"})
    void recognisesShortTexts(String text) throws IOException {
        for (String charset : List.of("UTF-8", "UTF-16LE", "UTF-16BE", "windows-1256")) {
            write("a.txt", text.getBytes(Charset.forName(charset)));
            assertThat(onlyDocument().text()).as(charset).isEqualTo(text);
        }
    }

    @Test
    void doesNotTakeUtf16OfLatinLettersForBinary() throws IOException {
        write("a.txt", "Plain words, nothing more.\n".getBytes(StandardCharsets.UTF_16LE));

        assertThat(onlyDocument().text()).isEqualTo("Plain words, nothing more.\n");
    }

    @Test
    void refusesUtf8WithATruncatedLetterInsteadOfMakingMojibakeOfIt() throws IOException {
        byte[] bytes = ARTICLE.getBytes(UTF_8);
        byte[] cut = Arrays.copyOf("السلام عليكم".getBytes(UTF_8), 22);
        write("a.txt", Arrays.copyOf(bytes, ARTICLE.substring(0, 20).getBytes(UTF_8).length - 1));
        write("b.txt", cut.length % 2 == 0 ? Arrays.copyOf(cut, 20) : cut);

        assertThat(onlyRejection("a.txt").cause()).isEqualTo(RejectionCause.UNDECODABLE);
        assertThat(onlyRejection("a.txt").message()).contains("Byte").contains("UTF-8");
    }

    @Test
    void refusesAForeignSingleByteCharset() throws IOException {
        write(
                "a.txt",
                "Le président a déclaré à la télévision que l'été sera très chaud, même après la fête."
                        .getBytes(StandardCharsets.ISO_8859_1));
        write(
                "b.txt",
                "Президент сказал сегодня, что переговоры продолжатся завтра утром в столице."
                        .getBytes(Charset.forName("windows-1251")));

        assertThat(onlyRejection("a.txt").cause()).isEqualTo(RejectionCause.UNDECODABLE);
        assertThat(onlyRejection("b.txt").cause()).isEqualTo(RejectionCause.UNDECODABLE);
    }

    @Test
    void refusesEmptyAndBlankFiles() throws IOException {
        write("a.txt", new byte[0]);
        write("b.txt", " \n\t\u00A0\u200F\r\n".getBytes(UTF_8));
        write("c.txt", "\uFEFF".getBytes(UTF_8));
        write("d.txt", "\uFEFF".getBytes(StandardCharsets.UTF_16LE));
        write("e.jsonl", new byte[0]);
        write("f.jsonl", "\n \n".getBytes(UTF_8));

        assertThat(read())
                .hasSize(6)
                .allSatisfy(record -> assertThat(cause(record)).isEqualTo(RejectionCause.EMPTY));
    }

    @Test
    void refusesBinaryFilesUnderATextName() throws IOException {
        write("a.txt", "%PDF-1.7\n1 0 obj << >> endobj".getBytes(UTF_8));
        write("b.txt", bytes(0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0, 0, 0, 13));
        write("c.txt", bytes(0x7F, 'E', 'L', 'F', 2, 1, 1, 0));
        write("d.txt", bytes('P', 'K', 3, 4, 20, 0));
        write("e.txt", "قبل\0بعد وكلام آخر طويل".getBytes(UTF_8));
        write("f.jsonl", bytes(0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0, 0, 0, 13, '\n', 1));

        assertThat(read())
                .hasSize(6)
                .allSatisfy(record -> assertThat(cause(record)).isEqualTo(RejectionCause.BINARY));
    }

    @Test
    void refusesWhatIsOverTheLimitAndNothingThatIsNot() throws IOException {
        write("a.txt", "x".repeat(100).getBytes(UTF_8));
        write("b.txt", "x".repeat(101).getBytes(UTF_8));
        write(
                "c.jsonl",
                ("{\"text\":\"" + "x".repeat(89) + "\"}\n{\"text\":\"" + "x".repeat(90) + "\"}\n{\"text\":\"x\"}")
                        .getBytes(UTF_8));

        List<SourceRecord> records = read(ArticleSources.of(100, JsonFields.USUAL), folder);
        assertThat(records)
                .extracting(record -> record instanceof SourceDocument
                        ? "read"
                        : cause(record).name())
                .containsExactly("read", "TOO_LARGE", "read", "TOO_LARGE", "read");
        assertThatThrownBy(() -> ArticleSources.of(0, JsonFields.USUAL)).isInstanceOf(IllegalArgumentException.class);
    }

    // --- JSON Lines

    @Test
    void readsTheFieldsOfALine() throws IOException {
        write("a.jsonl", """
                {"id":7,"url":"http://a/1","title":"عنوان","body":"نص","published":"2023-12-09","source":"قناة"}

                {"id":null,"title":" ","text":"آخر"}
                """.getBytes(UTF_8));

        assertThat(read())
                .containsExactly(
                        new SourceDocument(
                                "a.jsonl", 1, "7", "http://a/1", "قناة", "عنوان", "2023-12-09", "UTF-8", "نص"),
                        new SourceDocument("a.jsonl", 3, null, null, null, null, null, "UTF-8", "آخر"));
    }

    @Test
    void readsFieldsOfOtherNames() throws IOException {
        write("a.jsonl", "{\"corps\":\"نص\",\"text\":\"x\"}".getBytes(UTF_8));
        JsonFields fields = JsonFields.of(Map.of(JsonFields.Meaning.TEXT, List.of("corps")));

        assertThat(read(ArticleSources.of(1000, fields), folder))
                .singleElement()
                .satisfies(
                        record -> assertThat(((SourceDocument) record).text()).isEqualTo("نص"));
    }

    @Test
    void refusesOneLineAndReadsTheNext() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        for (String line : List.of(
                "{\"text\":\"أول\"}",
                "{\"text\":",
                "[1]",
                "\"x\"",
                "{\"title\":\"x\"}",
                "{\"text\":{\"a\":1}}",
                "{\"text\":\" \"}",
                "{\"text\":\"a\\u0000b\"}",
                "{\"text\":\"a\\ud800b\"}",
                "{\"text\":\"x\"} y",
                "{\"text\":\"x\",\"outlet\":\"" + "o".repeat(251) + "\"}",
                "{\"text\":\"x\",\"title\":\"\\u0000\"}")) {
            file.writeBytes((line + "\n").getBytes(UTF_8));
        }
        file.writeBytes("{\"text\":\"".getBytes(UTF_8));
        file.write(0xD9);
        file.writeBytes("\"}\n{\"text\":\"آخر\"}".getBytes(UTF_8));
        write("a.jsonl", file.toByteArray());

        List<SourceRecord> records = read();
        assertThat(records)
                .extracting(record -> record instanceof SourceDocument
                        ? "read"
                        : cause(record).name())
                .containsExactly(
                        "read",
                        "MALFORMED",
                        "MALFORMED",
                        "MALFORMED",
                        "NO_TEXT",
                        "NO_TEXT",
                        "EMPTY",
                        "BINARY",
                        "UNDECODABLE",
                        "MALFORMED",
                        "MALFORMED",
                        "BINARY",
                        "UNDECODABLE",
                        "read");
        assertThat(records)
                .extracting(SourceRecord::record)
                .containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L, 11L, 12L, 13L, 14L);
        assertThat(records)
                .filteredOn(Rejection.class::isInstance)
                .allSatisfy(record -> assertThat(((Rejection) record).message())
                        .hasLineCount(1)
                        .matches(".*[.?]"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "windows-1256"})
    void readsLinesInEachCharset(String charset) throws IOException {
        String lines =
                "{\"text\":\"أعلن الوزير اليوم أن المحادثات تستأنف\"}\r\n\r\n{\"text\":\"الثاني بعد الأول\"}\r\n";
        write("a.jsonl", lines.getBytes(Charset.forName(charset)));
        write(
                "b.jsonl",
                ("\uFEFF" + lines)
                        .replace("\uFEFF", charset.startsWith("w") ? "" : "\uFEFF")
                        .getBytes(Charset.forName(charset)));

        assertThat(read())
                .extracting(record -> record.source() + record.record() + ((SourceDocument) record).text())
                .containsExactly(
                        "a.jsonl1أعلن الوزير اليوم أن المحادثات تستأنف", "a.jsonl3الثاني بعد الأول",
                        "b.jsonl1أعلن الوزير اليوم أن المحادثات تستأنف", "b.jsonl3الثاني بعد الأول");
    }

    @Test
    void readsLinesAcrossTheBuffersOfTheReader() throws IOException {
        SplittableRandom random = new SplittableRandom(5);
        List<String> texts = new ArrayList<>();
        StringBuilder file = new StringBuilder();
        for (int i = 0; i < 200; i++) {
            String text = "ن".repeat(random.nextInt(1, 3000)) + i;
            texts.add(text);
            file.append("{\"text\":\"").append(text).append("\"}\n");
        }
        write("a.jsonl", file.toString().getBytes(UTF_8));
        write("b.ndjson.gz", gzip(file.toString().getBytes(UTF_8)));
        write("c.jsonl.zst", Zstd.compress(file.toString().getBytes(UTF_8)));
        write("d.jsonl", file.toString().getBytes(StandardCharsets.UTF_16BE));

        List<SourceRecord> records = read();
        assertThat(records).hasSize(800);
        for (int i = 0; i < 800; i++) {
            assertThat(((SourceDocument) records.get(i)).text()).isEqualTo(texts.get(i % 200));
        }
    }

    // --- compression

    @Test
    void keepsWhatCameBeforeAnArchiveBreaksOff() throws IOException {
        SplittableRandom random = new SplittableRandom(1);
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 3000; i++) {
            lines.append("{\"text\":\"")
                    .append(Long.toHexString(random.nextLong()))
                    .append("\"}\n");
        }
        byte[] gzip = gzip(lines.toString().getBytes(UTF_8));
        byte[] zstd = Zstd.compress(lines.toString().getBytes(UTF_8));
        write("a.jsonl.gz", Arrays.copyOf(gzip, gzip.length / 2));
        write("b.jsonl.zst", Arrays.copyOf(zstd, zstd.length * 9 / 10));
        write("c.jsonl", "{\"text\":\"x\"}".getBytes(UTF_8));

        List<SourceRecord> records = read();
        assertThat(records)
                .filteredOn(Rejection.class::isInstance)
                .extracting(SourceRecord::source)
                .containsExactly("a.jsonl.gz", "b.jsonl.zst");
        assertThat(records)
                .filteredOn(Rejection.class::isInstance)
                .allSatisfy(record -> assertThat(cause(record)).isEqualTo(RejectionCause.UNREADABLE));
        assertThat(records)
                .filteredOn(record -> record.source().equals("a.jsonl.gz"))
                .hasSizeGreaterThan(1000);
        assertThat(records.get(records.size() - 1)).isInstanceOf(SourceDocument.class);
    }

    @Test
    void reportsWhatIsNotCompressedAsItsNameSays() throws IOException {
        write("a.jsonl.gz", "{\"text\":\"x\"}".getBytes(UTF_8));
        write("b.jsonl.zst", "{\"text\":\"x\"}".getBytes(UTF_8));
        write("c.txt.gz", new byte[0]);
        write("d.jsonl.gz", gzip(new byte[0]));

        assertThat(read())
                .extracting(ArticleSourcesTests::cause)
                .containsExactly(
                        RejectionCause.UNREADABLE,
                        RejectionCause.UNREADABLE,
                        RejectionCause.UNREADABLE,
                        RejectionCause.EMPTY);
    }

    // --- files and folders

    @Test
    void ordersFilesByPathAndPassesHiddenOnesOver() throws IOException {
        for (String name : List.of(
                "b.txt",
                "a/z.txt",
                "a.txt",
                "a-b.txt",
                "a/b/c.txt",
                ".git/x.txt",
                ".x.txt",
                "مقال 1.txt",
                "new\nline.txt",
                "A.TXT")) {
            write(name, ARTICLE.getBytes(UTF_8));
        }
        List<String> expected = new ArrayList<>(
                List.of("b.txt", "a/z.txt", "a.txt", "a-b.txt", "a/b/c.txt", "مقال 1.txt", "new\nline.txt", "A.TXT"));
        expected.sort(null);

        assertThat(read()).extracting(SourceRecord::source).containsExactlyElementsOf(expected);
        assertThat(read(ArticleSources.standard(), folder.resolve("b.txt"), folder.resolve("a")))
                .extracting(SourceRecord::source)
                .containsExactly("b.txt", "b/c.txt", "z.txt");
    }

    @Test
    void reportsWhatCannotBeReadOnce() throws IOException {
        Files.createSymbolicLink(folder.resolve("a.txt"), folder.resolve("nowhere"));
        Files.createSymbolicLink(folder.resolve("b.txt"), folder.resolve("b.txt"));
        Files.createDirectory(folder.resolve("c"));
        Files.createSymbolicLink(folder.resolve("c/loop"), folder);
        write("d.docx", bytes('P', 'K', 3, 4));
        write("e", "x".getBytes(UTF_8));

        assertThat(read(ArticleSources.standard(), folder, folder.resolve("missing.txt")))
                .extracting(record -> record.source() + " " + cause(record))
                .containsExactly(
                        "a.txt UNREADABLE",
                        "b.txt UNREADABLE",
                        "c/loop/ UNREADABLE",
                        "d.docx UNSUPPORTED",
                        "e UNSUPPORTED",
                        "missing.txt UNREADABLE");
    }

    @Test
    void goesOnBehindAnyPosition() throws IOException {
        write("a.txt", ARTICLE.getBytes(UTF_8));
        write("b.jsonl", "{\"text\":\"1\"}\n\n{\"text\":\"3\"}\n{".getBytes(UTF_8));
        write("c-x.txt", "خبر".getBytes(UTF_8));
        Files.createDirectory(folder.resolve("c"));
        Files.createSymbolicLink(folder.resolve("c/loop"), folder);
        List<SourceRecord> all = read(ArticleSources.standard(), folder, folder);

        try (Documents documents = ArticleSources.standard().read(List.of(folder, folder))) {
            for (int i = 0; i < all.size(); i++) {
                documents.next();
                Position position = Objects.requireNonNull(documents.position());
                assertThat(drain(ArticleSources.standard().readBehind(position, List.of(folder, folder))))
                        .containsExactlyElementsOf(all.subList(i + 1, all.size()));
            }
        }
    }

    // Closed by another thread in the middle of a file, it went on with the next file: the rest of the first was lost
    // without a word.
    @Test
    void leavesOutNothingWithoutAWordWhenClosedTooSoon() throws IOException {
        write("a.jsonl", "{\"text\":\"1\"}\n{\"text\":\"2\"}".getBytes(UTF_8));
        write("b.txt", ARTICLE.getBytes(UTF_8));
        Documents documents = ArticleSources.standard().read(List.of(folder));
        documents.next();

        documents.close();

        assertThatThrownBy(documents::next).isInstanceOf(IllegalStateException.class);
    }

    // --- anything at all

    @Test
    void answersAnyBytesWithOneOutcomeAFileOrLine() throws IOException {
        SplittableRandom random = new SplittableRandom(42);
        byte[] sound = ARTICLE.getBytes(UTF_8);
        for (int i = 0; i < 400; i++) {
            byte[] bytes;
            if (i % 3 == 0) {
                bytes = new byte[random.nextInt(200)];
                random.nextBytes(bytes);
            } else {
                Charset charset = Charset.forName(i % 2 == 0 ? "UTF-16LE" : "windows-1256");
                bytes = (i % 3 == 1 ? sound : ARTICLE.getBytes(charset)).clone();
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
                bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length));
            }
            write("a.txt", bytes);
            assertThat(read()).hasSize(1);
            Files.delete(folder.resolve("a.txt"));

            for (String name : List.of("a.jsonl", "a.jsonl.gz", "a.jsonl.zst")) {
                write(name, bytes);
                List<SourceRecord> records = read();
                assertThat(records).isNotEmpty();
                assertThat(records).extracting(SourceRecord::record).isSorted().doesNotHaveDuplicates();
                Files.delete(folder.resolve(name));
            }
        }
    }

    @Test
    void survivesDamageAnywhereInAnArchive() throws IOException {
        SplittableRandom random = new SplittableRandom(7);
        byte[] lines = "{\"text\":\"أول\"}\n{\"text\":\"ثان\"}\n".repeat(50).getBytes(UTF_8);
        for (byte[] archive : List.of(gzip(lines), Zstd.compress(lines))) {
            String name = archive[0] == 0x1F ? "a.jsonl.gz" : "a.jsonl.zst";
            for (int i = 0; i < 100; i++) {
                byte[] damaged = Arrays.copyOf(archive, random.nextInt(archive.length + 1));
                if (damaged.length > 0) {
                    damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
                }
                write(name, damaged);
                List<SourceRecord> records = read();
                assertThat(records).isNotEmpty();
                assertThat(records).extracting(SourceRecord::record).isSorted().doesNotHaveDuplicates();
                Files.delete(folder.resolve(name));
            }
        }
    }

    // --- helpers

    private void write(String name, byte[] content) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, content);
    }

    private List<SourceRecord> read() {
        return read(ArticleSources.standard(), folder);
    }

    private static List<SourceRecord> read(ArticleSources sources, Path... inputs) {
        return drain(sources.read(List.of(inputs)));
    }

    private static List<SourceRecord> drain(Documents documents) {
        List<SourceRecord> records = new ArrayList<>();
        try (documents) {
            for (SourceRecord record = documents.next(); record != null; record = documents.next()) {
                records.add(record);
            }
        }
        return records;
    }

    private SourceDocument onlyDocument() {
        assertThat(read()).singleElement().isInstanceOf(SourceDocument.class);
        return (SourceDocument) read().get(0);
    }

    private Rejection onlyRejection(String name) {
        List<SourceRecord> records = read(ArticleSources.standard(), folder.resolve(name));
        assertThat(records).singleElement().isInstanceOf(Rejection.class);
        return (Rejection) records.get(0);
    }

    private static RejectionCause cause(SourceRecord record) {
        assertThat(record).isInstanceOf(Rejection.class);
        return ((Rejection) record).cause();
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    private static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(content);
        }
        return bytes.toByteArray();
    }
}

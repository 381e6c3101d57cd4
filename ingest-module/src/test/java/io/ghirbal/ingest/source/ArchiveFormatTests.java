package io.ghirbal.ingest.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Zip archives are written by the JDK, others by commons-compress. */
class ArchiveFormatTests {
    private static final String LINES = "{\"text\":\"أول\"}\n{\"text\":\"ثان\"}\n";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"a.zip", "a.tar", "a.tar.gz", "a.tgz", "a.tar.zst", "A.ZIP", "A.TGZ"})
    void readsEveryFormatInsideAndNamesArchiveAndFile(String name) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("day/", new byte[0]);
        files.put("day/a.txt", utf8("نص"));
        files.put("day/b.jsonl", utf8(LINES));
        files.put("c.csv", utf8("text,title\nجدول,عنوان\n"));
        files.put("d.HTML", utf8("<title>عنوان</title><p>صفحة"));
        files.put("e.json.gz", Reading.gzip(utf8("[" + LINES.strip().replace("\n", ",") + "]")));
        files.put("f.txt.zst", Zstd.compress(utf8("مضغوط")));
        files.put(".hidden/a.txt", utf8("مخفي"));
        files.put("__MACOSX/._a.txt", utf8("مخفي"));

        assertThat(outcomes(name, archive(name, files)))
                .containsExactly(
                        "day/a.txt 1 نص",
                        "day/b.jsonl 1 أول",
                        "day/b.jsonl 2 ثان",
                        "c.csv 2 جدول",
                        "d.HTML 1 صفحة",
                        "e.json.gz 1 أول",
                        "e.json.gz 2 ثان",
                        "f.txt.zst 1 مضغوط");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.zip", "a.tar"})
    void turnsAwayWhatItDoesNotReadAndGoesOn(String name) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("a.docx", utf8("x"));
        files.put("inner.tar.gz", Reading.gzip(new byte[1]));
        files.put("inner.zip", archive("inner.zip", Map.of("a.txt", utf8("نص"))));
        files.put("b.parquet", utf8("PAR1"));
        files.put("c.jsonl.gz", utf8("no gzip"));
        files.put("d.txt", new byte[0]);
        files.put("e.txt", utf8("نص"));

        assertThat(outcomes(name, archive(name, files)))
                .containsExactly(
                        "a.docx 1 UNSUPPORTED",
                        "inner.tar.gz 1 UNSUPPORTED",
                        "inner.zip 1 UNSUPPORTED",
                        "b.parquet 1 UNSUPPORTED",
                        "c.jsonl.gz 1 UNREADABLE",
                        "d.txt 1 EMPTY",
                        "e.txt 1 نص");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.zip", "a.tar"})
    void takesANameThatLeadsElsewhereForANameAndNoMore(String name) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("../../outside.txt", utf8("أعلى"));
        files.put("/etc/absolute.txt", utf8("مطلق"));
        files.put("a\\b.txt", utf8("خلفي"));
        files.put("x".repeat(2_100) + ".txt", utf8("طويل"));

        assertThat(outcomes(name, archive(name, files)))
                .containsExactly(
                        "../../outside.txt 1 أعلى", "etc/absolute.txt 1 مطلق", "a/b.txt 1 خلفي", "4 UNREADABLE");
        assertThat(folder.resolve("../../outside.txt")).doesNotExist();
    }

    @Test
    void passesLinksAndDevicesOver() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes)) {
            for (byte type : new byte[] {TarConstants.LF_SYMLINK, TarConstants.LF_LINK, TarConstants.LF_CHR}) {
                TarArchiveEntry entry = new TarArchiveEntry("link" + type + ".txt", type);
                entry.setLinkName("/etc/passwd");
                tar.putArchiveEntry(entry);
                tar.closeArchiveEntry();
            }
        }

        assertThat(outcomes("a.tar", bytes.toByteArray())).containsExactly("1 EMPTY");
    }

    @Test
    void readsOneOfTwoFilesOfOneName() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes)) {
            put(tar, "a.txt", utf8("قديم"));
            put(tar, "a.txt", utf8("جديد"));
        }

        assertThat(outcomes("a.tar", bytes.toByteArray())).containsExactly("a.txt 1 قديم", "2 UNREADABLE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.zip", "a.tar", "a.tgz"})
    void saysWhatAFileIsThatIsNoArchive(String name) {
        assertThat(outcomes(name, new byte[0])).hasSize(1);
        assertThat(outcomes("b.zip", utf8("%PDF-1.7 text"))).containsExactly("1 BINARY");
        assertThat(outcomes("b.tar", archive("a.zip", Map.of("a.txt", utf8("نص")))))
                .containsExactly("a.txt 1 نص");
        assertThat(outcomes("b.zip", utf8(LINES))).containsExactly("1 MALFORMED");
        assertThat(outcomes("b.tar", utf8(LINES))).containsExactly("1 MALFORMED");
        assertThat(outcomes("b.zip", archive("a.zip", Map.of()))).containsExactly("1 EMPTY");
        assertThat(outcomes("b.tar", archive("a.tar", Map.of()))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.zip", "a.tar.gz", "a.tar.zst"})
    void stopsReadingABombAndKeepsWhatCameBefore(String name) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("a.txt", utf8("نص"));
        files.put("bomb.bin", new byte[200 << 20]);
        files.put("b.txt", utf8("نص"));

        List<String> outcomes = outcomes(name, archive(name, files));

        assertThat(outcomes.get(0)).isEqualTo("a.txt 1 نص");
        assertThat(outcomes.get(outcomes.size() - 1)).endsWith("TOO_LARGE");
        assertThat(outcomes).hasSizeLessThanOrEqualTo(3);
    }

    @Test
    void stopsReadingABombInsideAFileOfAnArchiveAndGoesOn() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        byte[] blank = new byte[100 << 20];
        Arrays.fill(blank, (byte) '\n');
        files.put("bomb.jsonl.gz", Reading.gzip(blank));
        files.put("b.txt", utf8("نص"));

        assertThat(outcomes("a.tar", archive("a.tar", files)))
                .containsExactly("bomb.jsonl.gz 1 TOO_LARGE", "b.txt 1 نص");
    }

    @Test
    void holdsNoNameOfATarArchiveThatIsLongerThanTheHeadOfAFileMayBe() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes)) {
            put(tar, "a.txt", utf8("نص"));
            TarArchiveEntry name = new TarArchiveEntry("././@LongLink", TarConstants.LF_GNUTYPE_LONGNAME);
            name.setSize(8 << 20);
            tar.putArchiveEntry(name);
            tar.write(new byte[8 << 20]);
            tar.closeArchiveEntry();
        }

        assertThat(outcomes("a.tar", bytes.toByteArray())).containsExactly("a.txt 1 نص", "2 UNREADABLE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.zip", "a.tar", "a.tar.gz"})
    void survivesDamageAnywhere(String name) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("a.jsonl", utf8(LINES.repeat(20)));
        files.put("b.html", utf8("<p>صفحة"));
        files.put("c.txt.gz", Reading.gzip(utf8("نص")));
        byte[] sound = archive(name, files);
        SplittableRandom random = new SplittableRandom(11);
        for (int round = 0; round < 300; round++) {
            byte[] damaged = random.nextBoolean() ? Arrays.copyOf(sound, random.nextInt(sound.length)) : sound.clone();
            for (int i = random.nextInt(4); i > 0 && damaged.length > 0; i--) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            }

            for (SourceRecord record : records(name, damaged)) {
                if (record instanceof Rejection rejection) {
                    assertThat(rejection.message()).hasLineCount(1);
                }
            }
        }
    }

    @Test
    void goesOnBehindAPlaceInAnArchive() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("a.jsonl", utf8(LINES));
        files.put("b.jsonl", utf8(LINES));
        new Reading(folder).write("a.zip", archive("a.zip", files));

        try (Documents documents = ArticleSources.standard().readBehind(new Position(0, "a.zip", 2), List.of(folder))) {
            SourceRecord next = Objects.requireNonNull(documents.next());
            assertThat(next.source() + " " + next.record()).isEqualTo("a.zip!/b.jsonl 1");
            assertThat(documents.position()).isEqualTo(new Position(0, "a.zip", 3));
        }
    }

    @Test
    void givesFilesInAnArchiveTheOutletAndTheDayOfTheirPath() {
        new Reading(folder).write("a.zip", archive("a.zip", Map.of("alsahl/2026-03-01/a.txt", utf8("نص"))));
        ArticleSources sources = ArticleSources.of(
                ArticleSources.MAX_BYTES, new ReadingOptions(JsonFields.USUAL, ReadingOptions.OutletFrom.FOLDER, true));

        assertThat(new Reading(folder, sources).document())
                .returns("alsahl", SourceDocument::outlet)
                .returns("2026-03-01", SourceDocument::published);
    }

    private List<String> outcomes(String name, byte[] archive) {
        List<String> outcomes = new ArrayList<>();
        for (SourceRecord record : records(name, archive)) {
            String source = record.source().equals(name) ? "" : record.source().substring(name.length() + 2) + " ";
            outcomes.add(source
                    + record.record()
                    + " "
                    + (record instanceof SourceDocument document
                            ? document.text()
                            : ((Rejection) record).cause().name()));
        }
        return outcomes;
    }

    private List<SourceRecord> records(String name, byte[] archive) {
        new Reading(folder).write(name, archive);
        List<SourceRecord> records = new ArrayList<>();
        try (Documents documents = ArticleSources.standard().read(List.of(folder.resolve(name)))) {
            for (SourceRecord record = documents.next(); record != null; record = documents.next()) {
                records.add(record);
            }
        }
        return records;
    }

    static byte[] archive(String name, Map<String, byte[]> files) {
        String lower = name.toLowerCase(Locale.ROOT);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            if (lower.endsWith(".zip")) {
                try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
                    for (Map.Entry<String, byte[]> file : files.entrySet()) {
                        zip.putNextEntry(new ZipEntry(file.getKey()));
                        zip.write(file.getValue());
                        zip.closeEntry();
                    }
                }
                return bytes.toByteArray();
            }
            try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes, "UTF-8")) {
                tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
                for (Map.Entry<String, byte[]> file : files.entrySet()) {
                    put(tar, file.getKey(), file.getValue());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lower.endsWith("gz")
                ? Reading.gzip(bytes.toByteArray())
                : lower.endsWith(".zst") ? Zstd.compress(bytes.toByteArray()) : bytes.toByteArray();
    }

    private static void put(TarArchiveOutputStream tar, String name, byte[] content) throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(name, true);
        entry.setSize(content.length);
        tar.putArchiveEntry(entry);
        new ByteArrayInputStream(content).transferTo(tar);
        tar.closeArchiveEntry();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(UTF_8);
    }
}

package io.ghirbal.ingest.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.github.luben.zstd.ZstdOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What docs/hostile-input.md claims of the reading of files. */
class HostileInputTests {
    private static final String LINE = "{\"text\":\"أعلن الوزير اليوم أن المحادثات ستستأنف غدا\"}\n";

    @TempDir
    Path folder;

    // --- compressed files

    @ParameterizedTest
    @ValueSource(strings = {"bomb.jsonl.gz", "bomb.jsonl.zst"})
    void stopsReadingADecompressionBombAndKeepsWhatCameBefore(String name) throws IOException {
        writeCompressed(name, LINE.getBytes(UTF_8), new byte[1 << 20], 200);
        Files.writeString(folder.resolve("sound.txt"), "خبر قصير");

        List<SourceRecord> records = read(folder);

        assertThat(records).extracting(HostileInputTests::outcome).containsExactly("read", "TOO_LARGE", "read");
        assertThat(((Rejection) records.get(1)).message())
                .hasLineCount(1)
                .contains("expands more than 250-fold", "documents before this place are kept");
    }

    @ParameterizedTest
    @ValueSource(strings = {"blank.jsonl.gz", "blank.jsonl.zst"})
    void stopsReadingABombOfBlankLines(String name) throws IOException {
        byte[] blank = "\n".repeat(1 << 20).getBytes(UTF_8);
        writeCompressed(name, LINE.getBytes(UTF_8), blank, 200);

        assertThat(read(folder)).extracting(HostileInputTests::outcome).containsExactly("read", "TOO_LARGE");
    }

    @Test
    void readsASmallFileHoweverFarItExpands() throws IOException {
        byte[] lines = LINE.repeat(20_000).getBytes(UTF_8);
        writeCompressed("same.jsonl.zst", lines, new byte[0], 0);
        assertThat(lines.length / Files.size(folder.resolve("same.jsonl.zst"))).isGreaterThan(250);

        assertThat(read(folder)).hasSize(20_000).allMatch(SourceDocument.class::isInstance);
    }

    @Test
    void countsTheExpansionExactly() throws IOException {
        for (int length : new int[] {100, 101, 300}) {
            byte[] bytes = new byte[length];
            ExpansionLimit.Counting compressed = new ExpansionLimit.Counting(InputStream.nullInputStream());
            try (InputStream watched = new ExpansionLimit(100, 10).watch(new ByteArrayInputStream(bytes), compressed)) {
                if (length > 100) {
                    assertThatThrownBy(watched::readAllBytes).isInstanceOf(ExpansionLimit.ExpandsTooFarException.class);
                } else {
                    assertThat(watched.readAllBytes()).hasSize(length);
                }
            }
        }
    }

    // --- long lines

    @Test
    void passesALineOverTheLimitOverWithoutHoldingIt() throws IOException {
        int limit = 1000;
        try (OutputStream file = Files.newOutputStream(folder.resolve("a.jsonl"))) {
            file.write(LINE.getBytes(UTF_8));
            file.write("{\"text\":\"".getBytes(UTF_8));
            for (int i = 0; i < 50; i++) {
                file.write(new byte[100 * limit]);
            }
            file.write(("\"}\n" + LINE.replace("غدا", "اليوم")).getBytes(UTF_8));
        }

        List<SourceRecord> records = drain(ArticleSources.of(limit, JsonFields.USUAL), folder);

        assertThat(records).extracting(HostileInputTests::outcome).containsExactly("read", "TOO_LARGE", "read");
        assertThat(((Rejection) records.get(1)).message()).contains("5,000,011 bytes");
        assertThat(records).extracting(SourceRecord::record).containsExactly(1L, 2L, 3L);
    }

    @ParameterizedTest
    @EnumSource(Compression.class)
    void passesALineOf200MegabytesOverInASmallHeap(Compression compression) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx48m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SmallHeap.class.getName(),
                        compression.name())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (InputStream out = process.getInputStream()) {
            assertThat(new String(out.readAllBytes(), UTF_8)).isEqualToIgnoringNewLines("read TOO_LARGE read");
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void readsPagesThatAreMadeToBeLargeInASmallHeap() throws Exception {
        Map<String, byte[]> pages = new LinkedHashMap<>();
        pages.put("deep.html", ("<div>".repeat(100_000) + "خبر قصير").getBytes(UTF_8));
        pages.put("hidden.html", ("<!-->".repeat(1_600_000) + "<p>خبر قصير").getBytes(UTF_8));
        pages.put("many.html", "<i>".repeat(500_000).getBytes(UTF_8));
        byte[] large = new byte[50 << 20];
        Arrays.fill(large, (byte) 'a');
        Files.write(folder.resolve("a.zip"), ArchiveFormatTests.archive("a.zip", pages));
        Files.write(folder.resolve("b.html"), large);
        pages.put("c.html", pages.get("deep.html"));
        Files.write(folder.resolve("c.tgz"), ArchiveFormatTests.archive("c.tgz", pages));

        assertThat(outcomes("-Xmx128m")).isEqualTo("read read TOO_LARGE TOO_LARGE read read TOO_LARGE read");
    }

    // --- where the program may write nothing

    // The library that reads Zstandard is unpacked first; its failure once ended the run.
    @Test
    void readsZstandardWithoutAFolderForTemporaryFiles() throws Exception {
        writeCompressed("a.jsonl.zst", LINE.getBytes(UTF_8), new byte[0], 0);
        Files.writeString(folder.resolve("b.txt"), "خبر قصير");

        assertThat(outcomes("-Djava.io.tmpdir=" + folder.resolve("nowhere"))).isEqualTo("read read");
    }

    @Test
    void refusesZstandardAndGoesOnWhereNothingCanBeUnpacked() throws Exception {
        writeCompressed("a.jsonl.zst", LINE.getBytes(UTF_8), new byte[0], 0);
        Files.writeString(folder.resolve("b.txt"), "خبر قصير");

        String nowhere = folder.resolve("nowhere").toString();
        assertThat(outcomes("-Djava.io.tmpdir=" + nowhere, "-Duser.home=" + nowhere, "-Duser.dir=" + nowhere))
                .isEqualTo("UNREADABLE read");
    }

    /** What became of the documents in the folder, read in a process of its own with these options of Java. */
    private String outcomes(String... options) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(options));
        command.add("-cp");
        command.add(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
        command.add(PrintedOutcomes.class.getName());
        command.add(folder.toString());
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (InputStream out = process.getInputStream()) {
            return new String(out.readAllBytes(), UTF_8).strip();
        } finally {
            process.destroyForcibly();
        }
    }

    // --- readers that fail

    @ParameterizedTest
    @ValueSource(classes = {NoClassDefFoundError.class, StackOverflowError.class, IllegalStateException.class})
    void aReaderThatFailsCostsTheRestOfTheFileOnly(Class<? extends Throwable> failure) throws Exception {
        Path file = Files.writeString(folder.resolve("a.txt"), "خبر");
        SourceRecord first = new Rejection("a.txt", 1, RejectionCause.EMPTY, "Empty.");

        SourceRecords records =
                failingBehind(first, file, failure.getConstructor().newInstance());

        assertThat(records.next()).isSameAs(first);
        assertThatThrownBy(records::next)
                .isInstanceOf(IOException.class)
                .hasMessageContaining("its reader failed: " + failure.getName());
    }

    @Test
    void memoryThatIsUsedUpIsNotTheFaultOfAFile() throws IOException {
        Path file = Files.writeString(folder.resolve("a.txt"), "خبر");
        SourceRecord first = new Rejection("a.txt", 1, RejectionCause.EMPTY, "Empty.");

        assertThatThrownBy(failingBehind(first, file, new OutOfMemoryError())::next)
                .isInstanceOf(OutOfMemoryError.class);
    }

    private static SourceRecords failingBehind(SourceRecord first, Path file, Throwable failure) throws IOException {
        SourceRecords failing = new SourceRecords() {
            private boolean given;

            @Override
            public SourceRecord next() {
                if (given && failure instanceof Error error) {
                    throw error;
                } else if (given) {
                    throw (RuntimeException) failure;
                }
                given = true;
                return first;
            }

            @Override
            public long record() {
                return 1;
            }

            @Override
            public void close() {}
        };
        return new WatchedRecords("a.txt", failing, file, WatchedRecords.State.of(file));
    }

    // --- files that change

    @Test
    void turnsAwayTheLastDocumentOfAFileThatGrowsWhileItIsRead() throws IOException {
        Path file = folder.resolve("a.jsonl");
        Files.writeString(file, LINE.repeat(3));
        List<SourceRecord> records = new ArrayList<>();

        try (Documents documents = ArticleSources.standard().read(List.of(folder))) {
            records.add(Objects.requireNonNull(documents.next()));
            Files.writeString(file, LINE.substring(0, 20), StandardOpenOption.APPEND);
            drain(documents, records);
        }

        assertThat(records)
                .extracting(HostileInputTests::outcome)
                .as("the half line at the end is the document that is not complete")
                .containsExactly("read", "read", "read", "UNREADABLE");
        assertThat(((Rejection) records.get(3)).message()).contains("written to while it was read");
        assertThat(records).extracting(SourceRecord::record).containsExactly(1L, 2L, 3L, 4L);
    }

    @Test
    void turnsAwayATextThatIsCutShortWhileItIsRead() throws IOException {
        Path file = Files.writeString(folder.resolve("a.txt"), "أول\nثان");

        SourceRecords records = watched(file, () -> Files.writeString(file, "أول"));

        assertThat(outcome(records.next())).isEqualTo("UNREADABLE");
        assertThat(records.next()).isNull();
    }

    @Test
    void turnsAwayAPageAndTheLastPageOfAnArchiveThatAreWrittenToWhileTheyAreRead() throws IOException {
        Path page = Files.writeString(folder.resolve("a.html"), "<p>أول");
        assertThat(outcome(watched(page, () -> Files.writeString(page, "<p>أول<p>ثان"))
                        .next()))
                .isEqualTo("UNREADABLE");

        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("a.html", "<p>أول".getBytes(UTF_8));
        files.put("b.html", "<p>ثان".getBytes(UTF_8));
        Path archive = Files.write(folder.resolve("a.zip"), ArchiveFormatTests.archive("a.zip", files));
        SourceRecords records = watched(archive, () -> Files.write(archive, new byte[1], StandardOpenOption.APPEND));
        assertThat(outcome(records.next())).isEqualTo("read");
        assertThat(outcome(records.next())).isEqualTo("UNREADABLE");
        assertThat(records.next()).isNull();
    }

    @Test
    void keepsTheTextOfAFileThatIsReplacedOrRemovedWhileItIsRead() throws IOException {
        Path file = Files.writeString(folder.resolve("a.txt"), "أول\nثان");
        Path other = Files.writeString(folder.resolve("b.txt"), "شيء آخر تماما");

        assertThat(outcome(watched(file, () -> Files.move(other, file, StandardCopyOption.ATOMIC_MOVE))
                        .next()))
                .isEqualTo("read");
        assertThat(outcome(watched(file, () -> Files.delete(file)).next())).isEqualTo("read");
    }

    // --- folders and links

    @Test
    void readsAFolderThatManyLinksLeadToOnlyOnce() throws IOException {
        int depth = 24;
        for (int i = 0; i < depth; i++) {
            Files.createDirectories(folder.resolve("store/." + i));
        }
        for (int i = 0; i < depth - 1; i++) {
            for (String name : List.of("a", "b")) {
                Files.createSymbolicLink(
                        folder.resolve("store/." + i).resolve(name), folder.resolve("store/." + (i + 1)));
            }
        }
        Files.writeString(folder.resolve("store/." + (depth - 1) + "/news.txt"), "خبر");
        Files.createDirectory(folder.resolve("in"));
        Files.createSymbolicLink(folder.resolve("in/top"), folder.resolve("store/.0"));

        List<SourceRecord> records = read(folder.resolve("in"));

        assertThat(records).filteredOn(SourceDocument.class::isInstance).hasSize(1);
        assertThat(records)
                .filteredOn(Rejection.class::isInstance)
                .as("a link a level, and not two to the power of them")
                .hasSize(depth - 1)
                .allSatisfy(record ->
                        assertThat(((Rejection) record).message()).contains("read through another link already"));
    }

    @Test
    void reportsAFolderThatMayNotBeReadAndGoesOn() throws IOException {
        Path closed = Files.createDirectory(folder.resolve("closed"));
        Files.writeString(closed.resolve("a.txt"), "خبر");
        Path file = Files.writeString(folder.resolve("locked.txt"), "خبر");
        Files.writeString(folder.resolve("open.txt"), "خبر");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("---------"));
        assumeThat(Files.isReadable(closed))
                .as("the super-user may read everything")
                .isFalse();
        try {
            List<SourceRecord> records = read(folder);
            assertThat(records)
                    .extracting(record -> record.source() + " " + outcome(record))
                    .containsExactly("closed/ UNREADABLE", "locked.txt UNREADABLE", "open.txt read");
            assertThat(records)
                    .filteredOn(Rejection.class::isInstance)
                    .allSatisfy(record ->
                            assertThat(((Rejection) record).message()).contains("access denied", "permissions"));
        } finally {
            Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwx------"));
        }
    }

    @Test
    void readsAFolderThatMayNotBeWrittenTo() throws IOException {
        Files.writeString(folder.resolve("a.txt"), "خبر");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("r-xr-xr-x"));
        try {
            assertThat(read(folder)).extracting(HostileInputTests::outcome).containsExactly("read");
        } finally {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
    }

    @Test
    void keepsTheNamesOfFilesAsTheyAre() throws IOException {
        List<String> names =
                List.of("\u202Egnp.txt", "=cmd|' 'A0.txt", "<script>.txt", "\u001B[31mred.txt", "new\nline.txt");
        for (String name : names) {
            Files.writeString(folder.resolve(name), "خبر");
        }

        assertThat(read(folder)).extracting(SourceRecord::source).containsExactlyInAnyOrderElementsOf(names);
    }

    @Test
    void readsFilesWhoseNamesAreNoValidUtf8() throws IOException {
        Files.writeString(Path.of(URI.create(folder.toUri() + "b%FF.txt")), "في المجلد");
        Path odd = Files.createDirectory(Path.of(URI.create(folder.toUri() + "a%FE")));
        Files.writeString(odd.resolve("in.txt"), "في آخر");

        assertThat(read(folder))
                .extracting(record -> record.source() + " " + outcome(record))
                .containsExactly("a%FE/in.txt read", "b%FF.txt read");
    }

    @Test
    void readsTheFilesOfALargeFolderInTheOrderOfTheirNames() throws IOException {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            names.add(i % 10 == 0 ? i + "/news.txt" : i + "-news.txt");
        }
        for (String name : names) {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, "خبر");
        }

        assertThat(read(folder))
                .extracting(SourceRecord::source)
                .isEqualTo(names.stream().sorted().toList());
    }

    @Test
    void givesEachOfManyEmptyFilesItsRejection() throws IOException {
        int files = 2_000;
        for (int i = 0; i < files; i++) {
            Files.createFile(folder.resolve(i + ".txt"));
        }

        assertThat(read(folder))
                .hasSize(files)
                .allSatisfy(record -> assertThat(outcome(record)).isEqualTo("EMPTY"));
    }

    // --- helpers

    private interface Change {
        void make() throws IOException;
    }

    /** The document of {@code file}, to which {@code change} happens while it is read. */
    private static SourceRecords watched(Path file, Change change) throws IOException {
        WatchedRecords.State before = WatchedRecords.State.of(file);
        InputStream bytes = Files.newInputStream(file);
        String name = file.getFileName().toString();
        StreamFormat format = (StreamFormat) ArticleSources.formats(1000, Interpretation.USUAL).stream()
                .filter(one -> one.reads(name))
                .findFirst()
                .orElseThrow();
        SourceRecords text = format.open(name, bytes);
        return new WatchedRecords(
                "a.txt",
                new SourceRecords() {
                    @Override
                    public @Nullable SourceRecord next() throws IOException {
                        SourceRecord next = text.next();
                        if (next != null) {
                            change.make();
                        }
                        return next;
                    }

                    @Override
                    public long record() {
                        return text.record();
                    }

                    @Override
                    public void close() throws IOException {
                        text.close();
                    }
                },
                file,
                before);
    }

    private void writeCompressed(String name, byte[] first, byte[] then, int times) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = name.endsWith(".gz") ? new GZIPOutputStream(bytes) : new ZstdOutputStream(bytes)) {
            out.write(first);
            for (int i = 0; i < times; i++) {
                out.write(then);
            }
        }
        Files.write(folder.resolve(name), bytes.toByteArray());
    }

    private static List<SourceRecord> read(Path input) {
        return drain(ArticleSources.standard(), input);
    }

    private static List<SourceRecord> drain(ArticleSources sources, Path input) {
        List<SourceRecord> records = new ArrayList<>();
        try (Documents documents = sources.read(List.of(input))) {
            drain(documents, records);
        }
        return records;
    }

    private static void drain(Documents documents, List<SourceRecord> records) {
        for (SourceRecord record = documents.next(); record != null; record = documents.next()) {
            records.add(record);
        }
    }

    private static String outcome(@Nullable SourceRecord record) {
        return record instanceof Rejection rejection ? rejection.cause().name() : record == null ? "nothing" : "read";
    }
}

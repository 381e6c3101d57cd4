package io.ghirbal.ingest.source;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.Zstd;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What docs/hostile-input.md claims of each format: a hostile document costs itself only, and gets a cause. */
class HostileFormatsTests {
    private static final String GOOD = utf8("أعلن الوزير اليوم أن المحادثات ستستأنف غدا");

    /** Stands where half a character is put. */
    private static final String HALVES = "\u2603";

    @TempDir
    Path folder;

    /** A file with some documents, given by the bytes of their texts, one char a byte. */
    enum Format {
        CSV("a.csv") {
            @Override
            String file(List<String> texts) {
                return "title,text\r\n"
                        + texts.stream()
                                .map(text -> "t,\"" + text.replace("\"", "\"\"") + "\"\r\n")
                                .collect(Collectors.joining());
            }
        },
        TSV("a.tsv") {
            @Override
            String file(List<String> texts) {
                return "text\ttitle\n"
                        + texts.stream()
                                .map(text -> "\"" + text.replace("\"", "\"\"") + "\"\tt\n")
                                .collect(Collectors.joining());
            }
        },
        JSON_ARRAY("a.json") {
            @Override
            String file(List<String> texts) {
                return texts.stream().map(Format::object).collect(Collectors.joining(",\n", "[\n", "]"));
            }
        },
        JSON_OBJECTS("b.json") {
            @Override
            String file(List<String> texts) {
                return texts.stream().map(Format::object).collect(Collectors.joining("\n"));
            }
        },
        JSON_LINES("a.jsonl") {
            @Override
            String file(List<String> texts) {
                return texts.stream().map(Format::object).collect(Collectors.joining("\n"));
            }
        },
        PAGES_IN_ZIP("a.zip") {
            @Override
            String file(List<String> texts) {
                return archive(
                        name,
                        ".html",
                        texts.stream()
                                .map(text -> "<p>" + text.replace("&", "&amp;").replace("<", "&lt;"))
                                .toList());
            }
        },
        TEXTS_IN_TAR("a.tar.gz") {
            @Override
            String file(List<String> texts) {
                return archive(name, ".txt", texts);
            }
        };

        final String name;

        Format(String name) {
            this.name = name;
        }

        abstract String file(List<String> texts);

        private static String object(String text) {
            StringBuilder escaped = new StringBuilder();
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                escaped.append(
                        c == '"' || c == '\\' ? "\\" + c : c < ' ' ? "\\u%04x".formatted((int) c) : String.valueOf(c));
            }
            return "{\"title\":\"t\",\"text\":\"" + escaped + "\"}";
        }

        private static String archive(String name, String ending, List<String> contents) {
            Map<String, byte[]> files = new LinkedHashMap<>();
            for (String content : contents) {
                files.put(files.size() + ending, content.getBytes(ISO_8859_1));
            }
            return new String(ArchiveFormatTests.archive(name, files), ISO_8859_1);
        }
    }

    /** Outcomes by what is hostile about the text. */
    private static final Map<String, String> HOSTILE = hostile();

    private static Map<String, String> hostile() {
        Map<String, String> hostile = new LinkedHashMap<>();
        hostile.put("a\0b", "BINARY");
        hostile.put("\u0001\u0002\u0003\u0004a", "BINARY");
        hostile.put("a\u00ED\u00A0\u0080b", "UNDECODABLE");
        hostile.put("\u00D9 \u00FF\u00FE x", "UNDECODABLE");
        hostile.put("x".repeat(2 << 20), "TOO_LARGE");
        hostile.put(" \t ", "EMPTY");
        hostile.put("<script>alert(1)</script>", "read");
        hostile.put("=cmd|' /C calc'!A0", "read");
        hostile.put("'; drop table article; --", "read");
        hostile.put("\u001B[31mred\u001B[0m", "read");
        hostile.put(utf8("\u202Eخبر\u202C\u200F\uFEFF"), "read");
        return hostile;
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void aHostileTextCostsItsDocumentOnly(Format format) {
        HOSTILE.forEach((text, outcome) -> {
            boolean isBlankPage = format == Format.PAGES_IN_ZIP && outcome.equals("EMPTY");
            assertThat(outcomes(format.name, format.file(List.of(GOOD, text, GOOD))))
                    .as(text.substring(0, Math.min(30, text.length())))
                    .containsExactly("read", isBlankPage ? "NO_TEXT" : outcome, "read");
        });
    }

    @ParameterizedTest
    @CsvSource({
        "a.csv, BINARY, BINARY",
        "a.tsv, BINARY, BINARY",
        "a.json, BINARY, BINARY",
        "a.jsonl, BINARY, BINARY",
        "a.html, BINARY, BINARY",
        "a.zip, BINARY, MALFORMED",
        "a.tar, BINARY, MALFORMED",
        "a.csv.gz, BINARY, BINARY",
        "a.json.zst, BINARY, BINARY"
    })
    void givesAFileThatIsSomethingElseOneRejection(String name, String known, String unknown) {
        byte[] noise = new byte[100_000];
        new SplittableRandom(18).nextBytes(noise);
        assertThat(outcomes(name, "")).containsExactly("EMPTY");
        assertThat(outcomes(name, "%PDF-1.7\n" + "x".repeat(100))).containsExactly(known);
        assertThat(outcomes(name, "\u0089PNG\r\n\u001A\n" + "x".repeat(100))).containsExactly(known);
        assertThat(outcomes(name, new String(noise, ISO_8859_1))).containsExactly(unknown);
        assertThat(outcomes(name, "\0".repeat(100_000))).containsExactly(unknown);
    }

    @ParameterizedTest
    @EnumSource(names = {"CSV", "TSV", "JSON_ARRAY", "JSON_OBJECTS"})
    void keepsWhatCameBeforeACompressedFileBreaksOff(Format format) {
        List<String> texts = IntStream.range(0, 3_000)
                .mapToObj(i -> GOOD + Integer.toHexString(i * 7919))
                .toList();
        byte[] whole = format.file(texts).getBytes(ISO_8859_1);
        Map<String, byte[]> compressed = Map.of(".gz", Reading.gzip(whole), ".zst", Zstd.compress(whole));
        compressed.forEach((ending, bytes) -> {
            String name = format.name + ending;
            write(name, Arrays.copyOf(bytes, bytes.length / 2));
            List<String> outcomes = outcomesOf(name);
            assertThat(outcomes).hasSizeGreaterThan(1_000).endsWith("read", "UNREADABLE");
            assertThat(outcomes.subList(0, outcomes.size() - 1)).containsOnly("read");
        });
    }

    @ParameterizedTest
    @CsvSource({
        "CSV, TOO_LARGE, MALFORMED",
        "TSV, TOO_LARGE, MALFORMED",
        "JSON_ARRAY, TOO_LARGE, TOO_LARGE",
        "JSON_OBJECTS, TOO_LARGE, TOO_LARGE"
    })
    void stopsReadingABombAndKeepsWhatCameBefore(Format format, String ofBlankLines, String ofOneLine) {
        String sound = format.file(List.of(GOOD, GOOD));
        String open = sound.endsWith("]") ? sound.substring(0, sound.length() - 1) : sound;
        for (String filler : List.of("\n", "x")) {
            assertThat(outcomes(format.name + ".gz", open + filler.repeat(70 << 20)))
                    .containsExactly("read", "read", filler.equals("\n") ? ofBlankLines : ofOneLine);
        }
    }

    @Test
    void readsWhatIsMadeToBeLargeInASmallHeap() throws Exception {
        write("a.csv", "text\nx\n" + "x".repeat(40 << 20) + "\nx\n");
        write("b.csv", "text,\"" + "x".repeat(1 << 20) + "\"\nx,y\n");
        write("c.csv", IntStream.range(0, 5_000).mapToObj(i -> "c" + i).collect(Collectors.joining(",")) + "\nx\n");
        write("d.json", "[{\"text\":\"x\"},{\"text\":\"" + "x".repeat(40 << 20) + "\"},{\"text\":\"x\"}]");
        write("e.json", numbered(1_300_000, "{\"text\":\"x\",", "\"%d\":1", "}"));
        write(
                "f.json",
                numbered(700_000, "{\"text\":{", "\"%d\":\"x\"", "}," + numbered(400_000, "", "\"c%d\":{}", "}")));
        write("g.json", numbered(90_000, "{\"text\":{", "\"%d\":\"\"", "}," + numbered(90_000, "", "\"c%d\":{}", "}")));
        write(
                "h.json",
                "{\"articles\":[{\"text\":\"x\"},{\"text\":\"" + "x".repeat(5 << 20) + "\"},{\"text\":\"x\"}]}");

        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        PrintedOutcomes.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (InputStream out = process.getInputStream()) {
            String outcomes = new String(out.readAllBytes(), UTF_8).strip();
            String ofEmptyRows = " EMPTY".repeat(90_000);
            assertThat(outcomes.replace(ofEmptyRows, " …"))
                    .isEqualTo(
                            "read MALFORMED read MALFORMED read TOO_LARGE read TOO_LARGE TOO_LARGE … read TOO_LARGE read");
        } finally {
            process.destroyForcibly();
        }
    }

    /** {@code item} with the numbers up to {@code count}, commas between them. */
    private static String numbered(int count, String before, String item, String after) {
        return IntStream.range(0, count).mapToObj(item::formatted).collect(Collectors.joining(",", before, after));
    }

    // A list of a million articles in one answer, held as a whole, once used all memory up.
    @Test
    void holdsOneArticleOfAnAnswerAtATime() {
        Iterator<Map<String, FieldValue>> objects =
                JsonRecord.objects(new FieldValue(FieldValue.Kind.LIST, "[{\"a\":1},7,[{}],{\"b\":{\"c\":2}}]"));

        assertThat(objects).toIterable().extracting(Map::keySet).containsExactly(Set.of("a"), Set.of("b"));
        assertThat(objects.hasNext()).isFalse();
        assertThatThrownBy(objects::next).isInstanceOf(NoSuchElementException.class);
    }

    @ParameterizedTest
    @EnumSource(names = {"JSON_ARRAY", "JSON_OBJECTS", "JSON_LINES"})
    void refusesWhatIsNestedTooDeeplyAndReadsNamesOfAnyLength(Format format) {
        String deep = "[".repeat(100_000) + "]".repeat(100_000);
        String name = "n".repeat(900_000);
        String file = format.file(List.of("0", "1", "2"))
                .replace("\"text\":\"0\"", "\"text\":\"x\",\"a\":" + deep)
                .replace("\"text\":\"1\"", "\"text\":\"x\",\"" + name + "\":1");

        assertThat(outcomes(format.name, file)).containsExactly("MALFORMED", "read", "read");
    }

    @Test
    void readsACellOfTagsThatIsNestedTooDeeply() {
        assertThat(outcomes("a.csv", "text,tags\nx," + "[".repeat(100_000) + "\nx,[\"a\"]\n"))
                .containsExactly("read", "read");
    }

    @ParameterizedTest
    @EnumSource(names = {"CSV", "TSV", "JSON_ARRAY", "JSON_OBJECTS", "JSON_LINES"})
    void survivesDamageAnywhere(Format format) {
        byte[] sound = format.file(Collections.nCopies(20, GOOD)).getBytes(ISO_8859_1);
        SplittableRandom random = new SplittableRandom(18);
        for (int round = 0; round < 300; round++) {
            byte[] damaged = random.nextBoolean() ? Arrays.copyOf(sound, random.nextInt(sound.length)) : sound.clone();
            for (int i = random.nextInt(4); i > 0 && damaged.length > 0; i--) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            }
            write(format.name, damaged);

            List<SourceRecord> all = reading().all();

            assertThat(all).hasSizeBetween(1, 22);
            assertThat(all)
                    .filteredOn(Rejection.class::isInstance)
                    .allSatisfy(
                            record -> assertThat(((Rejection) record).message()).hasLineCount(1));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"CSV", "TSV", "JSON_ARRAY", "JSON_OBJECTS"})
    void turnsAwayTheLastDocumentOfAFileThatGrowsWhileItIsRead(Format format) throws IOException {
        // more than is read ahead
        String sound = format.file(Collections.nCopies(2_000, GOOD));
        write(format.name, sound);
        List<SourceRecord> records = new ArrayList<>();
        try (Documents documents = ArticleSources.standard().read(List.of(folder))) {
            records.add(Objects.requireNonNull(documents.next()));
            Files.writeString(folder.resolve(format.name), sound.substring(0, 30), StandardOpenOption.APPEND);
            for (SourceRecord next = documents.next(); next != null; next = documents.next()) {
                records.add(next);
            }
        }

        List<String> outcomes =
                records.stream().map(HostileFormatsTests::outcome).toList();
        assertThat(outcomes.get(outcomes.size() - 1)).isEqualTo("UNREADABLE");
        assertThat(outcomes.subList(0, 1_999)).containsOnly("read");
        assertThat(outcomes).hasSizeBetween(2_000, 2_002);
    }

    // Found by fuzzing: half a character once ended the file and cost what stood before it.
    @ParameterizedTest
    @EnumSource(names = {"CSV", "TSV", "JSON_ARRAY", "JSON_OBJECTS", "JSON_LINES"})
    void halfACharacterInUtf16CostsItsDocumentOnly(Format format) {
        for (Charset charset : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            for (String half : List.of("\uD83D", "\uDE00", "\uD83D\uD83D\uDE00", "\uDE00\uD83D")) {
                List<String> texts = new ArrayList<>(Collections.nCopies(3_000, "خبر"));
                texts.set(2_000, "x" + HALVES + "y");
                texts.set(2_500, "😀");
                byte[] file = ("\uFEFF" + format.file(texts)).getBytes(charset);
                write(format.name, with(file, halves(HALVES, charset), halves(half, charset)));

                List<String> outcomes = outcomesOf(format.name);

                assertThat(outcomes).hasSize(3_000);
                assertThat(outcomes.get(2_000)).isEqualTo("UNDECODABLE");
                assertThat(outcomes)
                        .filteredOn(outcome -> !outcome.equals("read"))
                        .hasSize(1);
            }
        }
    }

    /** The code units of {@code text}, whether they are whole characters or not. */
    private static byte[] halves(String text, Charset charset) {
        byte[] units = new byte[2 * text.length()];
        int low = charset.equals(StandardCharsets.UTF_16BE) ? 1 : 0;
        for (int i = 0; i < text.length(); i++) {
            units[2 * i + low] = (byte) text.charAt(i);
            units[2 * i + 1 - low] = (byte) (text.charAt(i) >> 8);
        }
        return units;
    }

    /** {@code file} with {@code then} in the one place where it has {@code now}. */
    private static byte[] with(byte[] file, byte[] now, byte[] then) {
        int at = 0;
        while (!Arrays.equals(file, at, at + now.length, now, 0, now.length)) {
            at += 2;
        }
        byte[] changed = new byte[file.length - now.length + then.length];
        System.arraycopy(file, 0, changed, 0, at);
        System.arraycopy(then, 0, changed, at, then.length);
        System.arraycopy(file, at + now.length, changed, at + then.length, file.length - at - now.length);
        return changed;
    }

    @ParameterizedTest
    @EnumSource(names = {"CSV", "JSON_OBJECTS"})
    void aHalfCodeUnitAtTheEndOfAFileCostsOneDocument(Format format) {
        byte[] file = ("\uFEFF" + format.file(List.of("خبر", "خبر"))).getBytes(StandardCharsets.UTF_16LE);
        write(format.name, Arrays.copyOf(file, file.length + 1));

        assertThat(outcomesOf(format.name))
                .startsWith("read")
                .doesNotContain("UNREADABLE")
                .hasSizeBetween(2, 3);
    }

    private Reading reading() {
        return new Reading(folder);
    }

    private void write(String name, String content) {
        write(name, content.getBytes(ISO_8859_1));
    }

    private void write(String name, byte[] content) {
        var unused = reading().write(name, content);
    }

    private List<String> outcomes(String name, String content) {
        byte[] bytes = content.getBytes(ISO_8859_1);
        write(
                name,
                name.endsWith(".gz") && !name.contains(".tar")
                        ? Reading.gzip(bytes)
                        : name.endsWith(".zst") ? Zstd.compress(bytes) : bytes);
        return outcomesOf(name);
    }

    private List<String> outcomesOf(String name) {
        List<String> outcomes = new ArrayList<>();
        try (Documents documents = ArticleSources.standard().read(List.of(folder.resolve(name)))) {
            for (SourceRecord next = documents.next(); next != null; next = documents.next()) {
                outcomes.add(outcome(next));
            }
        }
        return outcomes;
    }

    private static String outcome(SourceRecord record) {
        return record instanceof Rejection rejection ? rejection.cause().name() : "read";
    }

    /** The bytes of {@code text}, a char each. */
    private static String utf8(String text) {
        return new String(text.getBytes(UTF_8), ISO_8859_1);
    }
}

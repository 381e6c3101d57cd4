package io.ghirbal.ingest.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.Zstd;
import com.sun.management.ThreadMXBean;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.WarcCompression;
import org.netpreserve.jwarc.WarcConversion;
import org.netpreserve.jwarc.WarcMetadata;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResource;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcWriter;
import org.netpreserve.jwarc.Warcinfo;

/** Sound archives are written by jwarc, an independent implementation; damaged ones by hand. */
class WarcFormatTests {
    private static final String ARTICLE = "أعلن الوزير اليوم أن المحادثات ستستأنف غدا.\nوقال إن الاتفاق قريب.";
    private static final String PAGE = "https://www.Akhbar.example:8443/2026/11/1?a=b#c";
    private static final Instant FETCHED = Instant.parse("2026-11-01T10:00:00Z");

    @TempDir
    Path folder;

    // --- sound archives

    @ParameterizedTest
    @ValueSource(strings = {"a.warc.wet", "a.warc.wet.gz", "a.warc", "a.warc.gz", "a.warc.zst"})
    void readsTheTextsOfPages(String name) throws IOException {
        Files.write(folder.resolve(name), archive(name, info(), text(1, PAGE, ARTICLE), text(2, PAGE, "خبر قصير")));

        List<SourceRecord> records = read();

        assertThat(records)
                .containsExactly(
                        new SourceDocument(
                                name,
                                2,
                                "urn:uuid:00000000-0000-0000-0000-000000000001",
                                PAGE,
                                "akhbar.example",
                                null,
                                null,
                                "UTF-8",
                                ARTICLE),
                        new SourceDocument(
                                name,
                                3,
                                "urn:uuid:00000000-0000-0000-0000-000000000002",
                                PAGE,
                                "akhbar.example",
                                null,
                                null,
                                "UTF-8",
                                "خبر قصير"));
    }

    @Test
    void readsPlainTextAndHtmlAndTurnsEachOtherPageAway() throws IOException {
        write(
                "a.warc.gz",
                info(),
                answer(200, "text/plain; charset=UTF-8", ARTICLE),
                answer(200, "text/html", "<html><p>خبر</p></html>"),
                answer(404, "text/plain", "لا شيء هنا"),
                answer(200, "image/png", "png"),
                answer(200, "text/plain", " \n"),
                new WarcMetadata.Builder()
                        .date(FETCHED)
                        .body(MediaType.parse("application/warc-fields"), new byte[9])
                        .build(),
                new WarcResource.Builder(URI.create("dns:akhbar.example"))
                        .date(FETCHED)
                        .body(MediaType.parse("text/dns"), new byte[9])
                        .build(),
                new WarcResource.Builder(URI.create(PAGE))
                        .date(FETCHED)
                        .body(MediaType.PLAIN_TEXT, "مورد".getBytes(UTF_8))
                        .build(),
                text(1, PAGE, "%PDF-1.7 " + ARTICLE));

        List<SourceRecord> records = read();

        assertThat(records)
                .extracting(record -> record.record() + " " + outcome(record))
                .containsExactly(
                        "2 " + ARTICLE, "3 خبر", "4 NO_TEXT", "5 UNSUPPORTED", "6 EMPTY", "9 مورد", "10 BINARY");
        assertThat((SourceDocument) records.get(1))
                .returns(PAGE, SourceDocument::url)
                .returns("akhbar.example", SourceDocument::outlet)
                .returns("-", SourceDocument::lineHints);
        assertThat(((Rejection) records.get(2)).message()).contains("HTTP/1.1 404");
        assertThat(((Rejection) records.get(3)).message()).contains("image/png");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "text/html; charset=utf-8"})
    void takesOffTheEncodingForTheNetwork(String type) throws IOException {
        byte[] gzip = Reading.gzip("نص مضغوط".getBytes(UTF_8));
        ByteArrayOutputStream chunks = new ByteArrayOutputStream();
        for (byte b : gzip) {
            chunks.writeBytes(new byte[] {'1', '\r', '\n', b, '\r', '\n'});
        }
        chunks.writeBytes("0\r\n\r\n".getBytes(UTF_8));
        write(
                "a.warc",
                encoded(
                        type,
                        "Transfer-Encoding: chunked\r\n",
                        "4;x=1\r\nword\r\n2\r\n, \r\n0\r\n\r\n".getBytes(UTF_8)),
                encoded(type, "Content-Encoding: gzip\r\n", gzip),
                encoded(type, "Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n", chunks.toByteArray()),
                encoded(type, "Content-Encoding: deflate\r\n", deflated("نص")),
                encoded(type, "Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n", "خبر".getBytes(UTF_8)));

        assertThat(read())
                .extracting(WarcFormatTests::outcome)
                .map(String::strip)
                .containsExactly("word,", "نص مضغوط", "نص مضغوط", "نص", "خبر");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "text/html"})
    void turnsAwayWhatIsEncodedOtherwiseOrDamagedOrExpandsTooFar(String type) throws IOException {
        byte[] gzip = Reading.gzip("نص مضغوط".getBytes(UTF_8));
        write(
                "a.warc",
                encoded(type, "Content-Encoding: br\r\n", gzip),
                encoded(type, "Content-Encoding: gzip\r\n", Arrays.copyOf(gzip, gzip.length - 12)),
                encoded(type, "Transfer-Encoding: chunked\r\n", "4\r\nword\r\n4\r\nwo".getBytes(UTF_8)),
                encoded(type, "Transfer-Encoding: chunked\r\n", "4\r\nword\r\nx".getBytes(UTF_8)),
                encoded(type, "Content-Encoding: deflate\r\n", "\u0001\u0002".getBytes(UTF_8)),
                encoded(type, "Content-Encoding: gzip\r\n", Reading.gzip(new byte[100 << 20])));

        assertThat(read())
                .extracting(WarcFormatTests::outcome)
                .containsExactly("UNSUPPORTED", "MALFORMED", "MALFORMED", "MALFORMED", "MALFORMED", "TOO_LARGE");
    }

    @Test
    void prefersWhatAPageSaysOfItselfToWhatTheArchiveSays() throws IOException {
        String page = "<meta charset=utf-8><link rel=canonical href=/a><title>عنوان</title><p>" + ARTICLE;
        write(
                "a.warc",
                answer(200, "text/html; charset=windows-1256", page),
                answer(200, "text/html", page.replace("/a>", "https://other.example/b>")));

        assertThat(read())
                .extracting(record -> ((SourceDocument) record).url() + " " + ((SourceDocument) record).outlet())
                .containsExactly(
                        "https://www.Akhbar.example:8443/a akhbar.example", "https://other.example/b other.example");
    }

    @Test
    void takesTheCharsetThatTheServerNamesWhereThePageNamesNone() throws IOException {
        byte[] page = ("<title>Le journal</title><p>caf\u00e9 <p>" + "plain words ".repeat(20))
                .getBytes(StandardCharsets.ISO_8859_1);
        write("a.warc", encoded("text/html; Charset=\"ISO-8859-15\"", "", page));

        assertThat(read())
                .extracting(record -> ((SourceDocument) record).charset())
                .containsExactly("ISO-8859-15");
    }

    private static WarcResponse encoded(String type, String fields, byte[] body) throws IOException {
        ByteArrayOutputStream http = new ByteArrayOutputStream();
        http.writeBytes(("HTTP/1.1 200 OK\r\nContent-Type: " + type + "\r\n" + fields + "\r\n").getBytes(UTF_8));
        http.writeBytes(body);
        return new WarcResponse.Builder(URI.create(PAGE))
                .date(FETCHED)
                .body(MediaType.HTTP_RESPONSE, http.toByteArray())
                .build();
    }

    private static byte[] deflated(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(bytes)) {
            deflater.write(text.getBytes(UTF_8));
        }
        return bytes.toByteArray();
    }

    @Test
    void readsHeadersAsLooselyAsProgramsWriteThem() throws IOException {
        Files.writeString(
                folder.resolve("a.warc"),
                "WARC/0.18\nwarc-type:conversion\nwarc-target-uri: <http://user@www.akhbar.example/a>\nX-Long: a\n  b\ncontent-length:  7\n\nword\n\n\n\n\n\n"
                        + "\n" + record("WARC-Type: conversion\r\n", "خبر"));

        List<SourceRecord> records = read();

        assertThat(records).extracting(WarcFormatTests::outcome).containsExactly("word\n\n\n", "خبر");
        SourceDocument document = (SourceDocument) records.get(0);
        assertThat(document.url()).isEqualTo("http://user@www.akhbar.example/a");
        assertThat(document.outlet()).isEqualTo("akhbar.example");
        assertThat(document.externalId()).isNull();
        assertThat(((SourceDocument) records.get(1)).outlet()).isNull();
    }

    @Test
    void readsWhatAnIndependentReaderReads() throws IOException {
        SplittableRandom random = new SplittableRandom(7);
        for (int round = 0; round < 20; round++) {
            List<WarcRecord> written = new ArrayList<>();
            for (int i = 0; i < 30; i++) {
                String text = (ARTICLE + "\r\n\r\n").repeat(random.nextInt(1, 400)) + "WARC/1.0\r\n" + i;
                written.add(random.nextInt(4) == 0 ? info() : text(i, "http://a.example/" + i, text));
            }
            byte[] bytes = archive("a.warc.gz", written.toArray(WarcRecord[]::new));
            Files.write(folder.resolve("a.warc.gz"), bytes);

            List<String> expected = new ArrayList<>();
            try (WarcReader reader = new WarcReader(new ByteArrayInputStream(bytes))) {
                for (WarcRecord next : reader) {
                    if (next instanceof WarcConversion) {
                        expected.add(new String(next.body().stream().readAllBytes(), UTF_8));
                    }
                }
            }
            assertThat(read()).extracting(WarcFormatTests::outcome).isEqualTo(expected);
        }
    }

    @Test
    void saysOfAFileWithoutPagesThatItIsEmpty() throws IOException {
        write("a.warc", info());
        Files.createFile(folder.resolve("b.warc"));

        assertThat(read()).extracting(WarcFormatTests::outcome).containsExactly("EMPTY", "EMPTY");
    }

    @Test
    void goesOnBehindAPlace() throws IOException {
        write(
                "a.warc.gz",
                info(),
                text(1, PAGE, "أول"),
                answer(200, "text/html", "<p>"),
                text(2, PAGE, "ثان"),
                text(3, PAGE, "ثالث"));

        try (Documents documents =
                ArticleSources.standard().readBehind(new Position(0, "a.warc.gz", 3), List.of(folder))) {
            assertThat(outcome(Objects.requireNonNull(documents.next()))).isEqualTo("ثان");
            assertThat(documents.position()).isEqualTo(new Position(0, "a.warc.gz", 4));
            assertThat(outcome(Objects.requireNonNull(documents.next()))).isEqualTo("ثالث");
            assertThat(documents.next()).isNull();
        }
    }

    // --- limits

    @Test
    void turnsAwayWhatIsOverTheLimitAndNothingThatIsNot() throws IOException {
        write(
                "a.warc.gz",
                text(1, PAGE, "x".repeat(1000)),
                text(2, PAGE, "x".repeat(1001)),
                text(3, PAGE, "x".repeat(1_000_000)),
                text(4, PAGE, "خبر"),
                answer(200, "text/plain", "y".repeat(1000)),
                answer(200, "text/plain", "y".repeat(1001)));

        List<SourceRecord> records = drain(ArticleSources.of(1000, JsonFields.USUAL));

        assertThat(records)
                .extracting(WarcFormatTests::outcome)
                .containsExactly("x".repeat(1000), "TOO_LARGE", "TOO_LARGE", "خبر", "y".repeat(1000), "TOO_LARGE");
        assertThat(((Rejection) records.get(2)).message()).contains("1,000,000 bytes", "1,000.");
    }

    @Test
    void holdsNothingOfALongRecordOrOfALongHeader() throws IOException {
        long length = 1L << 26;
        InputStream bytes = new SequenceInputStream(Collections.enumeration(List.of(
                utf8("WARC/1.0\r\nWARC-Type: conversion\r\nContent-Length: " + length + "\r\n\r\n"),
                zeros(length),
                utf8("\r\n\r\n" + record("WARC-Type: conversion\r\n", "بعد الطويل")),
                utf8("WARC/1.0\r\nX-Long: "),
                zeros(length),
                utf8("\r\n\r\n" + record("WARC-Type: conversion\r\n", "بعد الرأس")))));

        List<String> outcomes = new ArrayList<>();
        long before = allocated();
        try (SourceRecords records = new WarcFormat(1000, Interpretation.USUAL).open("a.warc", bytes)) {
            for (SourceRecord next = records.next(); next != null; next = records.next()) {
                outcomes.add(outcome(next));
            }
        }

        assertThat(outcomes).containsExactly("TOO_LARGE", "بعد الطويل", "MALFORMED", "بعد الرأس");
        assertThat(allocated() - before).isLessThan(length / 16);
    }

    /** Bytes that this thread has ever taken from the heap. */
    private static long allocated() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }

    // --- damaged archives

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 2\r\n", // too short
                "Content-Length: 90\r\n", // into the next record
                "Content-Length: 100000\r\n", // behind the end
                "Content-Length: 99999999999\r\n", // a long record that is not there
                "Content-Length: 9999999999999999999999\r\n",
                "Content-Length: -5\r\n",
                "Content-Length: five\r\n",
                ""
            })
    void goesOnBehindARecordWithAWrongLength(String length) throws IOException {
        String damaged = "WARC/1.0\r\nWARC-Type: conversion\r\n" + length + "\r\n" + "خبر تالف" + "\r\n\r\n";
        Files.writeString(
                folder.resolve("a.warc"),
                record("WARC-Type: conversion\r\n", "أول")
                        + damaged
                        + record("WARC-Type: conversion\r\n", "ثان " + "و".repeat(100))
                        + record("WARC-Type: conversion\r\n", "ثالث"));

        List<SourceRecord> records = read();

        if (length.contains(" 99999999999\r")) {
            // A length over the limit is believed, for such a record is not held: what it swallows is lost.
            assertThat(records).extracting(WarcFormatTests::outcome).containsExactly("أول", "MALFORMED");
        } else {
            assertThat(records)
                    .extracting(WarcFormatTests::outcome)
                    .containsExactly("أول", "MALFORMED", "ثان " + "و".repeat(100), "ثالث");
        }
        assertThat(records).extracting(SourceRecord::record).startsWith(1L, 2L);
        assertThat(((Rejection) records.get(1)).message()).hasLineCount(1).contains("fetch the file again");
    }

    @Test
    void saysOfBytesBetweenRecordsThatTheyAreNone() throws IOException {
        Files.writeString(
                folder.resolve("a.warc"),
                "سطر\nآخر\n" + record("WARC-Type: conversion\r\n", "أول") + "WARC/1.0\r\nبلا نهاية");

        assertThat(read()).extracting(WarcFormatTests::outcome).containsExactly("MALFORMED", "أول", "MALFORMED");
    }

    @Test
    void givesNoHalfOfAFileThatIsCutShort() throws IOException {
        String whole = record("WARC-Type: conversion\r\n", "أول") + record("WARC-Type: conversion\r\n", "ثان");
        byte[] bytes = whole.getBytes(UTF_8);
        int second = whole.substring(0, whole.lastIndexOf("WARC/")).getBytes(UTF_8).length;
        for (int cut = second + 1; cut < bytes.length - 4; cut++) {
            Files.write(folder.resolve("a.warc"), Arrays.copyOf(bytes, cut));
            assertThat(read())
                    .as("cut at %d", cut)
                    .extracting(WarcFormatTests::outcome)
                    .containsExactly("أول", "MALFORMED");
        }
    }

    @Test
    void keepsWhatCameBeforeACompressedArchiveBreaksOff() throws IOException {
        byte[] bytes = archive("a.warc.gz", text(1, PAGE, "أول"), text(2, PAGE, "ثان"));
        byte[] first = archive("a.warc.gz", text(1, PAGE, "أول"));
        for (int cut = first.length + 20; cut < bytes.length; cut += 7) {
            Files.write(folder.resolve("a.warc.gz"), Arrays.copyOf(bytes, cut));
            List<String> outcomes =
                    read().stream().map(WarcFormatTests::outcome).toList();
            assertThat(outcomes).as("cut at %d", cut).startsWith("أول").endsWith("UNREADABLE");
            assertThat(outcomes).as("cut at %d", cut).isSubsetOf("أول", "ثان", "UNREADABLE");
        }
    }

    @ParameterizedTest
    @CsvSource({"%PDF-1.7, BINARY", "'\u001F\u008B\b', BINARY", "plain words, MALFORMED"})
    void saysWhatAFileIsThatIsNoArchive(String beginning, String cause) throws IOException {
        Files.write(folder.resolve("a.warc"), (beginning + "\nmore\n").getBytes(StandardCharsets.ISO_8859_1));

        assertThat(read()).extracting(WarcFormatTests::outcome).containsExactly(cause);
    }

    // --- helpers

    private static WarcRecord info() {
        return new Warcinfo.Builder()
                .date(FETCHED)
                .fields(Map.of("software", List.of("test")))
                .build();
    }

    private static WarcRecord text(int number, String url, String text) {
        return new WarcConversion.Builder()
                .recordId(new UUID(0, number))
                .date(FETCHED)
                .setHeader("WARC-Target-URI", url)
                .body(MediaType.PLAIN_TEXT, text.getBytes(UTF_8))
                .build();
    }

    private static WarcRecord answer(int status, String type, String content) throws IOException {
        return new WarcResponse.Builder(PAGE)
                .date(FETCHED)
                .body(new HttpResponse.Builder(status, "said")
                        .body(MediaType.parse(type), content.getBytes(UTF_8))
                        .build())
                .build();
    }

    private static String record(String fields, String text) {
        return "WARC/1.0\r\n%sContent-Length: %d\r\n\r\n%s\r\n\r\n"
                .formatted(fields, text.getBytes(UTF_8).length, text);
    }

    private void write(String name, WarcRecord... records) throws IOException {
        Files.write(folder.resolve(name), archive(name, records));
    }

    private static byte[] archive(String name, WarcRecord... records) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (WarcWriter writer = new WarcWriter(
                Channels.newChannel(bytes), name.endsWith(".gz") ? WarcCompression.GZIP : WarcCompression.NONE)) {
            for (WarcRecord next : records) {
                writer.write(next);
            }
        }
        return name.endsWith(".zst") ? Zstd.compress(bytes.toByteArray()) : bytes.toByteArray();
    }

    private static InputStream utf8(String text) {
        return new ByteArrayInputStream(text.getBytes(UTF_8));
    }

    /** So many bytes that need no memory. */
    private static InputStream zeros(long length) {
        return new InputStream() {
            private long left = length;

            @Override
            public int read() {
                return left-- > 0 ? 0 : -1;
            }

            @Override
            public int read(byte[] bytes, int offset, int wanted) {
                if (left <= 0) {
                    return wanted == 0 ? 0 : -1;
                }
                int given = (int) Math.min(wanted, left);
                Arrays.fill(bytes, offset, offset + given, (byte) 0);
                left -= given;
                return given;
            }
        };
    }

    private List<SourceRecord> read() {
        return drain(ArticleSources.standard());
    }

    private List<SourceRecord> drain(ArticleSources sources) {
        List<SourceRecord> records = new ArrayList<>();
        try (Documents documents = sources.read(List.of(folder))) {
            for (SourceRecord next = documents.next(); next != null; next = documents.next()) {
                records.add(next);
            }
        }
        return records;
    }

    private static String outcome(SourceRecord record) {
        return record instanceof Rejection rejection ? rejection.cause().name() : ((SourceDocument) record).text();
    }
}

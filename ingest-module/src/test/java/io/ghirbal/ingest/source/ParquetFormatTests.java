package io.ghirbal.ingest.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.function.BiConsumer;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.bytes.BytesUtils;
import org.apache.parquet.column.ParquetProperties;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.format.DataPageHeader;
import org.apache.parquet.format.DictionaryPageHeader;
import org.apache.parquet.format.Encoding;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.PageType;
import org.apache.parquet.format.Util;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Files written by DuckDB, an implementation of its own, and by parquet-java where DuckDB cannot; damaged ones by hand. */
class ParquetFormatTests {
    private static final String ARTICLE = "أعلن الوزير اليوم أن المحادثات ستستأنف غدا.\nوقال إن الاتفاق قريب.";
    private static final MessageType DATED =
            MessageTypeParser.parseMessageType("message m { required binary text (UTF8); required int96 date; }");
    private static final MessageType TEXTS =
            MessageTypeParser.parseMessageType("message m { optional binary text (UTF8); }");

    private final JdbcClient duckdb = JdbcClient.create(new DriverManagerDataSource("jdbc:duckdb:"));

    @TempDir
    private Path folder;

    // --- what is read

    @ParameterizedTest
    @CsvSource({
        "uncompressed, V1",
        "snappy, V1",
        "gzip, V1",
        "zstd, V1",
        "uncompressed, V2",
        "snappy, V2",
        "zstd, V2",
    })
    void readsTheColumnsOfCorpora(String codec, String version) {
        write(
                """
                select 'u' || i as id, '%s' || chr(10) || i as text, 'http://a.example/' || i as url, date '2026-11-01' as date,
                    'الخبر' as outlet, ' عنوان ' as title, [i, i] as tokens, 0.5 as score
                from range(1, 5001) t(i)""".formatted(ARTICLE),
                "compression '%s', parquet_version '%s', row_group_size 2048".formatted(codec, version));

        List<SourceRecord> records = read();

        assertThat(records).hasSize(5000);
        for (int i = 1; i <= 5000; i++) {
            assertThat(records.get(i - 1))
                    .isEqualTo(new SourceDocument(
                            "a.parquet",
                            i,
                            "u" + i,
                            "http://a.example/" + i,
                            "الخبر",
                            "عنوان",
                            null,
                            "2026-11-01",
                            List.of(),
                            "{\"score\":0.5}",
                            null,
                            "UTF-8",
                            ARTICLE + "\n" + i));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"UNCOMPRESSED", "ZSTD"})
    void readsTheSecondVersionOfPages(CompressionCodecName codec) throws IOException {
        List<@Nullable String> texts = new ArrayList<>();
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < 3000; i++) {
            texts.add(random.nextInt(5) == 0 ? null : ARTICLE + random.nextInt(100));
        }
        writeTexts(texts, codec, ParquetProperties.WriterVersion.PARQUET_2_0);

        assertThat(read())
                .extracting(ParquetFormatTests::outcome)
                .isEqualTo(texts.stream()
                        .map(text -> text == null ? "EMPTY" : text)
                        .toList());
    }

    @Test
    void takesOfSeveralColumnsTheFirstThatHasAValueAsInJsonLines() {
        write("""
                select * from (values (1, 'نص', 'متن', null, 'ب'), (2, null, 'متن', 'أ', 'ب'), (3, ' ', null, 'أ', 'ب'))
                    t(id, text, body, outlet, source)""", "");

        List<SourceRecord> records = read();

        assertThat(records).extracting(ParquetFormatTests::outcome).containsExactly("نص", "متن", "EMPTY");
        assertThat(((SourceDocument) records.get(0)).outlet()).isEqualTo("ب");
        assertThat(((SourceDocument) records.get(1)).outlet()).isEqualTo("أ");
        assertThat(((SourceDocument) records.get(1)).externalId()).isEqualTo("2");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    '2026-11-01 قبل الظهر'                         | 2026-11-01 قبل الظهر
                    date '1969-12-31'                              | 1969-12-31
                    timestamp '2026-11-01 10:20:30.5'              | 2026-11-01T10:20:30.500
                    timestamp_ms '2026-11-01 10:20:30'             | 2026-11-01T10:20:30
                    timestamp_ns '1969-12-31 23:59:59.000000001'   | 1969-12-31T23:59:59.000000001
                    timestamptz '2026-11-01 10:20:30+00'           | 2026-11-01T10:20:30Z
                    20261101                                       | 20261101
                    20261101::bigint                               | 20261101
                    2026.5::double                                 | 2026.5
                    2026.25::decimal(8, 2)                         | 2026.25
                    true                                           | true
                    '5b6c4b3e-0000-4000-8000-000000000000'::uuid   | 5b6c4b3e-0000-4000-8000-000000000000
                    """)
    void writesADateInTheIsoForm(String value, String published) {
        write("select 'نص' as text, " + value + " as date", "");

        assertThat(((SourceDocument) read().get(0)).published()).isEqualTo(published);
    }

    @Test
    void readsTheTimesOfOlderPrograms() throws IOException {
        ByteBuffer time = ByteBuffer.allocate(12).order(ByteOrder.LITTLE_ENDIAN);
        time.putLong(36_000_000_000_001L).putInt(2_440_588 - 1);
        try (ParquetWriter<String> writer = new Builder<String>(folder.resolve("a.parquet"), DATED, (text, out) -> {
                    out.startField("text", 0);
                    out.addBinary(Binary.fromString(text));
                    out.endField("text", 0);
                    out.startField("date", 1);
                    out.addBinary(Binary.fromConstantByteArray(time.array()));
                    out.endField("date", 1);
                })
                .withConf(new PlainParquetConfiguration())
                .withCodecFactory(new Codecs())
                .build()) {
            writer.write("نص");
        }

        assertThat(((SourceDocument) read().get(0)).published()).isEqualTo("1969-12-31T10:00:00.000000001Z");
    }

    @Test
    void goesOnBehindAPlace() {
        write("select 'نص ' || i as text from range(1, 6001) t(i)", "row_group_size 2048");

        try (Documents documents =
                ArticleSources.standard().readBehind(new Position(0, "a.parquet", 5999), List.of(folder))) {
            assertThat(outcome(Objects.requireNonNull(documents.next()))).isEqualTo("نص 6000");
            assertThat(documents.position()).isEqualTo(new Position(0, "a.parquet", 6000));
            assertThat(documents.next()).isNull();
        }
    }

    // --- what is turned away, row by row

    @Test
    void turnsARowAwayByItself() {
        write("""
                select text from (values (1, 'أول'), (2, null), (3, '  '), (4, 'قبل' || chr(0) || 'بعد'), (5, repeat('x', 1000)), (6, repeat('x', 1001)),
                    (7, 'آخر')) t(id, text) order by id""", "");

        List<SourceRecord> records = drain(ArticleSources.of(1000, JsonFields.USUAL));

        assertThat(records)
                .extracting(ParquetFormatTests::outcome)
                .containsExactly("أول", "EMPTY", "EMPTY", "BINARY", "x".repeat(1000), "TOO_LARGE", "آخر");
        assertThat(records).extracting(SourceRecord::record).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L);
        assertThat(((Rejection) records.get(5)).message()).contains("1,001 bytes", "1,000.");
    }

    @Test
    void countsAllColumnsThatAreReadAndNoOther() {
        write("select repeat('x', 600) as text, repeat('y', 600) as title, repeat('z', 600) as other", "");
        assertThat(drain(ArticleSources.of(1200, JsonFields.USUAL)))
                .extracting(ParquetFormatTests::outcome)
                .containsExactly("x".repeat(600));
        assertThat(drain(ArticleSources.of(1199, JsonFields.USUAL)))
                .extracting(ParquetFormatTests::outcome)
                .containsExactly("TOO_LARGE");
    }

    @Test
    void doesNotTakeBytesThatAreNoUtf8ForText() {
        write("select '\\xD8\\xA3\\xFF'::blob as text union all select '\\xD8\\xA3'::blob", "");

        assertThat(read()).extracting(ParquetFormatTests::outcome).containsExactlyInAnyOrder("UNDECODABLE", "أ");
    }

    // --- what is turned away as a whole

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    select 'نص' as item                            | None of the columns text, body, content
                    select 5 as text                               | "text" holds values of the type INTEGER(32,true)
                    select ['نص'] as text                          | "text" holds lists or structures
                    select {'text': 'نص'} as body                  | "body" holds lists or structures
                    """)
    void saysOfAFileWithoutTextsSo(String select, String message) {
        write(select, "");

        assertThat(read()).extracting(ParquetFormatTests::outcome).containsExactly("NO_TEXT");
        assertThat(((Rejection) read().get(0)).message()).contains(message);
    }

    @Test
    void saysOfAFileWithoutRowsThatItIsEmpty() throws IOException {
        write("select 'نص' as text where false", "");
        Files.createFile(folder.resolve("b.parquet"));

        assertThat(read()).extracting(ParquetFormatTests::outcome).containsExactly("EMPTY", "EMPTY");
    }

    @Test
    void namesTheCodecsThatItKnowsWhenThereIsAnother() {
        write("select 'نص' as text", "compression 'brotli'");

        assertThat(read()).extracting(ParquetFormatTests::outcome).containsExactly("UNSUPPORTED");
        assertThat(((Rejection) read().get(0)).message()).contains("BROTLI", "Zstandard, Snappy or gzip");
    }

    @Test
    void saysOfACompressedFileThatItMustBeUnpacked() throws IOException {
        Files.write(folder.resolve("a.parquet.zst"), Zstd.compress(new byte[100]));

        assertThat(read()).extracting(ParquetFormatTests::outcome).containsExactly("UNSUPPORTED");
        assertThat(((Rejection) read().get(0)).message()).contains("unpack it");
    }

    @ParameterizedTest
    @CsvSource({
        "PAR1, MALFORMED",
        "%PDF-1.7 and so on, MALFORMED",
        "PAR1 and so on and so on, UNREADABLE",
        "PAR1 and so on PARE, UNSUPPORTED",
        "PAR1 and so on PAR1, MALFORMED",
    })
    void saysOfAFileThatIsNoParquetWhatItIs(String content, String cause) throws IOException {
        Files.writeString(folder.resolve("a.parquet"), content);

        assertThat(read()).extracting(ParquetFormatTests::outcome).containsExactly(cause);
    }

    @Test
    void givesNothingOfAFileThatIsCutShort() throws IOException {
        write("select '%s' || i as text from range(100) t(i)".formatted(ARTICLE), "");
        byte[] whole = Files.readAllBytes(folder.resolve("a.parquet"));
        for (int cut = 1; cut < whole.length; cut += 13) {
            Files.write(folder.resolve("a.parquet"), Arrays.copyOf(whole, cut));
            assertThat(read())
                    .as("cut at %d", cut)
                    .extracting(ParquetFormatTests::outcome)
                    .hasSize(1)
                    .first()
                    .isIn("MALFORMED", "UNREADABLE");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"uncompressed", "snappy", "gzip", "zstd"})
    void survivesDamageAnywhere(String codec) throws IOException {
        write(
                "select '%s' || i as text, 'u' || i as id from range(3000) t(i)".formatted(ARTICLE),
                "compression '%s', row_group_size 2048".formatted(codec));
        byte[] whole = Files.readAllBytes(folder.resolve("a.parquet"));
        SplittableRandom random = new SplittableRandom(11);
        for (int round = 0; round < 150; round++) {
            byte[] damaged = whole.clone();
            for (int k = 0; k < 3; k++) {
                // half of the damage where the file says what it is
                int at = random.nextBoolean() ? random.nextInt(whole.length) : whole.length - 1 - random.nextInt(600);
                damaged[at] = (byte) random.nextInt();
            }
            Files.write(folder.resolve("a.parquet"), damaged);

            List<SourceRecord> records = read();

            assertThat(records).as("round %d", round).isNotEmpty().hasSizeLessThan(10_000);
            assertThat(records)
                    .filteredOn(Rejection.class::isInstance)
                    .allSatisfy(
                            record -> assertThat(((Rejection) record).message()).hasLineCount(1));
        }
    }

    // --- bombs

    @Test
    void believesNoPageThatClaimsMoreThanThereIs() throws IOException {
        for (int claimed : new int[] {Integer.MAX_VALUE, ParquetPages.MAX_BYTES + 1}) {
            writePages(page(PageType.DATA_PAGE, 10, claimed, 1, new byte[10]));
            assertUnreadable("claims");
            writePages(page(PageType.DATA_PAGE, claimed, 10, 1, new byte[10]));
            assertUnreadable("claims");
        }
        writePages(page(PageType.DATA_PAGE, -1, 10, 1, new byte[10]));
        assertUnreadable("");
        writePages(page(PageType.DATA_PAGE, 10, ParquetPages.MAX_BYTES, 1, new byte[10]));
        assertThat(read()).extracting(ParquetFormatTests::outcome).containsExactly("TOO_LARGE");
    }

    @Test
    void believesNoCountThatIsMoreThanThereIs() throws IOException {
        writePages(page(PageType.DICTIONARY_PAGE, 4, 4, Integer.MAX_VALUE, new byte[4]));
        assertUnreadable("dictionary claims 2,147,483,647 entries");
        // a run of definition levels that is as long as can be said
        writePages(page(PageType.DATA_PAGE, 9, 9, 1, new byte[] {5, 0, 0, 0, -1, -1, -1, -1, 1}));
        assertUnreadable("");
    }

    @Test
    void stopsAtRowsThatTakeNoRoom() throws IOException {
        // 200 million rows without a text: one run of the definition level 0, in a page of 9 bytes
        int rows = 200_000_000;
        ByteArrayOutputStream run = new ByteArrayOutputStream();
        run.write(new byte[] {5, 0, 0, 0}, 0, 4);
        BytesUtils.writeUnsignedVarInt(rows << 1, run);
        run.write(0);
        byte[] page = run.toByteArray();
        page[0] = (byte) (page.length - 4);
        writePages(rows, page(PageType.DATA_PAGE, page.length, page.length, rows, page));

        long met = 0;
        SourceRecord last = null;
        try (Documents documents = ArticleSources.standard().read(List.of(folder))) {
            for (SourceRecord next = documents.next(); next != null; next = documents.next()) {
                met++;
                last = next;
            }
        }

        assertThat(met).isLessThan(5_000_000);
        assertThat(outcome(Objects.requireNonNull(last))).isEqualTo("TOO_LARGE");
    }

    private void assertUnreadable(String message) {
        List<SourceRecord> records = read();
        assertThat(records).extracting(ParquetFormatTests::outcome).containsExactly("UNREADABLE");
        assertThat(((Rejection) records.get(0)).message())
                .hasLineCount(1)
                .contains(message, "cannot be read any further");
    }

    // --- helpers

    /** @param options of DuckDB's COPY */
    private void write(String select, String options) {
        duckdb.sql("copy (%s) to '%s' (format parquet%s)"
                        .formatted(select, folder.resolve("a.parquet"), options.isEmpty() ? "" : ", " + options))
                .update();
    }

    /** A page of the column text, with a header that says what it likes. */
    private static byte[] page(PageType type, int compressed, int uncompressed, int values, byte[] content)
            throws IOException {
        PageHeader header = new PageHeader(type, uncompressed, compressed);
        if (type == PageType.DICTIONARY_PAGE) {
            header.setDictionary_page_header(new DictionaryPageHeader(values, Encoding.PLAIN));
        } else {
            header.setData_page_header(new DataPageHeader(values, Encoding.PLAIN, Encoding.RLE, Encoding.RLE));
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Util.writePageHeader(header, bytes);
        bytes.write(content);
        return bytes.toByteArray();
    }

    private void writePages(byte[] pages) throws IOException {
        writePages(1, pages);
    }

    /** A file of one row group with one column, text, that has these pages. */
    private void writePages(long rows, byte[] pages) throws IOException {
        writeTexts(List.of("نص"), CompressionCodecName.UNCOMPRESSED, ParquetProperties.WriterVersion.PARQUET_1_0);
        byte[] sound = Files.readAllBytes(folder.resolve("a.parquet"));
        int length = ByteBuffer.wrap(sound).order(ByteOrder.LITTLE_ENDIAN).getInt(sound.length - 8);
        FileMetaData footer = Util.readFileMetaData(new ByteArrayInputStream(sound, sound.length - 8 - length, length));
        footer.setNum_rows(rows);
        var group = footer.getRow_groups().get(0).setNum_rows(rows);
        var chunk = group.getColumns().get(0).getMeta_data();
        chunk.setNum_values(rows).setData_page_offset(4).setTotal_compressed_size(pages.length);
        chunk.unsetDictionary_page_offset();
        ByteArrayOutputStream tail = new ByteArrayOutputStream();
        Util.writeFileMetaData(footer, tail);
        ByteBuffer file =
                ByteBuffer.allocate(4 + pages.length + tail.size() + 8).order(ByteOrder.LITTLE_ENDIAN);
        file.put("PAR1".getBytes(UTF_8))
                .put(pages)
                .put(tail.toByteArray())
                .putInt(tail.size())
                .put("PAR1".getBytes(UTF_8));
        Files.write(folder.resolve("a.parquet"), file.array());
    }

    private void writeTexts(
            List<@Nullable String> texts, CompressionCodecName codec, ParquetProperties.WriterVersion version)
            throws IOException {
        try (ParquetWriter<@Nullable String> writer = new Builder<@Nullable String>(
                        folder.resolve("a.parquet"), TEXTS, (text, out) -> {
                            if (text != null) {
                                out.startField("text", 0);
                                out.addBinary(Binary.fromString(text));
                                out.endField("text", 0);
                            }
                        })
                .withConf(new PlainParquetConfiguration())
                .withWriteMode(ParquetFileWriter.Mode.OVERWRITE)
                .withCodecFactory(new Codecs())
                .withCompressionCodec(codec)
                .withWriterVersion(version)
                .withPageSize(4096)
                .build()) {
            for (String text : texts) {
                writer.write(text);
            }
        }
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

    private static final class Builder<T extends @Nullable Object> extends ParquetWriter.Builder<T, Builder<T>> {
        private final Rows<T> rows;

        Builder(Path file, MessageType schema, BiConsumer<T, RecordConsumer> fields) {
            super(new LocalOutputFile(file));
            rows = new Rows<>(schema, fields);
        }

        @Override
        protected Builder<T> self() {
            return this;
        }

        @Override
        @SuppressWarnings("deprecation")
        protected WriteSupport<T> getWriteSupport(Configuration configuration) {
            return rows;
        }

        @Override
        protected WriteSupport<T> getWriteSupport(ParquetConfiguration configuration) {
            return rows;
        }
    }

    private static final class Rows<T extends @Nullable Object> extends WriteSupport<T> {
        private final MessageType schema;
        private final BiConsumer<T, RecordConsumer> fields;
        private @Nullable RecordConsumer out;

        Rows(MessageType schema, BiConsumer<T, RecordConsumer> fields) {
            this.schema = schema;
            this.fields = fields;
        }

        @Override
        @SuppressWarnings("deprecation")
        public WriteContext init(Configuration configuration) {
            return new WriteContext(schema, Map.of());
        }

        @Override
        public WriteContext init(ParquetConfiguration configuration) {
            return new WriteContext(schema, Map.of());
        }

        @Override
        public void prepareForWrite(RecordConsumer consumer) {
            out = consumer;
        }

        @Override
        public void write(T row) {
            RecordConsumer consumer = Objects.requireNonNull(out);
            consumer.startMessage();
            fields.accept(row, consumer);
            consumer.endMessage();
        }
    }

    /** Zstandard, or nothing. */
    private static final class Codecs implements CompressionCodecFactory {
        @Override
        public BytesInputCompressor getCompressor(CompressionCodecName name) {
            return new BytesInputCompressor() {
                @Override
                public BytesInput compress(BytesInput bytes) throws IOException {
                    return name == CompressionCodecName.ZSTD
                            ? BytesInput.from(
                                    Zstd.compress(bytes.toInputStream().readAllBytes()))
                            : bytes;
                }

                @Override
                public CompressionCodecName getCodecName() {
                    return name;
                }

                @Override
                public void release() {}
            };
        }

        @Override
        public BytesInputDecompressor getDecompressor(CompressionCodecName name) {
            throw new UnsupportedOperationException("only written");
        }

        @Override
        public void release() {}
    }
}

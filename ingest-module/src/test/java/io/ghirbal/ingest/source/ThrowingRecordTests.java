package io.ghirbal.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A document that something throws at, as nothing should, is one rejection, in every format. */
class ThrowingRecordTests {
    private static final int MAX_BYTES = 1 << 16;

    @TempDir
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    ThrowingRecordTests() {}

    /** Throws at what says so. */
    private static final class Throwing extends Interpretation {
        Throwing() {
            super(ReadingOptions.USUAL);
        }

        @Override
        @Nullable SourceRecord document(String source, long number, String charset, Map<String, FieldValue> record) {
            if (record.values().stream().anyMatch(value -> value.text().contains("throw"))) {
                throw new ArithmeticException("a number of\nsome kind");
            }
            return super.document(source, number, charset, record);
        }

        @Override
        SourceRecord finish(SourceDocument document) {
            if (document.text().contains("throw")) {
                throw new StackOverflowError();
            }
            return super.finish(document);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.jsonl", "a.json", "a.csv", "a.warc", "a.parquet"})
    void isOneRejectionAndTheOthersAreRead(String name) throws Exception {
        write(name, "first", "throw", "last");

        assertThat(outcomes(name)).containsExactly("first", "UNREADABLE", "last");
    }

    @Test
    void isTheOneRejectionOfAText() throws Exception {
        write("a.txt", "throw");

        assertThat(outcomes("a.txt")).containsExactly("UNREADABLE");
    }

    private void write(String name, String... texts) throws IOException, SQLException {
        Path file = folder.resolve(name);
        String parts = String.join("\n", texts);
        switch (name.substring(name.indexOf('.'))) {
            case ".txt" -> Files.writeString(file, texts[0]);
            case ".csv" -> Files.writeString(file, "text\n" + parts + "\n");
            case ".json" -> Files.writeString(file, "[" + objects(",", texts) + "]");
            case ".jsonl" -> Files.writeString(file, objects("\n", texts));
            case ".warc" -> Files.writeString(file, warc(texts));
            case ".parquet" -> parquet(file, texts);
            default -> throw new IllegalArgumentException(name);
        }
    }

    private static String objects(String between, String... texts) {
        return String.join(
                between,
                List.of(texts).stream()
                        .map(text -> "{\"text\":\"" + text + "\"}")
                        .toList());
    }

    private static String warc(String... texts) {
        StringBuilder archive = new StringBuilder();
        for (String text : texts) {
            archive.append("WARC/1.0\r\nWARC-Type: conversion\r\nContent-Type: text/plain\r\nContent-Length: ")
                    .append(text.length())
                    .append("\r\n\r\n")
                    .append(text)
                    .append("\r\n\r\n");
        }
        return archive.toString();
    }

    private static void parquet(Path file, String... texts) throws SQLException {
        try (Statement statement = DriverManager.getConnection("jdbc:duckdb:").createStatement()) {
            statement.execute("copy (select * from (values ('%s')) t(text)) to '%s' (format parquet)"
                    .formatted(String.join("'), ('", texts), file));
        }
    }

    private List<String> outcomes(String name) throws IOException {
        Path file = folder.resolve(name);
        List<String> outcomes = new ArrayList<>();
        try (SourceRecords records = new WatchedRecords(name, open(name, file), file, WatchedRecords.State.of(file))) {
            long last = 0;
            for (SourceRecord next = records.next(); next != null; next = records.next()) {
                assertThat(records.record()).isGreaterThan(last);
                last = records.record();
                outcomes.add(
                        next instanceof Rejection rejection
                                ? rejection.cause().name()
                                : ((SourceDocument) next).text());
                if (next instanceof Rejection rejection) {
                    assertThat(rejection.message())
                            .contains("its reader failed: java.lang.")
                            .hasLineCount(1);
                    assertThat(rejection.source()).isEqualTo(name);
                }
            }
        }
        return outcomes;
    }

    private static SourceRecords open(String name, Path file) {
        SourceFormat format = ArticleSources.formats(MAX_BYTES, new Throwing()).stream()
                .filter(candidate -> candidate.reads(name))
                .findFirst()
                .orElseThrow();
        try {
            return format instanceof StreamFormat stream
                    ? stream.open(name, Files.newInputStream(file))
                    : ((FileFormat) format).open(name, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aReaderThatNeverStopsFailingIsGivenUp() throws Exception {
        Path file = Files.writeString(folder.resolve("a.txt"), "x", StandardCharsets.UTF_8);
        SourceRecords failing = new SourceRecords() {
            private long record;

            @Override
            public SourceRecord next() {
                record++;
                throw new IllegalStateException();
            }

            @Override
            public long record() {
                return record;
            }

            @Override
            public void close() {}
        };
        int rejections = 0;
        try (SourceRecords records = new WatchedRecords("a.txt", failing, file, WatchedRecords.State.of(file))) {
            while (records.next() != null) {
                rejections++;
            }
        } catch (IOException e) {
            assertThat(e).hasMessageContaining("its reader failed");
        }
        assertThat(rejections).isEqualTo(1_000);
    }
}

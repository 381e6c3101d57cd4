package io.ghirbal.ingest.source;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** Writes files of a test and reads them. */
final class Reading {
    private final Path folder;
    private final ArticleSources sources;

    Reading(Path folder) {
        this(folder, ArticleSources.standard());
    }

    Reading(Path folder, ArticleSources sources) {
        this.folder = folder;
        this.sources = sources;
    }

    Reading write(String name, String content) {
        return write(name, content.getBytes(StandardCharsets.UTF_8));
    }

    Reading write(String name, byte[] content) {
        try {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            Files.write(file, content);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] gzip(byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    List<SourceRecord> all() {
        List<SourceRecord> records = new ArrayList<>();
        try (Documents documents = sources.read(List.of(folder))) {
            for (SourceRecord record = documents.next(); record != null; record = documents.next()) {
                records.add(record);
            }
        }
        return records;
    }

    List<SourceDocument> documents() {
        return all().stream()
                .map(record -> {
                    if (record instanceof Rejection rejection) {
                        throw new AssertionError(rejection.toString());
                    }
                    return (SourceDocument) record;
                })
                .toList();
    }

    SourceDocument document() {
        List<SourceDocument> documents = documents();
        if (documents.size() != 1) {
            throw new AssertionError(documents.toString());
        }
        return documents.get(0);
    }

    Rejection rejection() {
        List<SourceRecord> records = all();
        if (records.size() != 1) {
            throw new AssertionError(records.toString());
        }
        return (Rejection) records.get(0);
    }

    /** Each record as its number and its text, or the cause of its rejection. */
    List<String> outcomes() {
        return all().stream()
                .map(record -> record.record() + " "
                        + (record instanceof SourceDocument document
                                ? document.text()
                                : ((Rejection) record).cause().name()))
                .toList();
    }
}

package io.ghirbal.ingest.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * JSON Lines, a line an article, and JSON: an array of articles, one article, or articles one behind the other. What it is, the content
 * tells, for many call one by the name of the other. A number or a boolean is taken as it is written. Blank lines are passed over; a
 * file without any article is one {@link RejectionCause#EMPTY} rejection, so that no file goes unmentioned.
 */
final class JsonFormat implements StreamFormat {
    private static final List<String> ENDINGS = List.of(".jsonl", ".ndjson", ".jl", ".jsonlines", ".json");

    /** Largest object that holds several articles, as pandas writes a table: column by column. It is held as a whole. */
    private static final int MAX_TABLE_BYTES = 16 << 20;

    /** Most values of a table that is written column by column. Its rows are held as a whole. */
    private static final int MAX_CELLS = 200_000;

    private final int maxBytes;
    private final Interpretation interpretation;

    /** @param maxBytes largest article, in bytes before decoding */
    JsonFormat(int maxBytes, Interpretation interpretation) {
        this.maxBytes = maxBytes;
        this.interpretation = interpretation;
    }

    @Override
    public boolean reads(String fileName) {
        return ENDINGS.stream().anyMatch(fileName::endsWith);
    }

    @Override
    public SourceRecords open(String source, InputStream bytes) {
        return new Records(source, bytes);
    }

    /** What holds an article, as messages call it. */
    private enum Holder {
        LINE("line"),
        ELEMENT("article");

        private final String title;

        Holder(String title) {
            this.title = title;
        }
    }

    private final class Records implements SourceRecords {
        private final String source;
        private final InputStream bytes;
        private Charset charset = StandardCharsets.UTF_8;
        private Holder holder = Holder.LINE;
        private @Nullable Lines lines;
        private @Nullable JsonElements elements;
        private Iterator<Map<String, FieldValue>> table = Collections.emptyIterator();
        private long record;
        private boolean found;
        private boolean done;

        Records(String source, InputStream bytes) {
            this.source = source;
            this.bytes = bytes;
        }

        @Override
        public @Nullable SourceRecord next() throws IOException {
            if (lines == null && elements == null && !done) {
                Rejection refused = begin();
                if (refused != null) {
                    done = true;
                    return refused;
                }
            }
            while (!done) {
                record++;
                SourceRecord read = lines == null ? nextElement() : nextLine(lines);
                if (read != null) {
                    found = true;
                    return read;
                }
            }
            if (!found) {
                found = true;
                record = 1;
                return reject(
                        RejectionCause.EMPTY,
                        "The file has no %s with content; fetch it again or remove it.".formatted(holder.title));
            }
            return null;
        }

        private @Nullable Rejection begin() throws IOException {
            TextBeginning beginning = TextBeginning.of(bytes);
            String binary = beginning.findBinary(beginsLikeJson(beginning.sample()));
            if (binary != null) {
                record = 1;
                found = true;
                return reject(RejectionCause.BINARY, binary);
            }
            if (isOneArticleALine(beginning.text())) {
                charset = beginning.charset();
                lines = new Lines(beginning.stream(), maxBytes);
                lines.setUnit(CharsetDetector.unit(charset), StandardCharsets.UTF_16BE.equals(charset) ? 1 : 0);
            } else {
                holder = Holder.ELEMENT;
                charset = beginning.charsetOfSingleBytes();
                elements = new JsonElements(beginning.singleBytes());
            }
            return null;
        }

        /** By the ending of the name, unless the first line says otherwise. */
        private boolean isOneArticleALine(String sample) {
            List<String> first =
                    sample.lines().filter(line -> !line.isBlank()).limit(2).toList();
            if (first.isEmpty()) {
                return true;
            }
            String line = first.get(0).strip();
            boolean whole = line.startsWith("{") && JsonRecord.parse(line) instanceof JsonRecord.Fields;
            if (lowerName().contains(".json") && !lowerName().contains(".jsonl")) {
                return whole && first.size() == 2 && first.get(1).strip().startsWith("{");
            }
            return whole || !(line.equals("{") || line.equals("[") || line.matches("(?s)\\[\\s*\\{.*"));
        }

        private String lowerName() {
            return source.toLowerCase(Locale.ROOT);
        }

        private @Nullable SourceRecord nextLine(Lines all) throws IOException {
            Lines.Line line = all.next();
            if (line == null) {
                done = true;
                return null;
            }
            return line.length() > maxBytes
                    ? tooLarge(line.length())
                    : line.length() == 0 ? null : read(line.content());
        }

        private @Nullable SourceRecord nextElement() throws IOException {
            if (table.hasNext()) {
                return row(table.next());
            }
            JsonElements all = Objects.requireNonNull(elements);
            boolean first = record == 1;
            JsonElements.Element element = all.next(first ? MAX_TABLE_BYTES : maxBytes);
            if (element == null) {
                done = true;
                return all.isInside()
                        ? reject(
                                RejectionCause.MALFORMED,
                                "The file breaks off: its array is not closed. What came before is kept; fetch the file again.")
                        : null;
            }
            if (!element.complete()) {
                done = true;
                return reject(
                        RejectionCause.MALFORMED,
                        "The file breaks off inside article %,d, or a bracket or quote of it is not closed; repair it or fetch the file again."
                                .formatted(record));
            }
            if (first && element.content().length > 0) {
                SourceRecord row = firstRow(element.content());
                if (row != null) {
                    return row;
                }
            }
            return element.length() > maxBytes ? tooLarge(element.length()) : read(element.content());
        }

        /** The first article of the table that an object is; null when it is none. What is no object ends the file. */
        private @Nullable SourceRecord firstRow(byte[] content) {
            if (!(TextDecoder.decode(content, charset) instanceof TextDecoder.Text text)) {
                return null;
            }
            JsonRecord.Parsed parsed = JsonRecord.parse(text.text());
            if (parsed instanceof JsonRecord.Other other) {
                done = true;
                return reject(
                        RejectionCause.MALFORMED,
                        "The file holds %s where an object with the fields of an article is expected; is it the right file?"
                                .formatted(other.kind().title()));
            }
            if (parsed instanceof JsonRecord.Broken && content[0] != '{') {
                done = true;
                return reject(
                        RejectionCause.MALFORMED, "The file is no JSON; give it the name of what it is, or remove it.");
            }
            if (parsed instanceof JsonRecord.Fields fields) {
                Iterator<Map<String, FieldValue>> rows = rows(fields.byName());
                if (rows == null) {
                    return reject(
                            RejectionCause.TOO_LARGE,
                            "The table has a column of over %,d values, or over %,d in all; write it as JSON Lines or CSV."
                                    .formatted(JsonRecord.MAX_FIELDS, MAX_CELLS));
                }
                table = rows;
            }
            return table.hasNext() ? row(table.next()) : null;
        }

        private SourceRecord row(Map<String, FieldValue> cells) {
            long length = cells.values().stream()
                    .mapToLong(cell -> cell.text().getBytes(StandardCharsets.UTF_8).length)
                    .sum();
            return length > maxBytes ? tooLarge(length) : document(cells);
        }

        private Rejection tooLarge(long length) {
            return reject(
                    RejectionCause.TOO_LARGE,
                    "The %s has %,d bytes; the most one article may have is %,d. Shorten or split the article."
                            .formatted(holder.title, length, maxBytes));
        }

        private @Nullable SourceRecord read(byte[] content) {
            TextDecoder.Decoded decoded = TextDecoder.decode(content, charset);
            if (decoded instanceof TextDecoder.Refusal refusal) {
                return reject(refusal.cause(), refusal.message());
            }
            String text = ((TextDecoder.Text) decoded).text();
            return TextDecoder.isBlank(text) ? null : parse(text);
        }

        private SourceRecord parse(String json) {
            JsonRecord.Parsed parsed = JsonRecord.parse(json);
            if (parsed instanceof JsonRecord.Fields fields) {
                return document(fields.byName());
            }
            if (parsed instanceof JsonRecord.TooMany) {
                return reject(
                        RejectionCause.TOO_LARGE,
                        "The %s has over %,d fields, as no article has; remove it."
                                .formatted(holder.title, JsonRecord.MAX_FIELDS));
            }
            return reject(
                    RejectionCause.MALFORMED,
                    parsed instanceof JsonRecord.Other other
                            ? "The %s holds %s; a JSON object is expected."
                                    .formatted(holder.title, other.kind().title())
                            : "The %s is no valid JSON from character %,d on; repair or remove it."
                                    .formatted(holder.title, ((JsonRecord.Broken) parsed).column()));
        }

        private SourceRecord document(Map<String, FieldValue> object) {
            SourceRecord document = interpretation.document(source, record, charset.name(), object);
            return document == null
                    ? reject(
                            RejectionCause.EMPTY,
                            "The text of the %s is nothing but white space; fetch the article again or remove it."
                                    .formatted(holder.title))
                    : document;
        }

        private Rejection reject(RejectionCause cause, String message) {
            return new Rejection(source, record, cause, message);
        }

        @Override
        public long record() {
            return record;
        }

        @Override
        public void close() throws IOException {
            bytes.close();
        }
    }

    /**
     * The rows of an object that is a table: a column a field, by the names of the rows, as pandas writes it unless told otherwise; or one
     * field with a list of objects, as news services answer. None when it is no table; null when it has too many values.
     */
    private @Nullable Iterator<Map<String, FieldValue>> rows(Map<String, FieldValue> object) {
        for (Map.Entry<String, FieldValue> text : object.entrySet()) {
            if (interpretation.isText(text.getKey()) && text.getValue().kind() == FieldValue.Kind.OBJECT) {
                return columns(object, text.getValue());
            }
        }
        if (object.keySet().stream().anyMatch(interpretation::isText)) {
            return Collections.emptyIterator();
        }
        for (FieldValue list : object.values()) {
            if (list.kind() == FieldValue.Kind.LIST && list.text().startsWith("[{")) {
                return JsonRecord.objects(list);
            }
        }
        return Collections.emptyIterator();
    }

    private static @Nullable Iterator<Map<String, FieldValue>> columns(
            Map<String, FieldValue> object, FieldValue textColumn) {
        Map<String, Map<String, FieldValue>> rows = new LinkedHashMap<>();
        JsonRecord.Parsed text = JsonRecord.parse(textColumn.text());
        if (!(text instanceof JsonRecord.Fields texts)) {
            return null;
        }
        for (String row : texts.byName().keySet()) {
            if (!row.matches("[0-9]+")) {
                return Collections.emptyIterator();
            }
            rows.put(row, new LinkedHashMap<>());
        }
        long cells = 0;
        for (Map.Entry<String, FieldValue> column : object.entrySet()) {
            if (column.getValue().kind() != FieldValue.Kind.OBJECT) {
                continue;
            }
            JsonRecord.Parsed values = JsonRecord.parse(column.getValue().text());
            if (!(values instanceof JsonRecord.Fields byRow)) {
                return null;
            }
            cells += byRow.byName().size();
            if (cells > MAX_CELLS) {
                return null;
            }
            byRow.byName().forEach((row, value) -> {
                Map<String, FieldValue> fields = rows.get(row);
                if (fields != null) {
                    fields.put(column.getKey(), value);
                }
            });
        }
        return rows.values().iterator();
    }

    private static boolean beginsLikeJson(byte[] sample) {
        return sample.length > 0 && (sample[0] == '{' || sample[0] == '[' || Character.isWhitespace(sample[0]));
    }
}

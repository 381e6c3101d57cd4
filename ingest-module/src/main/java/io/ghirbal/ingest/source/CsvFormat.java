package io.ghirbal.ingest.source;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Tables as text: a row is an article, and the first row has the names of the columns. Which sign stands between the cells is told by the
 * first row, or by a line {@code sep=} before it, as Excel writes. The number of a document is that of the line its row begins at.
 *
 * <p>The file is cut into cells before it is decoded: the signs that matter are single bytes in every charset that is read, and so a wrong
 * byte costs its row only.
 */
final class CsvFormat implements StreamFormat {
    private static final List<String> ENDINGS = List.of(".csv", ".tsv", ".tab");
    private static final String SEPARATORS = ",;\t|";
    private static final String SEPARATOR_LINE = "sep=";

    /** Longest cell, in bytes. A longer one, or a quote that nothing closes, ends the file. */
    private static final int MAX_CELL_BYTES = 8 << 20;

    private static final int MAX_COLUMNS = 4096;

    private final int maxBytes;
    private final Interpretation interpretation;

    /** @param maxBytes largest row, in bytes before decoding */
    CsvFormat(int maxBytes, Interpretation interpretation) {
        this.maxBytes = maxBytes;
        this.interpretation = interpretation;
    }

    @Override
    public boolean reads(String fileName) {
        return ENDINGS.stream().anyMatch(fileName::endsWith);
    }

    @Override
    public SourceRecords open(String source, InputStream bytes) {
        return new RowByRow(source, bytes);
    }

    private final class RowByRow implements SourceRecords {
        private final String source;
        private final InputStream bytes;
        private Charset charset = StandardCharsets.UTF_8;
        private @Nullable CloseableIterator<CsvRecord> rows;
        private List<String> columns = List.of();
        private long record;
        private boolean found;
        private boolean done;

        RowByRow(String source, InputStream bytes) {
            this.source = source;
            this.bytes = bytes;
        }

        @Override
        public @Nullable SourceRecord next() throws IOException {
            if (done) {
                return null;
            }
            try {
                if (rows == null) {
                    Rejection refused = begin();
                    if (refused != null) {
                        done = true;
                        return refused;
                    }
                }
                return nextRow(Objects.requireNonNull(rows));
            } catch (UncheckedIOException e) {
                throw e.getCause();
            } catch (CsvParseException e) {
                done = true;
                record++;
                return reject(
                        RejectionCause.MALFORMED,
                        "The table cannot be read beyond line %,d: a quote is not closed, or a row has a cell over %,d bytes or over %,d cells; repair it."
                                .formatted(record, MAX_CELL_BYTES, MAX_COLUMNS));
            }
        }

        // a quote that was not doubled costs its row nothing; there is no other way to have it so
        @SuppressWarnings("removal")
        private @Nullable Rejection begin() throws IOException {
            TextBeginning beginning = TextBeginning.of(bytes);
            record = 1;
            String binary = beginning.findBinary(false);
            if (binary != null) {
                return reject(RejectionCause.BINARY, binary);
            }
            InputStream plain = beginning.singleBytes();
            charset = beginning.charsetOfSingleBytes();
            CloseableIterator<CsvRecord> all = CsvReader.builder()
                    .fieldSeparator(separator(beginning.text()))
                    .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .allowExtraCharsAfterClosingQuote(true)
                    .allowUnclosedQuote(false)
                    .maxBufferSize(MAX_CELL_BYTES)
                    .build(
                            CsvRecordHandler.of(limits -> limits.maxFields(MAX_COLUMNS)
                                    .maxFieldSize(MAX_CELL_BYTES)
                                    .maxRecordSize(2 * MAX_CELL_BYTES)),
                            new InputStreamReader(plain, StandardCharsets.ISO_8859_1))
                    .iterator();
            rows = all;
            return header(all);
        }

        private @Nullable Rejection header(CloseableIterator<CsvRecord> all) {
            CsvRecord header = all.hasNext() ? all.next() : null;
            if (header != null
                    && header.getStartingLineNumber() == 1
                    && header.getField(0).toLowerCase(Locale.ROOT).startsWith(SEPARATOR_LINE)) {
                header = all.hasNext() ? all.next() : null;
            }
            if (header == null) {
                return reject(RejectionCause.EMPTY, "The file has no row; fetch it again or remove it.");
            }
            List<String> names = new ArrayList<>();
            for (String cell : header.getFields()) {
                TextDecoder.Decoded decoded = TextDecoder.decode(cell.getBytes(StandardCharsets.ISO_8859_1), charset);
                if (decoded instanceof TextDecoder.Refusal refusal) {
                    return reject(refusal.cause(), refusal.message());
                }
                String name = ((TextDecoder.Text) decoded).text().strip();
                names.add(name.isEmpty() ? nameOf(names.size()) : name);
            }
            columns = names;
            record = header.getStartingLineNumber();
            return columns.stream().anyMatch(interpretation::isText)
                    ? null
                    : reject(RejectionCause.NO_TEXT, interpretation.withoutText(new LinkedHashSet<>(columns)));
        }

        private @Nullable SourceRecord nextRow(CloseableIterator<CsvRecord> all) {
            if (!all.hasNext()) {
                done = true;
                if (found) {
                    return null;
                }
                record++;
                return reject(
                        RejectionCause.EMPTY,
                        "The file has no row below the names of its columns; fetch it again or remove it.");
            }
            CsvRecord row = all.next();
            found = true;
            record = row.getStartingLineNumber();
            long length = row.getFields().stream().mapToLong(String::length).sum();
            if (length > maxBytes) {
                return reject(
                        RejectionCause.TOO_LARGE,
                        "The row has %,d bytes; the most one article may have is %,d. Shorten or split the article."
                                .formatted(length, maxBytes));
            }
            Map<String, FieldValue> values = new LinkedHashMap<>();
            for (int i = 0; i < row.getFieldCount(); i++) {
                byte[] cell = row.getField(i).getBytes(StandardCharsets.ISO_8859_1);
                if (cell.length == 0) {
                    continue;
                }
                TextDecoder.Decoded decoded = TextDecoder.decode(cell, charset);
                if (decoded instanceof TextDecoder.Refusal refusal) {
                    return reject(refusal.cause(), refusal.message());
                }
                String text = ((TextDecoder.Text) decoded).text();
                values.put(
                        i < columns.size() ? columns.get(i) : nameOf(i),
                        text.equalsIgnoreCase("nan") ? FieldValue.NONE : FieldValue.string(text));
            }
            return interpretation.row(source, record, charset.name(), values);
        }

        private String nameOf(int column) {
            return "column " + (column + 1);
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

    /** The sign that stands most often in the first row, outside quotes. */
    private static char separator(String sample) {
        if (sample.regionMatches(true, 0, SEPARATOR_LINE, 0, SEPARATOR_LINE.length())
                && sample.length() > SEPARATOR_LINE.length()
                && SEPARATORS.indexOf(sample.charAt(SEPARATOR_LINE.length())) >= 0) {
            return sample.charAt(SEPARATOR_LINE.length());
        }
        int[] counts = new int[SEPARATORS.length()];
        boolean quoted = false;
        for (int i = 0; i < sample.length(); i++) {
            char c = sample.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == '\n' || c == '\r') && i > 0) {
                break;
            } else if (!quoted && SEPARATORS.indexOf(c) >= 0) {
                counts[SEPARATORS.indexOf(c)]++;
            }
        }
        int best = 0;
        for (int i = 1; i < counts.length; i++) {
            best = counts[i] > counts[best] ? i : best;
        }
        return SEPARATORS.charAt(best);
    }
}

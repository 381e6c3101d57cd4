package io.ghirbal.ingest.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A {@link DocumentFormat} as one of ours: it hands over fields, and what they mean and whether they can be kept is decided here. */
final class OtherFormat implements StreamFormat {
    private final DocumentFormat format;
    private final Set<String> endings;
    private final int maxBytes;
    private final Interpretation interpretation;

    OtherFormat(DocumentFormat format, int maxBytes, Interpretation interpretation) {
        this.format = format;
        this.endings = Set.copyOf(format.endings());
        this.maxBytes = maxBytes;
        this.interpretation = interpretation;
    }

    /**
     * All that are in the class path.
     *
     * @throws IllegalStateException when one of them cannot be loaded
     */
    static List<OtherFormat> all(int maxBytes, Interpretation interpretation) {
        List<OtherFormat> all = new ArrayList<>();
        try {
            for (DocumentFormat format : ServiceLoader.load(DocumentFormat.class)) {
                all.add(new OtherFormat(format, maxBytes, interpretation));
            }
        } catch (ServiceConfigurationError e) {
            throw new IllegalStateException("A format in the class path cannot be loaded: " + e.getMessage(), e);
        }
        return all;
    }

    @Override
    public boolean reads(String fileName) {
        return endings.stream().anyMatch(fileName::endsWith);
    }

    @Override
    public SourceRecords open(String source, InputStream bytes) throws IOException {
        return new Records(source, bytes, format.open(source, bytes));
    }

    private final class Records implements SourceRecords {
        private final String source;
        private final InputStream bytes;
        private final DocumentFormat.Reader reader;
        private long record;
        private boolean done;

        Records(String source, InputStream bytes, DocumentFormat.Reader reader) {
            this.source = source;
            this.bytes = bytes;
            this.reader = reader;
        }

        @Override
        public @Nullable SourceRecord next() throws IOException {
            if (done) {
                return null;
            }
            record++;
            FoundDocument found = reader.next();
            if (found != null) {
                return document(found);
            }
            done = true;
            return record == 1
                    ? reject(RejectionCause.EMPTY, "The file has no document; fetch it again or remove it.")
                    : null;
        }

        private SourceRecord document(FoundDocument found) {
            String problem = found.problem();
            if (problem != null) {
                return reject(RejectionCause.MALFORMED, oneLine(problem));
            }
            Map<String, FieldValue> fields = new LinkedHashMap<>();
            found.fields().forEach((name, value) -> fields.put(name, FieldValue.string(value)));
            SourceRecord document = interpretation.document(source, record, StandardCharsets.UTF_8.name(), fields);
            if (document == null) {
                return reject(RejectionCause.EMPTY, "The document has no text; fetch it again or remove it.");
            }
            return document instanceof SourceDocument sound ? checked(sound, found.lineHints()) : document;
        }

        private SourceRecord checked(SourceDocument document, @Nullable String lineHints) {
            int length = document.text().getBytes(StandardCharsets.UTF_8).length;
            if (length > maxBytes) {
                return reject(
                        RejectionCause.TOO_LARGE,
                        "The text has %,d bytes; the most one article may have is %,d.".formatted(length, maxBytes));
            }
            return lineHints == null ? document : document.withLineHints(lineHints);
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
            try {
                reader.close();
            } finally {
                bytes.close();
            }
        }
    }

    /** A message of somebody else as one that every log and database can hold. */
    private static String oneLine(String message) {
        StringBuilder line = new StringBuilder();
        message.codePoints()
                .limit(500)
                .map(c -> Character.isISOControl(c)
                                || Character.getType(c) == Character.SURROGATE
                                || Character.getType(c) == Character.LINE_SEPARATOR
                                || Character.getType(c) == Character.PARAGRAPH_SEPARATOR
                        ? ' '
                        : c)
                .forEach(line::appendCodePoint);
        return TextDecoder.isBlank(line.toString()) ? "The format does not say what is wrong." : line.toString();
    }
}

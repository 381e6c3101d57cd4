package io.ghirbal.ingest.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * JSON Lines: a line is one article, a JSON object. Blank lines are passed over; a file without any other is one {@link
 * RejectionCause#EMPTY} rejection, so that no file goes unmentioned. A field that is absent, null, blank, an object or an array has no
 * value; a number or a boolean is taken as it is written.
 */
final class JsonLinesFormat implements StreamFormat {
    private final int maxBytes;
    private final JsonFields fields;

    /** @param maxBytes largest line, in bytes before decoding */
    JsonLinesFormat(int maxBytes, JsonFields fields) {
        this.maxBytes = maxBytes;
        this.fields = fields;
    }

    @Override
    public boolean reads(String fileName) {
        return fileName.endsWith(".jsonl") || fileName.endsWith(".ndjson");
    }

    @Override
    public SourceRecords open(String source, InputStream bytes) {
        return new LineByLine(source, bytes);
    }

    /** Made when the first line is parsed: whoever reads a text file does not wait for it. */
    private static final class Json {
        static final JsonMapper MAPPER = JsonMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .build();
    }

    private final class LineByLine implements SourceRecords {
        private final String source;
        private final InputStream bytes;
        private final Lines lines;
        private @Nullable Charset charset;
        private long record;
        private boolean found;
        private boolean done;

        LineByLine(String source, InputStream bytes) {
            this.source = source;
            this.bytes = bytes;
            this.lines = new Lines(bytes, maxBytes);
        }

        @Override
        public @Nullable SourceRecord next() throws IOException {
            if (charset == null) {
                byte[] sample = lines.sample();
                Optional<String> signature = FileSignature.of(sample);
                if (signature.isPresent()) {
                    done = true;
                    record = 1;
                    return reject(
                            RejectionCause.BINARY,
                            "The content is %s; extract its text first, or remove the file."
                                    .formatted(signature.get()));
                }
                Charset found = CharsetDetector.detect(sample);
                // UTF-8 when none is found, so that a damaged line is refused by itself.
                charset = found == null ? StandardCharsets.UTF_8 : found;
                if (!beginsLikeJson(sample) && TextDecoder.isFullOfControls(sample, charset)) {
                    done = true;
                    record = 1;
                    return reject(
                            RejectionCause.BINARY,
                            "The content is full of control bytes that no text has; remove the file or fetch it again.");
                }
                lines.setUnit(CharsetDetector.unit(charset), StandardCharsets.UTF_16BE.equals(charset) ? 1 : 0);
            }
            while (!done) {
                record++;
                Lines.Line line = lines.next();
                if (line == null) {
                    done = true;
                    if (!found) {
                        record = 1;
                        return reject(
                                RejectionCause.EMPTY,
                                "The file has no line with content; fetch it again or remove it.");
                    }
                    break;
                }
                SourceRecord read = read(line, charset);
                if (read != null) {
                    found = true;
                    return read;
                }
            }
            return null;
        }

        private @Nullable SourceRecord read(Lines.Line line, Charset charset) {
            if (line.length() > maxBytes) {
                return reject(
                        RejectionCause.TOO_LARGE,
                        "The line has %,d bytes; the most one article may have is %,d. Shorten or split the article."
                                .formatted(line.length(), maxBytes));
            }
            if (line.length() == 0) {
                return null;
            }
            TextDecoder.Decoded decoded = TextDecoder.decode(line.content(), charset);
            if (decoded instanceof TextDecoder.Refusal refusal) {
                return reject(refusal.cause(), refusal.message());
            }
            String text = ((TextDecoder.Text) decoded).text();
            return TextDecoder.isBlank(text) ? null : parse(text, charset);
        }

        private SourceRecord parse(String line, Charset charset) {
            JsonNode object;
            try {
                object = Json.MAPPER.readTree(line);
            } catch (JacksonException e) {
                TokenStreamLocation at = e.getLocation();
                return reject(
                        RejectionCause.MALFORMED,
                        "The line is no valid JSON%s: %s; repair or remove it."
                                .formatted(
                                        at == null ? "" : " at column " + at.getColumnNr(),
                                        firstLine(e.getOriginalMessage())));
            }
            if (!object.isObject()) {
                return reject(
                        RejectionCause.MALFORMED,
                        "The line holds %s; one JSON object a line is expected.".formatted(kind(object)));
            }
            return document(object, charset);
        }

        private SourceRecord document(JsonNode object, Charset charset) {
            SourceRecord document = fields.document(source, record, charset.name(), name -> value(object, name));
            return document == null ? withoutText(object) : document;
        }

        private Rejection withoutText(JsonNode object) {
            for (String name : fields.text()) {
                JsonNode node = object.get(name);
                if (node != null && node.isString()) {
                    return reject(
                            RejectionCause.EMPTY,
                            "The field \"%s\" holds nothing but white space; fetch the article again or remove the line."
                                    .formatted(name));
                }
                if (node != null && !node.isNull()) {
                    return reject(
                            RejectionCause.NO_TEXT,
                            "The field \"%s\" holds %s; a string is expected.".formatted(name, kind(node)));
                }
            }
            return reject(
                    RejectionCause.NO_TEXT,
                    "None of the fields %s has a value; rename the field with the text to one of them."
                            .formatted(String.join(", ", fields.text())));
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

    private static boolean beginsLikeJson(byte[] sample) {
        return sample.length > 0 && (sample[0] == '{' || Character.isWhitespace(sample[0]));
    }

    private static @Nullable String value(JsonNode object, String name) {
        JsonNode node = object.get(name);
        return node != null && node.isValueNode() && !node.isNull() ? node.asString() : null;
    }

    private static String kind(JsonNode node) {
        return switch (node.getNodeType()) {
            case ARRAY -> "an array";
            case OBJECT -> "an object";
            case STRING -> "a string";
            case NUMBER -> "a number";
            case BOOLEAN -> "true or false";
            case NULL -> "null";
            default -> "no value";
        };
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().orElse("unexpected input").strip();
    }
}

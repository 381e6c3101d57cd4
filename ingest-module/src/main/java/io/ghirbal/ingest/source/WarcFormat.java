package io.ghirbal.ingest.source;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * WARC, the format of web archives, and WET, its kind with the plain text of the pages. Plain text is read: of {@code conversion} and
 * {@code resource} records, and of {@code response} records what a server answered with success. Other pages are rejected, each by itself,
 * HTML too. Records that hold no page ({@code warcinfo}, {@code request}, {@code metadata}, {@code revisit}, answers of the DNS) are passed
 * over, but counted in {@link SourceRecord#record()}; a file without any page is one {@link RejectionCause#EMPTY} rejection.
 *
 * <p>The date of a record tells when it was fetched, not when the page was published, and is left out.
 */
final class WarcFormat implements StreamFormat {
    private static final Pattern SUCCESS = Pattern.compile("HTTP/[0-9.]+ +2[0-9][0-9]\\b.*");

    private static final Pattern MEDIA_TYPE = Pattern.compile("[\\w!#$&^.+-]+/[\\w!#$&^.+-]+");
    private static final Pattern NOT_PRINTABLE = Pattern.compile("[^ -~]");
    private static final int MAX_QUOTED = 60;

    private final int maxBytes;
    private final Interpretation interpretation;

    /** @param maxBytes largest text, in bytes before decoding */
    WarcFormat(int maxBytes, Interpretation interpretation) {
        this.maxBytes = maxBytes;
        this.interpretation = interpretation;
    }

    @Override
    public boolean reads(String fileName) {
        return fileName.endsWith(".warc") || fileName.endsWith(".wet");
    }

    @Override
    public SourceRecords open(String source, InputStream bytes) {
        return new RecordByRecord(source, bytes);
    }

    private final class RecordByRecord implements SourceRecords {
        private final String source;
        private final WarcStream stream;
        private long record;
        private boolean found;
        private boolean done;

        RecordByRecord(String source, InputStream bytes) {
            this.source = source;
            this.stream = new WarcStream(bytes, maxBytes + MessageHead.MAX_BYTES);
        }

        @Override
        public @Nullable SourceRecord next() throws IOException {
            if (record == 0) {
                Optional<String> signature = FileSignature.of(stream.beginning());
                if (signature.isPresent()) {
                    done = true;
                    record = 1;
                    return reject(
                            RejectionCause.BINARY,
                            "The content is %s; give it the name of what it is, or remove the file."
                                    .formatted(signature.get()));
                }
            }
            while (!done) {
                record++;
                WarcStream.Met met = stream.next();
                if (met == null) {
                    done = true;
                    if (!found) {
                        record = 1;
                        return reject(
                                RejectionCause.EMPTY,
                                "The file has no record with a page; fetch it again or remove it.");
                    }
                    break;
                }
                SourceRecord read = met instanceof WarcStream.Entry entry
                        ? read(entry)
                        : reject(
                                RejectionCause.MALFORMED,
                                ((WarcStream.Damage) met).message() + "; fetch the file again.");
                if (read != null) {
                    found = true;
                    return read;
                }
            }
            return null;
        }

        private @Nullable SourceRecord read(WarcStream.Entry entry) throws IOException {
            MessageHead head = entry.head();
            String type = lower(head.field("WARC-Type"));
            String url = bare(head.field("WARC-Target-URI"));
            if (head.field("WARC-Segment-Number") != null) {
                return reject(
                        RejectionCause.UNSUPPORTED,
                        "The record is a part of one that was cut into several, which is not read.");
            }
            if (url != null && url.startsWith("dns:")) {
                return null;
            }
            return switch (type) {
                case "conversion", "resource" -> read(entry, mediaType(head, "text/plain"), url, 0);
                case "response" -> {
                    String media = mediaType(head, "");
                    yield media.equals("application/http") ? response(entry, url) : read(entry, media, url, 0);
                }
                default -> null;
            };
        }

        private SourceRecord response(WarcStream.Entry entry, @Nullable String url) throws IOException {
            ByteArrayInputStream block = new ByteArrayInputStream(entry.block());
            MessageHead http = MessageHead.read(block);
            if (http == null) {
                return reject(
                        RejectionCause.MALFORMED, "The record holds no answer of a server, only the beginning of one.");
            }
            if (!SUCCESS.matcher(http.firstLine()).matches()) {
                return reject(
                        RejectionCause.NO_TEXT,
                        "The server did not answer with the page but with: %s.".formatted(printable(http.firstLine())));
            }
            String media = mediaType(http, "");
            String encoding = http.field("Transfer-Encoding") != null
                    ? http.field("Transfer-Encoding")
                    : http.field("Content-Encoding");
            if (media.equals("text/plain") && encoding != null && !encoding.equalsIgnoreCase("identity")) {
                return reject(
                        RejectionCause.UNSUPPORTED,
                        "The text is encoded for its way through the network (%s), which is not read; take the WET file of the crawl."
                                .formatted(printable(encoding)));
            }
            return read(entry, media, url, entry.block().length - block.available());
        }

        /** @param from where in the block the text begins */
        private SourceRecord read(WarcStream.Entry entry, String mediaType, @Nullable String url, int from) {
            if (!mediaType.equals("text/plain")) {
                return reject(
                        RejectionCause.UNSUPPORTED,
                        mediaType.contains("html")
                                ? "The record holds HTML, of which the text is not extracted here; take the WET file (.warc.wet.gz) of the crawl."
                                : "The record holds %s; plain text is read."
                                        .formatted(
                                                mediaType.isEmpty()
                                                        ? "content of a type it does not name"
                                                        : mediaType));
            }
            long length = entry.length() - from;
            if (length > maxBytes) {
                return reject(
                        RejectionCause.TOO_LARGE,
                        "The text has %,d bytes; the most one article may have is %,d.".formatted(length, maxBytes));
            }
            byte[] content = Arrays.copyOfRange(entry.block(), from, entry.block().length);
            TextDecoder.Decoded decoded = content.length == 0 ? null : TextDecoder.decode(content);
            if (decoded instanceof TextDecoder.Refusal refusal) {
                return reject(refusal.cause(), refusal.message());
            }
            if (!(decoded instanceof TextDecoder.Text text) || TextDecoder.isBlank(text.text())) {
                return reject(RejectionCause.EMPTY, "The record holds nothing but white space.");
            }
            String id = bare(entry.head().field("WARC-Record-ID"));
            return interpretation.finish(new SourceDocument(
                    source,
                    record,
                    id,
                    url,
                    OutletHost.of(url),
                    null,
                    null,
                    text.charset().name(),
                    text.text()));
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
            stream.close();
        }
    }

    /** The media type of a content in small letters without its parameters, or {@code absent} when none is named. */
    private static String mediaType(MessageHead head, String absent) {
        String type = head.field("Content-Type");
        if (type == null) {
            return absent;
        }
        Matcher media = MEDIA_TYPE.matcher(type);
        return media.lookingAt() ? lower(media.group()) : "";
    }

    private static String lower(@Nullable String value) {
        return value == null ? "" : value.toLowerCase(Locale.ROOT);
    }

    /** An address without the angle brackets that the standard puts around some and programs around others. */
    private static @Nullable String bare(@Nullable String address) {
        if (address == null) {
            return null;
        }
        String bare =
                address.startsWith("<") && address.endsWith(">") ? address.substring(1, address.length() - 1) : address;
        return TextDecoder.isBlank(bare) ? null : bare;
    }

    /** The beginning of what a server said, for a message of one line. */
    private static String printable(String said) {
        String line = NOT_PRINTABLE.matcher(said).replaceAll("?");
        return line.length() > MAX_QUOTED ? line.substring(0, MAX_QUOTED) + "…" : line;
    }
}

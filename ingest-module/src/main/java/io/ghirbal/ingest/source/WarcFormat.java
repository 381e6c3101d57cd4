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
 * WARC, the format of web archives, and WET, its kind with the plain text of the pages. Plain text and HTML are read: of {@code conversion}
 * and {@code resource} records, and of {@code response} records what a server answered with success, be it compressed by gzip or sent in
 * chunks. Other pages are rejected, each by itself. Records that hold no page ({@code warcinfo}, {@code request}, {@code metadata}, {@code revisit}, answers of the DNS) are passed
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
    private final HtmlPages pages;

    /** @param maxBytes largest text, in bytes before decoding */
    WarcFormat(int maxBytes, Interpretation interpretation) {
        this.maxBytes = maxBytes;
        this.interpretation = interpretation;
        this.pages = new HtmlPages(maxBytes, interpretation);
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
            this.stream = new WarcStream(bytes, pages.maxPageBytes() + MessageHead.MAX_BYTES);
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
                case "conversion", "resource" -> read(entry, mediaType(head, "text/plain"), url, plain(entry, head));
                case "response" -> {
                    String media = mediaType(head, "");
                    yield media.equals("application/http")
                            ? response(entry, url)
                            : read(entry, media, url, plain(entry, head));
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
            Content sent = new Content(
                    Arrays.copyOfRange(entry.block(), entry.block().length - block.available(), entry.block().length),
                    entry.length() - (entry.block().length - block.available()),
                    HttpContent.charset(http));
            if (!isRead(media) || sent.isCut()) {
                return read(entry, media, url, sent);
            }
            try {
                byte[] content = HttpContent.decode(http, sent.bytes, pages.maxPageBytes() + 1);
                return read(entry, media, url, new Content(content, content.length, sent.charset));
            } catch (HttpContent.UnknownCodingException e) {
                return reject(
                        RejectionCause.UNSUPPORTED,
                        "The text is encoded for its way through the network (%s), which is not read; take the WET file of the crawl."
                                .formatted(printable(e.coding())));
            } catch (IOException e) {
                return reject(
                        RejectionCause.MALFORMED,
                        "The answer of the server cannot be decoded (%s); fetch the page again."
                                .formatted(printable(SourceFiles.reason(e))));
            }
        }

        private boolean isRead(String mediaType) {
            return mediaType.equals("text/plain") || isHtml(mediaType);
        }

        private SourceRecord read(WarcStream.Entry entry, String mediaType, @Nullable String url, Content content) {
            if (!isRead(mediaType)) {
                return reject(
                        RejectionCause.UNSUPPORTED,
                        "The record holds %s; plain text and HTML are read."
                                .formatted(mediaType.isEmpty() ? "content of a type it does not name" : mediaType));
            }
            String id = bare(entry.head().field("WARC-Record-ID"));
            if (isHtml(mediaType)) {
                HtmlPages.Origin origin = new HtmlPages.Origin(source, record, id, url, content.charset);
                return content.length > pages.maxPageBytes()
                        ? pages.tooLarge(origin)
                        : pages.read(origin, content.bytes);
            }
            if (content.length > maxBytes) {
                return reject(
                        RejectionCause.TOO_LARGE,
                        "The text has %,d bytes; the most one article may have is %,d."
                                .formatted(content.length, maxBytes));
            }
            TextDecoder.Decoded decoded = content.bytes.length == 0 ? null : TextDecoder.decode(content.bytes);
            if (decoded instanceof TextDecoder.Refusal refusal) {
                return reject(refusal.cause(), refusal.message());
            }
            if (!(decoded instanceof TextDecoder.Text text) || TextDecoder.isBlank(text.text())) {
                return reject(RejectionCause.EMPTY, "The record holds nothing but white space.");
            }
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

    /** What a record holds: of a longer one than the limit its beginning. */
    private static final class Content {
        final byte[] bytes;
        /** Its length in bytes, all of it. */
        final long length;

        final @Nullable String charset;

        Content(byte[] bytes, long length, @Nullable String charset) {
            this.bytes = bytes;
            this.length = length;
            this.charset = charset;
        }

        boolean isCut() {
            return length > bytes.length;
        }
    }

    private static Content plain(WarcStream.Entry entry, MessageHead head) {
        return new Content(entry.block(), entry.length(), HttpContent.charset(head));
    }

    private static boolean isHtml(String mediaType) {
        return mediaType.equals("text/html") || mediaType.equals("application/xhtml+xml");
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

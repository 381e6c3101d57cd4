package io.ghirbal.ingest.source;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Makes documents of pages, wherever they were found. What a page says of itself outranks what its surroundings say. Immutable. */
final class HtmlPages {
    /** Bytes of a page for each byte of text that it may have: most of a page is no text. */
    private static final int MARKUP = 8;

    private final int maxBytes;
    private final Interpretation interpretation;

    /** @param maxBytes largest text of a page, in bytes of UTF-8 */
    HtmlPages(int maxBytes, Interpretation interpretation) {
        this.maxBytes = maxBytes;
        this.interpretation = interpretation;
    }

    /** Largest page, in bytes. */
    int maxPageBytes() {
        return Math.multiplyExact(maxBytes, MARKUP);
    }

    /**
     * Where a page was found.
     *
     * @param externalId the identifier it has there, or null
     * @param address the address it has there, or null
     * @param charset the charset that a server named, or null
     */
    record Origin(
            String source,
            long record,
            @Nullable String externalId,
            @Nullable String address,
            @Nullable String charset) {}

    /** What is said of a page over {@link #maxPageBytes}. */
    Rejection tooLarge(Origin origin) {
        return reject(
                origin,
                RejectionCause.TOO_LARGE,
                "The page is larger than %,d bytes, as no article is; extract its text first, or remove it."
                        .formatted(maxPageBytes()));
    }

    /** The document that a page makes, or its rejection. */
    SourceRecord read(Origin origin, byte[] bytes) {
        if (bytes.length == 0) {
            return reject(origin, RejectionCause.EMPTY, "The page has no bytes; fetch it again or remove it.");
        }
        HtmlParser.Parsed parsed =
                HtmlParser.parse(bytes, origin.charset(), origin.address() == null ? "" : origin.address());
        if (parsed instanceof HtmlParser.NoTree none) {
            return reject(origin, none.cause(), none.message());
        }
        HtmlParser.Tree tree = (HtmlParser.Tree) parsed;
        PageMetadata metadata = PageMetadata.of(tree.document());
        String title = metadata.title();
        PageText shown = PageText.of(tree.document(), title);
        String body = shown.hasParagraphs() ? null : metadata.body();
        String text = body == null ? shown.text() : body;
        if (TextDecoder.isBlank(text)) {
            return reject(
                    origin,
                    RejectionCause.NO_TEXT,
                    "The page shows no text by itself; if a script fills it, save it from a browser.");
        }
        if (text.getBytes(StandardCharsets.UTF_8).length > maxBytes) {
            return reject(
                    origin,
                    RejectionCause.TOO_LARGE,
                    "The text of the page has over %,d bytes, the most one article may have; split it or remove it."
                            .formatted(maxBytes));
        }
        if (tree.damaged() && text.indexOf('\uFFFD') >= 0) {
            return reject(
                    origin,
                    RejectionCause.UNDECODABLE,
                    "The text of the page has bytes that are not valid %s; fetch it again or save it as UTF-8."
                            .formatted(tree.charset().name()));
        }
        String url = metadata.canonical() == null ? origin.address() : metadata.canonical();
        String outlet = OutletHost.of(url);
        return interpretation.finish(new SourceDocument(
                origin.source(),
                origin.record(),
                origin.externalId(),
                url,
                outlet == null ? metadata.siteName() : outlet,
                title,
                metadata.author(),
                metadata.published(),
                metadata.tags(),
                metadata.extra(),
                body == null ? shown.hints() : null,
                tree.charset().name(),
                text));
    }

    private static Rejection reject(Origin origin, RejectionCause cause, String message) {
        return new Rejection(origin.source(), origin.record(), cause, message);
    }
}

package io.ghirbal.ingest.source;

import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Plain text: a file is one article. Its title is left in the text, where the cleaner finds it. */
final class TextFormat implements StreamFormat {
    private final int maxBytes;
    private final Interpretation interpretation;

    /** @param maxBytes largest document, in bytes before decoding */
    TextFormat(int maxBytes, Interpretation interpretation) {
        this.maxBytes = maxBytes;
        this.interpretation = interpretation;
    }

    @Override
    public boolean reads(String fileName) {
        return fileName.endsWith(".txt");
    }

    @Override
    public SourceRecords open(String source, InputStream bytes) {
        return new WholeFile(bytes, maxBytes, (record, content) -> read(source, record, content));
    }

    private SourceRecord read(String source, long record, byte @Nullable [] content) {
        if (content == null) {
            return new Rejection(
                    source,
                    record,
                    RejectionCause.TOO_LARGE,
                    "The file is larger than %,d bytes, the most one article may have; split it or give it as JSON Lines."
                            .formatted(maxBytes));
        }
        TextDecoder.Decoded decoded = TextDecoder.decode(content);
        if (decoded instanceof TextDecoder.Refusal refusal) {
            return new Rejection(source, record, refusal.cause(), refusal.message());
        }
        TextDecoder.Text text = (TextDecoder.Text) decoded;
        if (TextDecoder.isBlank(text.text())) {
            return new Rejection(
                    source,
                    record,
                    RejectionCause.EMPTY,
                    "The file holds nothing but white space; fetch it again or remove it.");
        }
        return interpretation.finish(new SourceDocument(
                source, record, null, null, null, null, null, text.charset().name(), text.text()));
    }
}

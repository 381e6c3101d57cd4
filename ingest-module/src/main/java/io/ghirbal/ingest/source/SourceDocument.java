package io.ghirbal.ingest.source;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A document as it was read; no string in it is blank, holds U+0000 or a lone surrogate.
 *
 * @param source the file, relative to the input, with {@code /} between folders; of a file in an archive {@code ARCHIVE!/FILE}
 * @param record which document of the file, from 1
 * @param externalId the identifier the source gave, or null
 * @param url the address the source gave, or null
 * @param outlet the outlet the source gave, at most {@value #MAX_OUTLET_LENGTH} UTF-16 code units, or null
 * @param title the title the source gave, or null
 * @param author the author the source gave, or several with commas between them, or null
 * @param published the date of publication as the source wrote it, in ISO 8601 where it wrote a number, or null
 * @param tags the key words the source gave, in its order
 * @param extra the other fields of the source with their names, a JSON object on one line; null when there are none
 * @param lineHints what the source knows of the lines of the text: a letter of {@link LineKind} for each line; null when it knows nothing
 * @param charset the charset the document was decoded with, under its Java name
 * @param text the text, unchanged but for a leading byte order mark, which is no part of it
 */
public record SourceDocument(
        String source,
        long record,
        @Nullable String externalId,
        @Nullable String url,
        @Nullable String outlet,
        @Nullable String title,
        @Nullable String author,
        @Nullable String published,
        List<String> tags,
        @Nullable String extra,
        @Nullable String lineHints,
        String charset,
        String text)
        implements SourceRecord {
    /** Longest name of an outlet, in UTF-16 code units; what is longer is no name, and no database index would hold it. */
    public static final int MAX_OUTLET_LENGTH = 250;

    public SourceDocument {
        tags = List.copyOf(tags);
    }

    /** A document of a source that says no more. */
    public SourceDocument(
            String source,
            long record,
            @Nullable String externalId,
            @Nullable String url,
            @Nullable String outlet,
            @Nullable String title,
            @Nullable String published,
            String charset,
            String text) {
        this(source, record, externalId, url, outlet, title, null, published, List.of(), null, null, charset, text);
    }

    /** The key words as a JSON array on one line; null when there are none. */
    public @Nullable String tagsAsJson() {
        return tags.isEmpty() ? null : JsonRecord.write(tags);
    }

    /** This document for another outlet. */
    SourceDocument withOutlet(@Nullable String other) {
        return new SourceDocument(
                source,
                record,
                externalId,
                url,
                other,
                title,
                author,
                published,
                tags,
                extra,
                lineHints,
                charset,
                text);
    }

    /** This document with another date of publication. */
    SourceDocument withPublished(@Nullable String other) {
        return new SourceDocument(
                source, record, externalId, url, outlet, title, author, other, tags, extra, lineHints, charset, text);
    }

    /** This document with these hints, where they are letters and hyphens. */
    SourceDocument withLineHints(String letters) {
        boolean valid = letters.chars().allMatch(c -> c == '-' || (c >= 'A' && c <= 'Z'));
        return new SourceDocument(
                source,
                record,
                externalId,
                url,
                outlet,
                title,
                author,
                published,
                tags,
                extra,
                valid && letters.length() <= text.length() + 1 ? letters : null,
                charset,
                text);
    }

    /** This document, or its rejection when a field of it, taken out of a structure, cannot be kept. */
    SourceRecord orRejection() {
        for (String part : new String[] {text, externalId, url, outlet, title, author, published, extra}) {
            TextDecoder.Refusal flaw = part == null ? null : TextDecoder.flaw(part);
            if (flaw != null) {
                return new Rejection(source, record, flaw.cause(), flaw.message());
            }
        }
        if (outlet != null && outlet.length() > MAX_OUTLET_LENGTH) {
            return new Rejection(
                    source,
                    record,
                    RejectionCause.MALFORMED,
                    "The outlet has %,d characters; a name has at most %d. Is it the right field?"
                            .formatted(outlet.length(), MAX_OUTLET_LENGTH));
        }
        return this;
    }
}

package io.ghirbal.ingest;

import io.ghirbal.ingest.source.SourceDocument;
import org.jspecify.annotations.Nullable;

/**
 * A distinct text as it was read; a row of {@code article}. Never changed once stored.
 *
 * @param id the identity of the text, see {@link ArticleId}
 * @param runId the run that stores it
 * @param source the file it was read from, relative to the input, with {@code /} between folders
 * @param record which document of the file it is, from 1
 * @param externalId the identifier the source gave, or null
 * @param url the address the source gave, or null
 * @param outlet the outlet the source or the run gave, or null
 * @param title the title the source gave, or null; one that stands in the text is still there
 * @param author the author the source gave, or null
 * @param published the date of publication as the source wrote it, or null
 * @param tags the key words the source gave, a JSON array, or null
 * @param extra the other fields of the source, a JSON object, or null
 * @param lineHints what the source knows of the lines of the text, a letter for each, or null
 * @param charset the Java name of the charset it was decoded with
 * @param text the raw text
 */
record Article(
        String id,
        long runId,
        String source,
        long record,
        @Nullable String externalId,
        @Nullable String url,
        @Nullable String outlet,
        @Nullable String title,
        @Nullable String author,
        @Nullable String published,
        @Nullable String tags,
        @Nullable String extra,
        @Nullable String lineHints,
        String charset,
        String text) {
    /**
     * The article a document becomes.
     *
     * @param runId the run that read it
     * @param defaultOutlet the outlet of documents that name none, or null
     */
    static Article of(long runId, SourceDocument document, @Nullable String defaultOutlet) {
        return new Article(
                ArticleId.of(document.text()),
                runId,
                document.source(),
                document.record(),
                document.externalId(),
                document.url(),
                document.outlet() == null ? defaultOutlet : document.outlet(),
                document.title(),
                document.author(),
                document.published(),
                document.tagsAsJson(),
                document.extra(),
                document.lineHints(),
                document.charset(),
                document.text());
    }

    /** Length of the text in UTF-16 code units. */
    int characters() {
        return text.length();
    }
}

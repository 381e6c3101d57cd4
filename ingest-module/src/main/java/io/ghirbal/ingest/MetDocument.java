package io.ghirbal.ingest;

import io.ghirbal.ingest.source.SourceDocument;
import io.ghirbal.ingest.source.SourceRecord;

/**
 * A document and where it was met.
 *
 * @param path the file, absolute: what tells {@code news.jsonl} of one input from that of another
 * @param record the document
 */
record MetDocument(String path, SourceRecord record) {
    /** Length of the text in UTF-16 units; 0 for a rejected document, which has none. */
    int characters() {
        return record instanceof SourceDocument document ? document.text().length() : 0;
    }

    /** Identity of the place: the key of a row of {@code document}. */
    String placeId() {
        return ArticleId.of(path + '\n' + record.record());
    }
}

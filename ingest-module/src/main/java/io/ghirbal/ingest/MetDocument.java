package io.ghirbal.ingest;

import io.ghirbal.ingest.article.Article;
import io.ghirbal.ingest.source.SourceRecord;

/**
 * A document and where it was met.
 *
 * @param path the file, absolute: what tells {@code news.jsonl} of one input from that of another
 * @param record the document
 */
record MetDocument(String path, SourceRecord record) {
    /** Identity of the place: the key of a row of {@code document}. */
    String placeId() {
        return Article.idOf(path + '\n' + record.record());
    }
}

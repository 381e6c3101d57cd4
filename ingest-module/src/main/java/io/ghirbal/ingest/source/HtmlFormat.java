package io.ghirbal.ingest.source;

import java.io.InputStream;
import java.util.List;

/** Pages as they were saved from the web: a file is one page. */
final class HtmlFormat implements StreamFormat {
    private static final List<String> ENDINGS = List.of(".html", ".htm", ".xhtml");

    private final HtmlPages pages;

    /** @param maxBytes largest text of a page, in bytes */
    HtmlFormat(int maxBytes, Interpretation interpretation) {
        this.pages = new HtmlPages(maxBytes, interpretation);
    }

    @Override
    public boolean reads(String fileName) {
        return ENDINGS.stream().anyMatch(fileName::endsWith);
    }

    @Override
    public SourceRecords open(String source, InputStream bytes) {
        return new WholeFile(bytes, pages.maxPageBytes(), (record, content) -> {
            HtmlPages.Origin origin = new HtmlPages.Origin(source, record, null, null, null);
            return content == null ? pages.tooLarge(origin) : pages.read(origin, content);
        });
    }
}

package io.ghirbal.ingest.source;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
        return new WholePage(source, bytes);
    }

    private final class WholePage implements SourceRecords {
        private final String source;
        private final InputStream bytes;
        private long record;

        WholePage(String source, InputStream bytes) {
            this.source = source;
            this.bytes = bytes;
        }

        @Override
        public @Nullable SourceRecord next() throws IOException {
            if (record > 0) {
                return null;
            }
            record = 1;
            HtmlPages.Origin origin = new HtmlPages.Origin(source, record, null, null, null);
            byte[] content = bytes.readNBytes(pages.maxPageBytes());
            return content.length == pages.maxPageBytes() && bytes.read() >= 0
                    ? pages.tooLarge(origin)
                    : pages.read(origin, content);
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
}

package io.ghirbal.ingest;

import io.ghirbal.ingest.run.Run;
import io.ghirbal.ingest.source.ArticleSources;
import io.ghirbal.ingest.source.ReadingOptions;
import io.ghirbal.ingest.source.SourceDocument;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;

/** Tells whether something came into the inputs of a run, or changed there, after it had read them. */
public class Arrivals {
    private static final int DOCUMENTS_AT_A_TIME = 100;

    private final OwnFiles ownFiles;
    private final StoredDocuments stored;

    Arrivals(OwnFiles ownFiles, JdbcTemplate jdbc) {
        this.ownFiles = ownFiles;
        this.stored = new StoredDocuments(jdbc);
    }

    /**
     * Reads the inputs up to the first document that the run did not meet as it is now.
     *
     * @param run a run that has read its inputs to their end
     * @param out the folder that the next run writes its results to
     * @param options how the next run reads
     * @return whether there is such a document
     */
    public boolean since(Run run, Path out, ReadingOptions options) {
        ArticleSources inputs = ArticleSources.of(options).passingOver(ownFiles.of(out));
        try (MetDocuments documents = new MetDocuments(inputs.read(run.inputs()), run.inputs())) {
            Map<String, String> texts = new HashMap<>();
            for (MetDocument met = documents.next(); met != null; met = documents.next()) {
                if (met.record() instanceof SourceDocument document) {
                    texts.put(met.placeId(), ArticleId.of(document.text()));
                } else if (!stored.isRejected(
                        run.id(), met.record().source(), met.record().record())) {
                    return true;
                }
                if (texts.size() == DOCUMENTS_AT_A_TIME) {
                    if (!areStored(texts)) {
                        return true;
                    }
                    texts.clear();
                }
            }
            return !areStored(texts);
        }
    }

    private boolean areStored(Map<String, String> texts) {
        return stored.articlesAt(texts.keySet()).equals(texts);
    }
}

package io.ghirbal.ingest.article;

import java.util.List;
import org.springframework.data.repository.Repository;

/** Finds rejected documents. */
public interface RejectedDocumentRepository extends Repository<RejectedDocument, Long> {
    /** How many documents were rejected by all runs together. */
    long count();

    /** The documents that a run rejected, in the order it met them. */
    List<RejectedDocument> findByRunIdOrderById(long runId);
}

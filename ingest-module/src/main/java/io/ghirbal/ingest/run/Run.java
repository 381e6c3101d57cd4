package io.ghirbal.ingest.run;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A run of the job: what it was given, and how many documents it read, stored and turned away. As of when it was looked up; rows are
 * written by {@link RunLog}.
 *
 * @param id its number; runs count up
 * @param status how far it is
 * @param inputs the files and folders it reads, absolute, in order
 * @param outlet the outlet of documents that name none, or null
 * @param startedAt when it began
 * @param documentsRead documents met, which is stored, duplicate and rejected ones together
 * @param documentsStored documents stored as new articles
 * @param documentsDuplicate documents whose text was stored before
 * @param documentsRejected documents turned away
 */
public record Run(
        long id,
        RunStatus status,
        List<Path> inputs,
        @Nullable String outlet,
        Instant startedAt,
        long documentsRead,
        long documentsStored,
        long documentsDuplicate,
        long documentsRejected) {}

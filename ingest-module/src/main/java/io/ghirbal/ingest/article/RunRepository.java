package io.ghirbal.ingest.article;

import java.util.Optional;
import org.springframework.data.repository.Repository;

/** Stores and finds runs. */
public interface RunRepository extends Repository<Run, Long> {
    /** Stores a run, or what became of it; the counts are left to the ingest step. */
    Run save(Run run);

    /** The run with this number, or empty. */
    Optional<Run> findById(long id);

    /** The run that began last, or empty. */
    Optional<Run> findFirstByOrderByIdDesc();
}

package io.ghirbal.ingest.article;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.repository.Repository;

/** Stores and finds runs. */
public interface RunRepository extends Repository<Run, Long> {
    /** Stores a run, or what became of it; the counts are left to the ingest step. */
    Run save(Run run);

    /** The run with this number, or empty. */
    Optional<Run> findById(long id);

    /** The runs that are at this state. */
    List<Run> findByStatus(RunStatus status);

    /** The run that began last, or empty. */
    Optional<Run> findFirstByOrderByIdDesc();

    /** The run that began last over the same inputs, in the same order and for the same outlet, or empty. */
    default Optional<Run> findLast(List<Path> inputs, @Nullable String outlet) {
        return findFirstByInputsAndOutletOrderByIdDesc(InputPaths.write(inputs), outlet);
    }

    /** As {@link #findLast}, with the inputs as they are stored. */
    Optional<Run> findFirstByInputsAndOutletOrderByIdDesc(String inputs, @Nullable String outlet);
}

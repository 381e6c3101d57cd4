package io.ghirbal.ingest.run;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.repository.Repository;

/** Finds runs. */
public interface RunRepository extends Repository<Run, Long> {
    /** The run with this number, or empty. */
    Optional<Run> findById(long id);

    /**
     * The run with this number.
     *
     * @throws IllegalStateException when there is none
     */
    default Run get(long id) {
        return findById(id).orElseThrow(() -> new IllegalStateException("There is no run " + id + "."));
    }

    /** The run that began last over the same inputs, in the same order and for the same outlet, or empty. */
    default Optional<Run> findLast(List<Path> inputs, @Nullable String outlet) {
        return findFirstByInputsAndOutletOrderByIdDesc(InputPaths.write(inputs), outlet);
    }

    /** As {@link #findLast}, with the inputs as they are stored. */
    Optional<Run> findFirstByInputsAndOutletOrderByIdDesc(String inputs, @Nullable String outlet);
}

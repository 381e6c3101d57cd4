package io.ghirbal.ingest;

import java.nio.file.Path;
import java.util.function.Predicate;

/**
 * Knows the files that the job itself writes. They are no input, even where they lie inside one. Declare a bean of this type for a job that
 * writes files.
 */
@FunctionalInterface
public interface OwnFiles {
    /** For a job that writes none. */
    OwnFiles NONE = out -> path -> false;

    /**
     * Tells the job's own files and folders by their real paths.
     *
     * @param out the folder that the run writes its results to
     */
    Predicate<Path> of(Path out);
}

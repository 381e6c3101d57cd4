package io.ghirbal.report.job;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a run is asked to do.
 *
 * @param inputs files and folders to read, in this order
 * @param out folder that receives the report and the exports
 * @param outlet outlet of the documents that name none; null when it is unknown
 * @param reanalyse whether to clean and classify all stored articles anew
 */
public record RunRequest(
        List<Path> inputs, Path out, @Nullable String outlet, boolean reanalyse) {
    public RunRequest {
        inputs = inputs.stream().map(path -> path.toAbsolutePath().normalize()).toList();
    }

    /** The same with another answer to whether all stored articles are analysed anew. */
    RunRequest withReanalyse(boolean reanalyse) {
        return new RunRequest(inputs, out, outlet, reanalyse);
    }
}

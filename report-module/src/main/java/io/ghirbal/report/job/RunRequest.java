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
 * @param arguments what was asked as it was typed, one argument a line, without secrets; null when it was not asked on a command line
 */
public record RunRequest(
        List<Path> inputs,
        Path out,
        @Nullable String outlet,
        boolean reanalyse,
        @Nullable String arguments) {
    public RunRequest {
        inputs = inputs.stream().map(path -> path.toAbsolutePath().normalize()).toList();
    }

    /** A request that was not made on a command line. */
    public RunRequest(List<Path> inputs, Path out, @Nullable String outlet, boolean reanalyse) {
        this(inputs, out, outlet, reanalyse, null);
    }

    /** The same with another answer to whether all stored articles are analysed anew. */
    RunRequest withReanalyse(boolean reanalyse) {
        return new RunRequest(inputs, out, outlet, reanalyse, arguments);
    }
}

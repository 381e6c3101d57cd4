package io.ghirbal.ingest.source;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A file found under an input.
 *
 * @param input which of the inputs it was found under, from 0
 * @param name its path relative to that input with {@code /} between folders; of an input that is a file, its file name
 * @param path where it is
 * @param problem why it cannot be read, in words; null when it can
 * @param alike how many more files of its ending are in its folder, which no format reads either and which are not told one by one
 */
record SourceFile(
        int input, String name, Path path, @Nullable String problem, int alike) {}

package io.ghirbal.report.job;

import java.io.IOException;
import java.nio.file.Path;

/** Paths without links. */
final class RealPaths {
    private RealPaths() {}

    /** {@code path}, which need not exist, inside its folder as it really is; as given where the folder does not exist either. */
    static Path of(Path path) {
        Path absolute = path.toAbsolutePath().normalize();
        Path folder = absolute.getParent();
        Path name = absolute.getFileName();
        if (folder == null || name == null) {
            return absolute;
        }
        try {
            return folder.toRealPath().resolve(name);
        } catch (IOException e) {
            return absolute;
        }
    }
}

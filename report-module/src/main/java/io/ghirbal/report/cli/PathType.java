package io.ghirbal.report.cli;

import java.nio.file.Path;

/** A file or folder that need not be there yet. */
abstract class PathType extends OptionType<Path> {
    PathType(String allowed) {
        super(allowed);
    }

    @Override
    final Path parse(String value) {
        if (value.isBlank()) {
            throw new IllegalArgumentException();
        }
        return Path.of(value);
    }
}

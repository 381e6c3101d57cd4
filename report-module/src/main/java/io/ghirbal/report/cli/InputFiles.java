package io.ghirbal.report.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Checks of the files that a command names, before it begins to work on them. */
final class InputFiles {
    private InputFiles() {}

    /**
     * @return {@code files}
     * @throws WrongUsageException that names the first which is no file
     */
    static List<Path> existing(List<Path> files) {
        files.forEach(InputFiles::existing);
        return files;
    }

    /**
     * @return {@code file}
     * @throws WrongUsageException when it is no file
     */
    static Path existing(Path file) {
        if (Files.isDirectory(file)) {
            throw new WrongUsageException("a folder, where a file is wanted: " + file);
        }
        if (!Files.isRegularFile(file)) {
            throw new WrongUsageException("no such file: " + file);
        }
        return file;
    }

    /** What a command says when the content of a file it was given will not do. */
    static WrongUsageException unusable(IOException failure) {
        String message = failure.getMessage();
        return new WrongUsageException(message == null ? failure.getClass().getSimpleName() : message);
    }
}

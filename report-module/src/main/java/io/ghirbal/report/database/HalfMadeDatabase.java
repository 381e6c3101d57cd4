package io.ghirbal.report.database;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The files of an HSQLDB database that did not exist before. When its tables cannot be made, because the disk is full, say, the files are
 * in the way of the next run: HSQLDB does not roll table definitions back, and a migration that was half done is never finished. They
 * hold no article yet.
 */
final class HalfMadeDatabase {
    private final Path file;

    private HalfMadeDatabase(Path file) {
        this.file = file.toAbsolutePath();
    }

    /** @param file the database without the endings of its files; empty when one is there already */
    static Optional<HalfMadeDatabase> begin(Path file) {
        HalfMadeDatabase database = new HalfMadeDatabase(file);
        try {
            return database.files().isEmpty() ? Optional.of(database) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Removes what there is of it, as far as that is possible. */
    void remove() {
        try {
            for (Path each : files()) {
                Files.deleteIfExists(each);
            }
        } catch (IOException e) {
            // the failure that brought us here is the one to tell
        }
    }

    private List<Path> files() throws IOException {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(Objects.requireNonNull(file.getParent()))) {
            for (Path each : all) {
                String name = String.valueOf(each.getFileName());
                if (name.startsWith(file.getFileName() + ".") && !name.equals(file.getFileName() + OwnerFile.ENDING)) {
                    found.add(each);
                }
            }
        }
        return found;
    }
}

package io.ghirbal.report.database;

import io.ghirbal.report.export.OutputFile;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A database that this process is about to open. One in files is taken before, so that a second process learns who has it; there is nothing
 * to take of any other.
 */
public final class TakenDatabase implements AutoCloseable {
    private final DatabaseUrl url;
    private final @Nullable OwnerFile ownerFile;
    private final @Nullable HalfMadeDatabase begun;

    private TakenDatabase(DatabaseUrl url, @Nullable OwnerFile ownerFile, @Nullable HalfMadeDatabase begun) {
        this.url = url;
        this.ownerFile = ownerFile;
        this.begun = begun;
    }

    /**
     * Takes it, and makes the folder of its files where that is missing.
     *
     * @throws AnotherRunIsActiveException when another process has it
     * @throws DatabaseUnavailableException when its folder can't be made or written into
     */
    public static TakenDatabase take(DatabaseUrl url) {
        Optional<Path> file = url.findFile();
        if (file.isEmpty()) {
            return new TakenDatabase(url, null, null);
        }
        makeFolder(url, file.get());
        OwnerFile ownerFile = OwnerFile.take(url, file.get());
        return new TakenDatabase(
                url, ownerFile, HalfMadeDatabase.begin(file.get()).orElse(null));
    }

    private static void makeFolder(DatabaseUrl url, Path file) {
        try {
            OutputFile.makeFolder(Objects.requireNonNull(file.toAbsolutePath().getParent()));
        } catch (UncheckedIOException e) {
            throw new DatabaseUnavailableException(url, e);
        }
    }

    /** Gives it back after it could not be opened, without what was half made of it, and says why in words for a user. */
    public RuntimeException notOpened(RuntimeException failure) {
        RuntimeException explained = DatabaseFailures.explain(url, failure);
        if (begun != null && !(explained instanceof AnotherRunIsActiveException)) {
            begun.remove();
        }
        close();
        return explained;
    }

    /** Gives it back. */
    @Override
    public void close() {
        if (ownerFile != null) {
            ownerFile.close();
        }
    }
}

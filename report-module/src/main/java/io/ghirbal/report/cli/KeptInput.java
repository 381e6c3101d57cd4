package io.ghirbal.report.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Standard input as a file. A run that was stopped reads its inputs again when it goes on, and a stream is gone; so what came out of it is
 * kept until the run is complete, under a name that the same bytes always have.
 */
final class KeptInput {
    private static final int DIGITS = 16;

    private KeptInput() {}

    /**
     * Writes {@code input} to its end into a file of {@code folder}.
     *
     * @param format the ending of the file
     * @throws UncheckedIOException when it cannot be read or kept
     */
    static Path keep(InputStream input, String format, Path folder) {
        @Nullable Path unfinished = null;
        try {
            Files.createDirectories(folder);
            unfinished = Files.createTempFile(folder, ".standard-input-", ".part");
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            try (OutputStream out = Files.newOutputStream(unfinished)) {
                new DigestInputStream(input, digest).transferTo(out);
            }
            String name = HexFormat.of().formatHex(digest.digest()).substring(0, DIGITS);
            return Files.move(
                    unfinished,
                    folder.resolve(".standard-input-%s.%s".formatted(name, format)),
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            remove(unfinished);
            throw new UncheckedIOException("Cannot keep standard input in %s: %s".formatted(folder, e.getMessage()), e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Removes what was kept; that it stays where it cannot be removed does no harm. */
    static void remove(@Nullable Path kept) {
        try {
            if (kept != null) {
                Files.deleteIfExists(kept);
            }
        } catch (IOException e) {
            // a hidden file more in the folder of the results
        }
    }
}

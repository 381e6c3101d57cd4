package io.ghirbal.report.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Writes a file so that a reader finds the old one or the new one, whole, and never half of one. */
public final class OutputFile {
    /** U+FFFD in UTF-8; what a lone surrogate, which UTF-8 cannot express, is written as. */
    private static final byte[] REPLACEMENT = {(byte) 0xEF, (byte) 0xBF, (byte) 0xBD};

    private OutputFile() {}

    /** What to write. */
    @FunctionalInterface
    public interface Content {
        /** Writes all of it; the caller closes {@code out}. */
        void writeTo(Writer out) throws IOException;
    }

    /** Makes a file. */
    @FunctionalInterface
    public interface Maker {
        /** Writes all of {@code unfinished}, and closes it. */
        void make(Path unfinished) throws IOException;
    }

    /**
     * Writes {@code file} in UTF-8 under a temporary name beside it and moves it into place when it is complete. Makes the folder when
     * it is missing. When anything fails the earlier file stays as it was.
     *
     * @return {@code file}
     * @throws UncheckedIOException with a message that names the folder or file, when it cannot be written
     */
    public static Path write(Path file, Content content) {
        return make(file, unfinished -> {
            try (Writer out = writer(unfinished)) {
                content.writeTo(out);
            }
        });
    }

    /** As {@link #write}, for a file that its maker opens by itself. */
    public static Path make(Path file, Maker maker) {
        Path folder = file.toAbsolutePath().normalize().getParent();
        if (folder == null) {
            throw unwritable("Not a file that can be written: " + file);
        }
        makeFolder(folder);
        try {
            Path unfinished = folder.resolve("." + file.getFileName() + ".unfinished");
            try {
                maker.make(unfinished);
                move(unfinished, file);
            } finally {
                Files.deleteIfExists(unfinished);
            }
            return file;
        } catch (IOException | RuntimeException e) {
            throw failure(file, e);
        }
    }

    /** What to throw when {@code failure} came while {@code file} was written: what names the file, if it was the file that failed. */
    static RuntimeException failure(Path file, Exception failure) {
        IOException cause = failure instanceof UnwrittenException ? null : findIoException(failure);
        if (cause != null) {
            return unwritten(file, cause);
        }
        return failure instanceof RuntimeException e ? e : new IllegalStateException(failure);
    }

    /** {@code text} in UTF-8, what it cannot express as U+FFFD. */
    static byte[] utf8(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                Utf8Text utf8 = new Utf8Text(2 * text.length());
                utf8.write(text, 0, text.length());
                return utf8.toByteArray();
            }
        }
        return text.getBytes(UTF_8);
    }

    /** {@code text} with U+FFFD for each lone surrogate. */
    static String wellFormed(String text) {
        return new String(utf8(text), UTF_8);
    }

    private static UncheckedIOException unwritten(Path file, IOException e) {
        return new UnwrittenException(
                "Cannot write " + file + ": " + reason(e) + ". Is the folder writable and the disk not full?", e);
    }

    /** Names the file already, when one is written while another is. */
    private static final class UnwrittenException extends UncheckedIOException {
        UnwrittenException(String message, IOException cause) {
            super(message, cause);
        }
    }

    /** The libraries that write wrap what the disk says, each in its own way; a database that is lost is none of ours. */
    private static @Nullable IOException findIoException(Throwable failure) {
        for (Throwable cause = failure; cause != null && !(cause instanceof SQLException); cause = cause.getCause()) {
            if (cause instanceof IOException io) {
                return io;
            }
        }
        return null;
    }

    /**
     * Makes {@code folder}, and those above it, where it is missing.
     *
     * @throws UncheckedIOException with a message that names the folder, when it cannot be made or written into
     */
    public static void makeFolder(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (FileAlreadyExistsException e) {
            throw new UncheckedIOException("Cannot write into " + folder + ": it is a file, not a folder.", e);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot make the output folder " + folder + ": " + reason(e), e);
        }
        if (!Files.isWritable(folder)) {
            throw unwritable("Cannot write into " + folder + ": no permission to write there.");
        }
    }

    private static UncheckedIOException unwritable(String message) {
        return new UncheckedIOException(message, new IOException(message));
    }

    /** Opens {@code file} for text in UTF-8. */
    static Writer writer(Path file) throws IOException {
        return new BufferedWriter(new OutputStreamWriter(Files.newOutputStream(file), encoder()), 1 << 16);
    }

    private static CharsetEncoder encoder() {
        return UTF_8.newEncoder()
                .replaceWith(REPLACEMENT)
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE);
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static String reason(IOException e) {
        return e.getClass().getSimpleName() + " " + e.getMessage();
    }
}

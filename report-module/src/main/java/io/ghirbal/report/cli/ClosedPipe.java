package io.ghirbal.report.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Tells that nobody reads standard output any more, as behind {@code | head}, from a disk that is full. */
final class ClosedPipe {
    private ClosedPipe() {}

    /** Whether writing to standard output failed for that reason. */
    static boolean is(IOException failure) {
        String message = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
        return message.contains("pipe") || isPipe();
    }

    /** Java hands on the words of the system, which speaks the language of its user; but writing to a pipe fails for no other reason. */
    private static boolean isPipe() {
        try {
            return Files.readSymbolicLink(Path.of("/proc/self/fd/1")).toString().startsWith("pipe:");
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }
}

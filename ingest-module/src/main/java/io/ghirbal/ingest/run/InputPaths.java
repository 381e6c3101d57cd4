package io.ghirbal.ingest.run;

import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Paths as lines of text. A path that a line cannot hold, for it has a line break in it or characters that the locale cannot name, is
 * written as a {@code file:} URI.
 */
public final class InputPaths {
    private InputPaths() {}

    /** A line for each of {@code paths}, made absolute. */
    public static String write(List<Path> paths) {
        return paths.stream()
                .map(path -> path.toAbsolutePath().normalize())
                .map(path -> isPlain(path) ? path.toString() : path.toUri().toString())
                .collect(Collectors.joining("\n"));
    }

    static List<Path> read(String lines) {
        return lines.lines()
                .filter(line -> !line.isEmpty())
                .map(line -> line.startsWith("file:") ? Path.of(URI.create(line)) : Path.of(line))
                .toList();
    }

    private static boolean isPlain(Path path) {
        String line = path.toString();
        try {
            return line.lines().count() == 1
                    && !line.endsWith("\n")
                    && !line.endsWith("\r")
                    && Path.of(line).equals(path);
        } catch (InvalidPathException e) {
            return false;
        }
    }
}

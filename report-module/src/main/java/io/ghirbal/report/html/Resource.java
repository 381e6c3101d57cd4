package io.ghirbal.report.html;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;

/** Files that come with the report. */
final class Resource {
    private Resource() {}

    /** Opens the file {@code name} of this package, or from the root of the class path when the name begins with a slash. */
    static InputStream open(String name) throws IOException {
        InputStream in = Resource.class.getResourceAsStream(name);
        if (in == null) {
            throw new NoSuchFileException(name, null, "is missing from the program");
        }
        return in;
    }

    static String read(String name) {
        try (InputStream in = open(name)) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package io.ghirbal.nlp.text;

import java.io.BufferedReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The lines of a text resource that say something: comments ({@code #}) and blank lines are left out. */
public final class ResourceLines {
    private ResourceLines() {}

    /**
     * Reads a resource in UTF-8.
     *
     * @param beside a class of the package that the resource lies in
     * @param name its name, from there
     * @return its lines, stripped
     * @throws UncheckedIOException when it is missing or cannot be read
     */
    public static List<String> of(Class<?> beside, String name) {
        try (InputStream in = beside.getResourceAsStream(name)) {
            if (in == null) {
                throw new FileNotFoundException("resource " + name + " is not beside " + beside);
            }
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

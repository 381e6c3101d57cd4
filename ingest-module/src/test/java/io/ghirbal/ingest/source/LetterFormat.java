package io.ghirbal.ingest.source;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The format of docs/add-a-format.md: a letter a line, {@code title = text}. */
public final class LetterFormat implements DocumentFormat {
    @Override
    public Set<String> endings() {
        return Set.of(".letters", ".txt");
    }

    @Override
    public Reader open(String source, InputStream bytes) {
        BufferedReader lines = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8));
        return new Reader() {
            @Override
            public @Nullable FoundDocument next() throws IOException {
                String line = lines.readLine();
                if (line == null) {
                    return null;
                }
                if (line.equals("throw")) {
                    throw new IllegalStateException("no such letter");
                }
                String[] parts = line.split(" = ", 2);
                return parts.length == 2
                        ? FoundDocument.of(Map.of("title", parts[0], "text", parts[1]))
                                .withLineHints("B")
                        : FoundDocument.broken("The line has no =\nafter its title; add one.");
            }
        };
    }
}

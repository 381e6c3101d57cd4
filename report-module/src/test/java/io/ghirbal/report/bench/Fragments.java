package io.ghirbal.report.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What articles are composed of: the sections of {@code fragments.txt}, which says how it is written. Immutable. */
final class Fragments {
    private final Map<String, List<String>> sections = new HashMap<>();

    private Fragments(String file) {
        List<String> section = List.of();
        for (String line : file.lines().toList()) {
            if (line.startsWith("[")) {
                section = new ArrayList<>();
                sections.put(line.substring(1, line.length() - 1), section);
            } else if (!line.isEmpty() && !line.startsWith("# ")) {
                section.addAll(List.of(line.split(" \\| ")));
            }
        }
    }

    static Fragments load() {
        try (InputStream file = Objects.requireNonNull(Fragments.class.getResourceAsStream("fragments.txt"))) {
            return new Fragments(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws NullPointerException when there is no such section */
    List<String> of(String section) {
        return Objects.requireNonNull(sections.get(section), section);
    }

    /** What is told in {@code "<subject> who"}, {@code "<subject> that"} and {@code "<subject> more"}. */
    List<String> subjects() {
        return sections.keySet().stream()
                .filter(name -> name.endsWith(" who"))
                .map(name -> name.substring(0, name.indexOf(' ')))
                .sorted()
                .toList();
    }
}

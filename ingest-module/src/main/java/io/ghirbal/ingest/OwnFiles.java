package io.ghirbal.ingest;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;

/** Tells the files that the job itself writes, which are no input even where they lie inside one. See {@link IngestStep#PASS_OVER}. */
class OwnFiles implements Predicate<Path> {
    private final List<String> lines;

    OwnFiles(String lines) {
        this.lines = lines.lines().toList();
    }

    @Override
    public boolean test(Path path) {
        return lines.stream()
                .anyMatch(line -> line.endsWith(".") ? path.toString().startsWith(line) : path.startsWith(line));
    }
}

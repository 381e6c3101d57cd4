package io.ghirbal.ingest.source;

import java.nio.file.Path;
import java.util.List;
import java.util.StringJoiner;

/** Reads files and prints what comes of each document. For a process of its own. */
final class PrintedOutcomes {
    private PrintedOutcomes() {}

    // The arguments are files and folders.
    public static void main(String[] args) {
        StringJoiner outcomes = new StringJoiner(" ");
        List<Path> inputs = List.of(args).stream().map(Path::of).toList();
        try (Documents documents = ArticleSources.standard().read(inputs)) {
            for (SourceRecord next = documents.next(); next != null; next = documents.next()) {
                outcomes.add(
                        next instanceof Rejection rejection ? rejection.cause().name() : "read");
            }
        }
        System.out.println(outcomes);
    }
}

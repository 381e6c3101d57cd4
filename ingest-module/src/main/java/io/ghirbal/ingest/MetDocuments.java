package io.ghirbal.ingest;

import io.ghirbal.ingest.run.InputPaths;
import io.ghirbal.ingest.source.Documents;
import io.ghirbal.ingest.source.Position;
import io.ghirbal.ingest.source.SourceRecord;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Documents of inputs, each with the place it was met at. Not thread-safe. */
class MetDocuments implements AutoCloseable {
    private final Documents documents;
    private final List<String> folders;

    /** @param inputs what the documents are read from, absolute */
    MetDocuments(Documents documents, List<Path> inputs) {
        this.documents = documents;
        this.folders = inputs.stream().map(MetDocuments::folderOf).toList();
    }

    /** What the names of the documents are relative to. */
    private static String folderOf(Path input) {
        Path folder = Files.isDirectory(input) ? input : Objects.requireNonNullElse(input.getParent(), input);
        return InputPaths.write(List.of(folder));
    }

    /** The next document, or null after the last. */
    @Nullable MetDocument next() {
        SourceRecord record = documents.next();
        if (record == null) {
            return null;
        }
        int input = Objects.requireNonNull(documents.position()).input();
        return new MetDocument(folders.get(input) + '/' + record.source(), record);
    }

    /** Where the last document stands, to go on behind it; null before the first. */
    @Nullable Position position() {
        return documents.position();
    }

    @Override
    public void close() {
        documents.close();
    }
}

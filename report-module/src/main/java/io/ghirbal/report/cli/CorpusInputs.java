package io.ghirbal.report.cli;

import io.ghirbal.ingest.source.ArticleSources;
import io.ghirbal.ingest.source.Documents;
import io.ghirbal.ingest.source.SourceRecord;
import io.ghirbal.ingest.source.StreamedDocuments;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The documents of files, folders and standard input, in the order they are named. Not thread-safe. */
final class CorpusInputs implements Supplier<@Nullable SourceRecord>, AutoCloseable {
    /** What stands for standard input. */
    static final Path STANDARD_INPUT = Path.of("-");

    private final ArticleSources sources;
    private final List<Path> inputs;
    private final InputStream standardInput;
    private final String format;
    private int next;
    private @Nullable Open open;

    /** An input that is being read. */
    private record Open(Supplier<@Nullable SourceRecord> documents, Runnable closing) {}

    /** @param format the ending of files in the format of standard input */
    CorpusInputs(ArticleSources sources, List<Path> inputs, InputStream standardInput, String format) {
        this.sources = sources;
        this.inputs = inputs;
        this.standardInput = standardInput;
        this.format = format;
    }

    @Override
    public @Nullable SourceRecord get() {
        while (true) {
            Open current = open;
            if (current == null) {
                if (next == inputs.size()) {
                    return null;
                }
                current = open(inputs.get(next++));
                open = current;
            }
            SourceRecord found = current.documents().get();
            if (found != null) {
                return found;
            }
            close();
        }
    }

    private Open open(Path input) {
        if (input.equals(STANDARD_INPUT)) {
            StreamedDocuments documents = sources.stream(input.toString(), format, standardInput);
            return new Open(documents::next, documents::close);
        }
        Documents documents = sources.read(List.of(input));
        return new Open(documents::next, documents::close);
    }

    /** Closes what is being read. */
    @Override
    public void close() {
        Open current = open;
        open = null;
        if (current != null) {
            current.closing().run();
        }
    }
}

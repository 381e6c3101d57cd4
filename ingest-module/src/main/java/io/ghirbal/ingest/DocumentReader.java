package io.ghirbal.ingest;

import io.ghirbal.ingest.run.NewsStep;
import io.ghirbal.ingest.run.Run;
import io.ghirbal.ingest.source.ArticleSources;
import io.ghirbal.ingest.source.Position;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamReader;

/**
 * Reads the inputs of a run in batches and remembers, in the transaction of each, the place of its last document; a restart goes on behind it.
 * The place is a name, not a count, so that files added or removed in between move nothing.
 */
class DocumentReader implements ItemStreamReader<List<MetDocument>> {
    private static final String INPUT = "ingest.input";
    private static final String SOURCE = "ingest.source";
    private static final String RECORD = "ingest.record";

    /** Documents a batch at most; 500 ordinary articles are some 2 MB. */
    private static final int MOST_DOCUMENTS = 500;

    private final ArticleSources sources;
    private final Run run;
    private @Nullable DocumentsAhead documents;
    private long read;

    /** @param run says what to read */
    DocumentReader(ArticleSources sources, Run run) {
        this.sources = sources;
        this.run = run;
    }

    @Override
    public void open(ExecutionContext context) {
        read = context.getLong(NewsStep.DOCUMENTS_READ, 0);
        documents = new DocumentsAhead(new MetDocuments(
                context.containsKey(SOURCE)
                        ? sources.readBehind(
                                new Position(context.getInt(INPUT), context.getString(SOURCE), context.getLong(RECORD)),
                                run.inputs())
                        : sources.read(run.inputs()),
                run.inputs()));
    }

    @Override
    public @Nullable List<MetDocument> read() {
        if (documents == null) {
            throw new IllegalStateException("The reader is not open.");
        }
        List<MetDocument> batch = new ArrayList<>();
        long characters = 0;
        while (batch.size() < MOST_DOCUMENTS && characters < BatchCounts.MOST_CHARACTERS) {
            MetDocument next = documents.next();
            if (next == null) {
                break;
            }
            batch.add(next);
            characters += next.characters();
        }
        read += batch.size();
        return batch.isEmpty() ? null : batch;
    }

    @Override
    public void update(ExecutionContext context) {
        Position position = documents == null ? null : documents.position();
        if (position != null) {
            context.putLong(NewsStep.DOCUMENTS_READ, read);
            context.putInt(INPUT, position.input());
            context.putString(SOURCE, position.source());
            context.putLong(RECORD, position.record());
        }
    }

    @Override
    public void close() {
        if (documents != null) {
            documents.close();
        }
    }
}

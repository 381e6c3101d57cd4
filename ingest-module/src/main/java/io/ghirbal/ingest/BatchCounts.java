package io.ghirbal.ingest;

import java.util.List;
import java.util.Objects;
import org.springframework.batch.core.listener.ChunkListener;
import org.springframework.batch.core.scope.context.StepSynchronizationManager;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.infrastructure.item.Chunk;

/**
 * Has a step count what it reads and writes, not the batches it does that in. The items of such a step are batches, one a transaction:
 * Spring Batch ends a chunk by the number of its items alone, and a batch by its size too.
 */
public final class BatchCounts implements ChunkListener<Object, List<?>> {
    /** Characters after which a batch ends, so that large documents do not fill the memory together. */
    public static final int MOST_CHARACTERS = 1 << 22;

    BatchCounts() {}

    @Override
    public void afterChunk(Chunk<List<?>> batches) {
        StepExecution step =
                Objects.requireNonNull(StepSynchronizationManager.getContext()).getStepExecution();
        for (List<?> batch : batches) {
            // Spring Batch counts the batch itself
            step.setReadCount(step.getReadCount() + batch.size() - 1);
            step.setWriteCount(step.getWriteCount() + batch.size() - 1);
        }
    }
}

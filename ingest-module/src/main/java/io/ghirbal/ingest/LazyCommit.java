package io.ghirbal.ingest;

import org.springframework.batch.core.listener.ChunkListener;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Lets PostgreSQL commit chunks without waiting for the disk. A server that fails forgets the last chunks then, the place of the step
 * together with their rows, so that the run goes on from where the database stands. The commit that ends a step waits, for itself and all
 * before it. Elsewhere it does nothing. Thread-safe.
 */
public final class LazyCommit implements ChunkListener<Object, Object> {
    private final JdbcTemplate jdbc;
    private final Product product;

    LazyCommit(JdbcTemplate jdbc, Product product) {
        this.jdbc = jdbc;
        this.product = product;
    }

    @Override
    public void beforeChunk(Chunk<Object> chunk) {
        if (product == Product.POSTGRESQL) {
            jdbc.execute("set local synchronous_commit = off");
        }
    }
}

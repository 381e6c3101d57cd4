package io.ghirbal.ingest;

import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.listener.ChunkListener;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Lets PostgreSQL commit chunks without waiting for the disk. A server that fails forgets the last chunks then, the place of the step
 * together with their rows, so that the run goes on from where the database stands. The commit that ends a step waits, for itself and all
 * before it. Elsewhere it does nothing. Thread-safe.
 */
public final class LazyCommit implements ChunkListener<Object, Object> {
    private final JdbcTemplate jdbc;
    private volatile @Nullable Boolean postgresql;

    LazyCommit(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void beforeChunk(Chunk<Object> chunk) {
        if (isPostgresql()) {
            jdbc.execute("set local synchronous_commit = off");
        }
    }

    private boolean isPostgresql() {
        Boolean known = postgresql;
        if (known == null) {
            known = "PostgreSQL".equals(jdbc.execute((ConnectionCallback<String>) LazyCommit::product));
            postgresql = known;
        }
        return known;
    }

    private static String product(Connection connection) throws SQLException {
        return connection.getMetaData().getDatabaseProductName();
    }
}

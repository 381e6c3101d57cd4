package io.ghirbal.ingest.run;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Finds runs, by JDBC: each start of the program looks for one, and to start Hibernate would take it as long as all the rest. */
public final class RunRepository {
    private final JdbcClient database;

    /** Reads over the connections of {@code database}. */
    public RunRepository(JdbcClient database) {
        this.database = database;
    }

    /**
     * The run with this number.
     *
     * @throws IllegalStateException when there is none
     */
    public Run get(long id) {
        return database.sql("select * from run where id = ?")
                .param(id)
                .query(RunRepository::run)
                .optional()
                .orElseThrow(() -> new IllegalStateException("There is no run " + id + "."));
    }

    /** The run that began last over the same inputs, in the same order and for the same outlet, or empty. */
    public Optional<Run> findLast(List<Path> inputs, @Nullable String outlet) {
        JdbcClient.StatementSpec last = database.sql(
                        "select * from run where inputs = :inputs and outlet %s order by id desc fetch first 1 rows only"
                                .formatted(outlet == null ? "is null" : "= :outlet"))
                .param("inputs", InputPaths.write(inputs));
        return (outlet == null ? last : last.param("outlet", outlet))
                .query(RunRepository::run)
                .optional();
    }

    private static Run run(ResultSet row, int number) throws SQLException {
        return new Run(
                row.getLong("id"),
                RunStatus.valueOf(row.getString("status")),
                InputPaths.read(row.getString("inputs")),
                row.getString("outlet"),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                row.getLong("documents_read"),
                row.getLong("documents_stored"),
                row.getLong("documents_duplicate"),
                row.getLong("documents_rejected"));
    }
}

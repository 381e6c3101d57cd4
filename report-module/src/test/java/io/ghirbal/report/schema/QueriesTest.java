package io.ghirbal.report.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** docs/queries.sql on both databases. */
class QueriesTest {
    private static final Path QUERIES = Path.of("..", "docs", "queries.sql");

    @TempDir
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    QueriesTest() {}

    @Test
    void answersTheSameRowsOnBothDatabases() throws Exception {
        DataSource hsqldb = StoredNews.onHsqldb(folder.resolve("hsqldb"));
        DataSource postgresql = StoredNews.onPostgresql(folder.resolve("postgresql"));
        List<String> queries = queries();
        for (String query : queries) {
            List<String> rows = Rows.of(hsqldb, query);
            assertThat(rows).as(query).isNotEmpty().isEqualTo(Rows.of(postgresql, query));
        }
    }

    @Test
    void saysWhatEachQueryAnswers() throws Exception {
        List<String> queries = queries();
        for (int i = 0; i < queries.size(); i++) {
            assertThat(queries.get(i)).contains("\n-- " + (i + 1) + ". ");
        }
    }

    private static List<String> queries() throws Exception {
        List<String> queries = Arrays.stream(Files.readString(QUERIES).split(";\\n", -1))
                .filter(query -> !query.isBlank())
                .map(query -> "\n" + query)
                .toList();
        assertThat(queries).hasSize(14);
        return queries;
    }
}

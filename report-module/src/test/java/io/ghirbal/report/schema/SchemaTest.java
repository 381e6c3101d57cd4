package io.ghirbal.report.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.ghirbal.report.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** docs/schema.md, and what it is written from. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SchemaTest {
    private static final Path PAGE = Path.of("..", "docs", "schema.md");

    private Schema hsqldb;
    private Schema postgresql;

    @SuppressWarnings("NullAway.Init")
    SchemaTest() {}

    @BeforeAll
    void readCatalogs() throws SQLException {
        hsqldb = Schema.of(TestDatabase.migratedHsqldb());
        postgresql = Schema.of(TestDatabase.postgresql());
    }

    @Test
    void isToldByThePageInTheDocs() throws Exception {
        String page = new SchemaPage(hsqldb, postgresql).write();
        if (Boolean.getBoolean("schema.write")) {
            Files.writeString(PAGE, page);
        }
        assertThat(PAGE)
                .as("write it again with -Dschema.write=true, see CONTRIBUTING.md")
                .content()
                .isEqualTo(page);
    }

    @Test
    void commentsEveryTableViewAndColumn() {
        for (Schema schema : List.of(hsqldb, postgresql)) {
            List<String> silent = new ArrayList<>();
            schema.relations().forEach((name, relation) -> {
                if (isBlank(relation.comment())) {
                    silent.add(name);
                }
                relation.columns().forEach((column, told) -> {
                    if (isBlank(told.comment())) {
                        silent.add(name + "." + column);
                    }
                });
            });
            assertThat(silent).isEmpty();
        }
    }

    @Test
    void isTheSameOnBothDatabases() {
        assertThat(withoutTypes(hsqldb)).hasSizeGreaterThan(20).isEqualTo(withoutTypes(postgresql));
    }

    @Test
    void hasTheViewsThatReadersRelyOn() {
        assertThat(postgresql.relations().entrySet().stream()
                        .filter(entry -> entry.getValue().isView())
                        .map(Map.Entry::getKey))
                .containsExactly(
                        "v_article",
                        "v_article_story",
                        "v_article_topic",
                        "v_daily",
                        "v_outlet_copies",
                        "v_outlet_hygiene",
                        "v_outlet_originality",
                        "v_publication",
                        "v_rejected",
                        "v_removed_for_review",
                        "v_run",
                        "v_story",
                        "v_story_by_day",
                        "v_topic_by_day",
                        "v_topic_by_outlet");
    }

    private static Map<String, String> withoutTypes(Schema schema) {
        Map<String, String> told = new TreeMap<>();
        schema.relations().forEach((name, relation) -> {
            List<String> columns = new ArrayList<>();
            relation.columns()
                    .forEach((column, it) -> columns.add(
                            // no catalog knows which columns of a view may be null
                            column + (it.nullable() || relation.isView() ? " null: " : ": ") + it.comment()));
            told.put(
                    name,
                    "%s %s %s %s %s"
                            .formatted(
                                    relation.isView() ? "view" : "table",
                                    relation.comment(),
                                    relation.primaryKey(),
                                    relation.references(),
                                    columns));
        });
        return told;
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
